import { useState } from "react";
import { useTranslation } from "react-i18next";
import { bandOn } from "#core/scoring/band-on";
import { chooseBandOn } from "#core/visit/change-band";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import styles from "./strand.module.css";

/** The age whose words stand under one line and in its examples: the visit's, or another that people choose for it. */
export const WordsForAge = ({ strandId }: { readonly strandId: string }) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { bands } = useOpenVisit().instrument.structure;
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const [open, setOpen] = useState(false);
  if (bands.length < 2) return null;
  return (
    <details
      className={styles.more}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t("wordsFor", { band: common(`band.${band}`) })}</summary>
      {open && <ChooseAge strandId={strandId} />}
    </details>
  );
};

const ChooseAge = ({ strandId }: { readonly strandId: string }) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { store, instrument } = useOpenVisit();
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const bandOfVisit = useVisit((visit) => visit.profile.sections.frame.band);
  return (
    <div className={styles.moreBody}>
      <ChoiceGroup legend={t("chooseWords")} hint={t("chooseWordsHint")} flow="row">
        {instrument.structure.bands.map((each) => (
          <Choice
            key={each}
            type="radio"
            name={`words-for-${strandId}`}
            checked={each === band}
            onChange={() => {
              store.change((visit) => chooseBandOn(visit, strandId, each));
            }}
          >
            {common(`band.${each}`)}
            {each === bandOfVisit && <span className={styles.quiet}> ({t("wordsOfVisit")})</span>}
          </Choice>
        ))}
      </ChoiceGroup>
    </div>
  );
};
