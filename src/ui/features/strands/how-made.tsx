import { useTranslation } from "react-i18next";
import { isUnderstoodBy, type MarkHow } from "#core/schema/mark";
import { type Person, shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";
import { SelectField } from "../../components/form/text-field";
import styles from "./strand.module.css";

const KINDS: readonly MarkHow["kind"][] = [
  "self",
  "helped-to-move",
  "aac-or-sign",
  "from-pictures",
  "watched",
  "told-through",
  "from-paper",
];

interface HowMadeProps {
  readonly person: Person;
  readonly name: string;
  readonly how: MarkHow;
  readonly onHow: (how: MarkHow) => void;
}

/** How the mark came to be this person's. What another person understood is drawn open and says whose understanding it is. */
export const HowMade = ({ person, name, how, onHow }: HowMadeProps) => {
  const { t } = useTranslation("strands");
  const others = useOpenVisit().people.filter((other) => other.id !== person.id);
  const choose = (kind: MarkHow["kind"], by: string): void => {
    onHow(kind === "watched" || kind === "told-through" ? { kind, by } : { kind });
  };
  return (
    <div className={styles.two}>
      <SelectField
        label={t("how")}
        value={how.kind}
        onChange={(event) => {
          const kind = KINDS.find((each) => each === event.currentTarget.value) ?? "self";
          choose(kind, isUnderstoodBy(how) ? how.by : (others[0]?.id ?? person.id));
        }}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`howKind.${kind}`, { name })}
          </option>
        ))}
      </SelectField>
      {isUnderstoodBy(how) && (
        <SelectField
          label={t("howBy")}
          value={how.by}
          onChange={(event) => {
            choose(how.kind, event.currentTarget.value);
          }}
        >
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {shownName(other)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
};
