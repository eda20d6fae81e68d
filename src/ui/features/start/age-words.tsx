import { useTranslation } from "react-i18next";
import { offeredBand } from "#core/flow/age-band";
import { shownName } from "#core/schema/person";
import { changeBand } from "#core/visit/change-band";
import { marksInView } from "#core/visit/together";
import { localDay } from "#platform/clock";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import styles from "./start.module.css";

/** The age whose words the lines use: offered by school year, changeable among those that the questionnaire has. */
export const AgeWords = () => {
  const { t } = useTranslation("start");
  const { t: common } = useTranslation();
  const { child, caseBody, instrument, store, strandIds } = useOpenVisit();
  const { band, startedAtMs } = useVisit((visit) => visit.profile.sections.frame);
  const { bands } = instrument.structure;
  const offered = offeredBand(caseBody.sections.child.bornOn, localDay(startedAtMs));
  const isMarked = useVisit((visit) => strandIds.some((strandId) => marksInView(visit, strandId).length > 0));
  const inWords = t(`age.band.${band}`);
  return (
    <Card>
      <h2>{t("age.title")}</h2>
      {!bands.includes(offered) && <p className={styles.note}>{t("age.notYet", { band: inWords })}</p>}
      {bands.length === 1 ? (
        bands.includes(offered) && <p>{t("age.only", { band: inWords })}</p>
      ) : (
        <ChoiceGroup legend={t("age.choose")} flow="row">
          {bands.map((each) => (
            <Choice
              key={each}
              type="radio"
              name="age-band"
              checked={each === band}
              onChange={() => {
                store.change((visit) => changeBand(visit, each));
              }}
            >
              {common(`band.${each}`)}
              {each === offered && (
                <span className={styles.quiet}> ({t("age.offered", { name: shownName(child) })})</span>
              )}
            </Choice>
          ))}
        </ChoiceGroup>
      )}
      {bands.length > 1 && isMarked && <p className={styles.note}>{t("age.kept")}</p>}
    </Card>
  );
};
