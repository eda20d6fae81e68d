import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isSameJson } from "#core/json/same-json";
import type { Differing } from "#core/sync/compare-versions";
import { bothOf, type Chosen } from "#core/sync/merge-versions";
import { Card } from "../../components/card";
import { ChoiceGroup } from "../../components/form/choice-group";
import { TextArea } from "../../components/form/text-field";
import { TickCard } from "../../components/form/tick-card";
import { useFormat } from "../../i18n/use-format";
import styles from "./two-versions.module.css";
import { type NameOf, useFieldName, useSectionTitle } from "./use-field-words";
import { ValueWords } from "./value-words";

interface DifferenceCardProps {
  readonly differing: Differing;
  readonly chosen: Chosen | undefined;
  readonly keptFrom: readonly string[];
  readonly nameOf: NameOf;
  readonly onChoose: (chosen: Chosen) => void;
}

/** One difference: the two side by side, and what else may be chosen. What is kept from somebody is opened by hand. */
export const DifferenceCard = (props: DifferenceCardProps) => {
  const { t } = useTranslation("two-versions");
  const format = useFormat();
  const title = useSectionTitle(props.nameOf)(props.differing.sectionId);
  const titleId = useId();
  const names = props.keptFrom.map(props.nameOf).filter((name) => name !== undefined);
  return (
    <Card aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {props.keptFrom.length === 0 ? (
        <Choices {...props} />
      ) : (
        <details>
          <summary className={styles.summary}>{t("keptFrom", { names: format.names(names) })}</summary>
          <Choices {...props} />
        </details>
      )}
    </Card>
  );
};

const Choices = ({ differing, chosen, nameOf, onChoose }: DifferenceCardProps) => {
  const { t } = useTranslation("two-versions");
  const group = useId();
  const field = useFieldName()(differing.path);
  const both = bothOf(differing);
  // The arrows of a keyboard go through every choice: what is written stays meanwhile.
  const [written, setWritten] = useState(
    chosen?.how === "words" && typeof chosen.value === "string" ? chosen.value : "",
  );
  const isWritten = differing.kind === "words" || differing.kind === "line";
  const how = howNow(differing, chosen);
  const card = (side: "one" | "other") => (
    <TickCard
      type="radio"
      name={group}
      checked={how === side}
      onChange={() => {
        onChoose({ how: side, value: differing[side] });
      }}
    >
      <span className={styles.whose}>{t(`version.${side}`)}</span>
      <ValueWords path={differing.path} value={differing[side]} nameOf={nameOf} />
    </TickCard>
  );
  return (
    <>
      <ChoiceGroup legend={field} flow="cards">
        {card("one")}
        {card("other")}
        {how === "before" && (
          <TickCard type="radio" name={group} checked readOnly>
            <span className={styles.whose}>{t("before")}</span>
            <ValueWords path={differing.path} value={chosen?.value} nameOf={nameOf} />
          </TickCard>
        )}
        {both !== undefined && (
          <TickCard
            type="radio"
            name={group}
            checked={how === "both"}
            onChange={() => {
              onChoose({ how: "both", value: both });
            }}
          >
            {t("both")}
          </TickCard>
        )}
        {isWritten && (
          <TickCard
            type="radio"
            name={group}
            checked={how === "words"}
            onChange={() => {
              onChoose({ how: "words", value: written });
            }}
          >
            {t("write")}
          </TickCard>
        )}
      </ChoiceGroup>
      {how === "words" && (
        <TextArea
          label={t("written")}
          value={written}
          onChange={({ target }) => {
            setWritten(target.value);
            onChoose({ how: "words", value: target.value });
          }}
        />
      )}
    </>
  );
};

/** What was chosen stays chosen where a further version came: as what it is now, or as what was chosen before. */
const howNow = (differing: Differing, chosen: Chosen | undefined): Chosen["how"] | "before" | undefined => {
  if (chosen === undefined || chosen.how === "words") return chosen?.how;
  const values = { one: differing.one, other: differing.other, both: bothOf(differing) };
  if (isSameJson(values[chosen.how], chosen.value)) return chosen.how;
  const now = (["one", "other", "both"] as const).find((each) => isSameJson(values[each], chosen.value));
  return now ?? "before";
};
