import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type WordField, writeWords } from "#core/paper/copied-words";
import type { FromPaper } from "#core/schema/paper";
import { type Person, shownName } from "#core/schema/person";
import type { Voice } from "#core/schema/profile";
import { changeVoice, voiceIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { SelectField, TextArea } from "../../components/form/text-field";
import styles from "./strand.module.css";

type WordsField = "goesWell" | "harder" | "helps" | "takesOut";

interface StrandWordsProps {
  readonly strandId: string;
  readonly person: Person;
  /** The page that is being copied now. */
  readonly paper: FromPaper | undefined;
}

/** What one person says beside their mark. The fields hold their own text while it is typed; every change is saved. */
export const StrandWords = ({ strandId, person, paper }: StrandWordsProps) => {
  const { t } = useTranslation("strands");
  const { store, instrument, child } = useOpenVisit();
  const opened = voiceIn(store.get(), strandId, person.id);
  const pattern = instrument.structure.strands.find((strand) => strand.id === strandId)?.pattern;
  const patternWords = instrument.wording.strands[strandId]?.pattern;
  const write = (words: Partial<Pick<Voice, WordField>>): void => {
    store.change((visit) => writeWords(visit, strandId, person.id, words, paper));
  };
  const area = (field: WordsField, label: ReactNode, placeholder: string) => (
    <TextArea
      label={label}
      placeholder={placeholder}
      defaultValue={opened[field]}
      onChange={(event) => {
        write({ [field]: event.currentTarget.value });
      }}
    />
  );
  return (
    <div className={styles.wordsOf} role="group" aria-label={t("wordsOf", { name: shownName(person) })}>
      <p className={styles.whoseWords} aria-hidden="true">
        {t("wordsOf", { name: shownName(person) })}
      </p>
      <div>
        {area("goesWell", t("goesWell"), t("goesWellPlaceholder"))}
        <PinStrength
          strandId={strandId}
          personId={person.id}
          onPin={(strengthPinned) => {
            store.change((visit) => changeVoice(visit, strandId, person.id, { strengthPinned }));
          }}
        />
      </div>
      {area("harder", t("harder"), t("harderPlaceholder"))}
      {area("helps", t("helps"), t("helpsPlaceholder"))}
      {area(
        "takesOut",
        person.id === child.id ? t("takesOutOwn", { name: shownName(child) }) : t("takesOut"),
        t("takesOutPlaceholder"),
      )}
      {pattern !== undefined && (
        <SelectField
          label={t("pattern")}
          defaultValue={opened.pattern}
          onChange={(event) => {
            write({ pattern: event.currentTarget.value });
          }}
        >
          <option value="">{t("patternNone")}</option>
          {pattern.map((each) => (
            <option key={each} value={each}>
              {patternWords?.[each]}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
};

interface PinStrengthProps {
  readonly strandId: string;
  readonly personId: string;
  readonly onPin: (pinned: boolean) => void;
}

/** Strengths are words, wherever the mark stands. */
const PinStrength = ({ strandId, personId, onPin }: PinStrengthProps) => {
  const { t } = useTranslation("strands");
  const pinned = useVisit((visit) => voiceIn(visit, strandId, personId).strengthPinned);
  return (
    <button
      type="button"
      className={styles.pin}
      aria-pressed={pinned}
      onClick={() => {
        onPin(!pinned);
      }}
    >
      <span aria-hidden="true">{pinned ? "★" : "☆"}</span> {pinned ? t("pinned") : t("pin")}
    </button>
  );
};
