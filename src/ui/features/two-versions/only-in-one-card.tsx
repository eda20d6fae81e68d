import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { OnlyInOne } from "#core/sync/compare-versions";
import { fieldsIn, keptFromIn } from "#core/sync/version-fields";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./two-versions.module.css";
import { type NameOf, useFieldName, useSectionTitle } from "./use-field-words";
import { useValueWords } from "./value-words";

interface OnlyInOneCardProps {
  readonly only: OnlyInOne;
  readonly nameOf: NameOf;
}

/** Words that only one version has. They stay; there is nothing to choose. */
export const OnlyInOneCard = ({ only: { sectionId, side, content }, nameOf }: OnlyInOneCardProps) => {
  const { t } = useTranslation("two-versions");
  const format = useFormat();
  const titleId = useId();
  const title = useSectionTitle(nameOf)(sectionId);
  const names = keptFromIn(content);
  const words = <Words content={content} nameOf={nameOf} />;
  return (
    <Card aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className={styles.quiet}>{t(`only.${side}`)}</p>
      {names.length === 0 ? (
        words
      ) : (
        <details>
          <summary className={styles.summary}>
            {t("keptFrom", { names: format.names(names.map(nameOf).filter((name) => name !== undefined)) })}
          </summary>
          {words}
        </details>
      )}
    </Card>
  );
};

const Words = ({ content, nameOf }: { readonly content: unknown; readonly nameOf: NameOf }) => {
  const fieldName = useFieldName();
  const valueWords = useValueWords(nameOf);
  const said = fieldsIn(content)
    .map(({ path, value }) => ({ path, words: valueWords(path, value) }))
    .filter(({ words }) => words !== undefined && words !== "");
  return (
    <dl className={styles.facts}>
      {said.map(({ path, words }) => (
        <div key={path.join("/")}>
          <dt>{fieldName(path)}</dt>
          <dd dir="auto" className={styles.said}>
            {words}
          </dd>
        </div>
      ))}
    </dl>
  );
};
