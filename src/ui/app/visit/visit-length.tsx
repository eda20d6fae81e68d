import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Frame } from "#core/schema/profile";
import {
  chooseLength,
  chooseStrand,
  chosenStrands,
  hasRoomForStrand,
  lengthIn,
  strandsToday,
  VISIT_LENGTHS,
} from "#core/visit/visit-length";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { TickCard } from "../../components/form/tick-card";
import { useOpenVisit, useVisit } from "./open-visit";
import styles from "./visit-length.module.css";

export const useFrame = (): Frame => useVisit((visit) => visit.profile.sections.frame);

/** The strands to go through today, in the questionnaire's order. */
export const useStrandsToday = (): readonly string[] => strandsToday({ frame: useFrame() }, useOpenVisit().strandIds);

/** How much to talk about: today's worry, the whole picture, or all of it over two visits. */
export const VisitLengthChoice = () => {
  const { t } = useTranslation("length");
  const { store } = useOpenVisit();
  const length = lengthIn({ frame: useFrame() });
  const name = useId();
  return (
    <>
      <ChoiceGroup legend={t("legend")} hint={t("hint")}>
        <div className={styles.lengths}>
          {VISIT_LENGTHS.map((each) => (
            <TickCard
              key={each}
              type="radio"
              name={name}
              note={t(`note.${each}`)}
              checked={each === length}
              onChange={() => {
                store.change((visit) => chooseLength(visit, each));
              }}
            >
              {t(`name.${each}`)}
            </TickCard>
          ))}
        </div>
      </ChoiceGroup>
      {length === "worry" && <WhichStrands />}
    </>
  );
};

/** One to three strands by the family's words. What cannot be chosen any more stands there all the same. */
const WhichStrands = () => {
  const { t } = useTranslation("length");
  const { store, strandIds, instrument } = useOpenVisit();
  const frame = useFrame();
  const chosen = chosenStrands({ frame });
  const hasRoom = hasRoomForStrand({ frame });
  const hint = chosen.length === 0 ? t("whichNone") : hasRoom ? undefined : t("whichFull");
  return (
    <div className={styles.which}>
      <ChoiceGroup legend={t("which")} hint={hint}>
        <div className={styles.strands}>
          {strandIds.map((strandId) => (
            <Choice
              key={strandId}
              type="checkbox"
              checked={chosen.includes(strandId)}
              disabled={!hasRoom && !chosen.includes(strandId)}
              onChange={(event) => {
                const isChosen = event.currentTarget.checked;
                store.change((visit) => chooseStrand(visit, strandId, isChosen));
              }}
            >
              {instrument.wording.strands[strandId]?.family}
            </Choice>
          ))}
        </div>
      </ChoiceGroup>
    </div>
  );
};
