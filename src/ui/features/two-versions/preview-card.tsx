import { useTranslation } from "react-i18next";
import type { Differing } from "#core/sync/compare-versions";
import { type ChoicesByKey, undecidedIn } from "#core/sync/merge-versions";
import { Card } from "../../components/card";
import styles from "./two-versions.module.css";
import { type NameOf, useFieldName, useSectionTitle } from "./use-field-words";
import { ValueWords } from "./value-words";

interface PreviewCardProps {
  readonly differing: readonly Differing[];
  readonly choices: ChoicesByKey;
  readonly nameOf: NameOf;
}

/** What it will be, before it is kept. */
export const PreviewCard = ({ differing, choices, nameOf }: PreviewCardProps) => {
  const { t } = useTranslation("two-versions");
  const titleOf = useSectionTitle(nameOf);
  const fieldName = useFieldName();
  const undecided = new Set(undecidedIn({ differing }, choices).map(({ key }) => key));
  return (
    <Card aria-labelledby="will-be">
      <h2 id="will-be">{t("willBe")}</h2>
      <dl className={styles.facts}>
        {differing.map(({ key, sectionId, path }) => (
          <div key={key}>
            <dt>
              {titleOf(sectionId)}: {fieldName(path)}
            </dt>
            <dd>
              {undecided.has(key) ? (
                <span className={styles.quiet}>{t("notChosen")}</span>
              ) : (
                <ValueWords path={path} value={choices[key]?.value} nameOf={nameOf} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
};
