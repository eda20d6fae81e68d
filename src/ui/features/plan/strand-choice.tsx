import { useId } from "react";
import { useTranslation } from "react-i18next";
import { workedOnFirst } from "#core/plan/work-on-first";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { MarksTrack } from "../../components/chart/marks-track";
import { useMarkWords } from "./mark-words";
import styles from "./plan.module.css";
import { SMALL_MARK_PX, type SmallLine } from "./small-lines";

interface StrandChoiceProps {
  readonly line: SmallLine;
  /** "offered first", "seen differently", or nothing. */
  readonly tag: string | undefined;
  readonly refused: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** One of the nine lines as a thing to tick: the whole row is the target, and the order of choosing stands on it. */
export const StrandChoice = ({ line, tag, refused, onChoose }: StrandChoiceProps) => {
  const { t } = useTranslation("plan");
  const { instrument } = useOpenVisit();
  const wordsOf = useMarkWords();
  const id = useId();
  const { strandId } = line.row;
  const at = useVisit((visit) => workedOnFirst(visit).indexOf(strandId));
  const chosen = at !== -1;
  return (
    <div className={styles.strandRow} data-chosen={chosen}>
      <label className={styles.pick}>
        <input
          autoComplete="off"
          type="checkbox"
          checked={chosen}
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-tag ${id}-marks ${id}-refused`}
          onChange={(event) => {
            onChoose(event.currentTarget.checked);
          }}
        />
        <span className={styles.pickName}>
          <span id={`${id}-name`}>{instrument.wording.strands[strandId]?.family}</span>{" "}
          {tag !== undefined && (
            <span id={`${id}-tag`} className={styles.tag}>
              {tag}
            </span>
          )}
        </span>
        <span className={styles.pickLine}>
          <MarksTrack row={line.chart} size={SMALL_MARK_PX} untouched={line.chart.marks.length === 0} />
          <span id={`${id}-marks`} className="visually-hidden">
            {wordsOf(line.row)}
          </span>
        </span>
      </label>
      {refused && (
        <p id={`${id}-refused`} className={styles.error} role="alert">
          {t("first.full")}
        </p>
      )}
    </div>
  );
};
