import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Mark, type MarkHow, Position } from "#core/schema/mark";
import { type Person, shownName } from "#core/schema/person";
import { FIVE_WORDS } from "#core/scoring/place-in-words";
import { Button } from "../../components/button";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { TextField } from "../../components/form/text-field";
import { HowMade } from "./how-made";
import styles from "./strand.module.css";

interface OtherWaysProps {
  readonly person: Person;
  readonly mark: Mark;
  readonly onPlace: (position: number, input: "words" | "number") => void;
  /** Absent where the way is plain: the practitioner's own mark, the mark together. */
  readonly onHow?: ((how: MarkHow) => void) | undefined;
}

/** For whom a line is not the way: five words, a typed number, and how the mark came to be. */
export const OtherWays = ({ person, mark, onPlace, onHow }: OtherWaysProps) => {
  const { t } = useTranslation("strands");
  const [open, setOpen] = useState(false);
  return (
    <details
      className={styles.more}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t("otherWays")}</summary>
      {open && (
        <div className={styles.moreBody}>
          <ChoiceGroup legend={t("fiveWords")} flow="row">
            {FIVE_WORDS.map(({ word, position }) => (
              <Choice
                key={word}
                type="radio"
                name={`words-${person.id}`}
                checked={mark.kind === "placed" && mark.input === "words" && mark.position === position}
                onChange={() => {
                  onPlace(position, "words");
                }}
              >
                {person.kind === "child" ? t(`wordForChild.${word}`) : t(`word.${word}`)}
              </Choice>
            ))}
          </ChoiceGroup>
          <TypedNumber onPlace={onPlace} />
          {mark.kind === "placed" && onHow !== undefined && (
            <HowMade person={person} name={shownName(person)} how={mark.how} onHow={onHow} />
          )}
        </div>
      )}
    </details>
  );
};

const TypedNumber = ({ onPlace }: Pick<OtherWaysProps, "onPlace">) => {
  const { t } = useTranslation("strands");
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState(false);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const position = Position.safeParse(/^\s*\d+\s*$/.test(typed) ? Number(typed) : Number.NaN);
    setRefused(!position.success);
    if (!position.success) return;
    onPlace(position.data, "number");
    setTyped("");
  };
  return (
    <form className={styles.number} onSubmit={onSubmit} noValidate>
      <TextField
        label={t("typeNumber")}
        hint={t("typeNumberHint")}
        error={refused ? t("numberOutOfRange") : undefined}
        inputMode="numeric"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <Button type="submit">{t("placeNumber")}</Button>
    </form>
  );
};
