import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { CAPACITY_STEPS, deciderOf } from "#core/flow/agreement";
import { shownName } from "#core/schema/person";
import { agreementIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { TextArea } from "../../components/form/text-field";
import type { StartValues } from "./start-values";
import { Says } from "./says";
import styles from "./start.module.css";
import { useMissing } from "./use-missing";

/** From 16: presumed able to decide; where there is a doubt, the four steps of the Mental Capacity Act, with help. */
export const OwnDecision = () => {
  const { t } = useTranslation("start");
  const { register } = useFormContext<StartValues>();
  const { child, ageYears } = useOpenVisit();
  const name = shownName(child);
  const doubt = useVisit((visit) => agreementIn(visit).capacityDoubt);
  const decider = useVisit((visit) => deciderOf(ageYears, agreementIn(visit)));
  return (
    <>
      {!doubt && <p className={styles.note}>{t("agreement.ownDecision", { name })}</p>}
      <ChoiceGroup legend={t("agreement.doubt")} hint={t("agreement.doubtHint", { name })} flow="row">
        <Choice type="radio" value="no" {...register("agreement.capacityDoubt")}>
          {t("agreement.no")}
        </Choice>
        <Choice type="radio" value="yes" {...register("agreement.capacityDoubt")}>
          {t("agreement.yes")}
        </Choice>
      </ChoiceGroup>
      {doubt && <CapacitySteps name={name} />}
      <Says>
        {doubt && decider === "young-person" && <p className={styles.note}>{t("agreement.canDecide", { name })}</p>}
        {decider === "best-interests" && <p className={styles.note}>{t("agreement.bestInterests", { name })}</p>}
      </Says>
    </>
  );
};

const CapacitySteps = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation("start");
  const { register } = useFormContext<StartValues>();
  const missing = useMissing();
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{t("agreement.stepsHint", { name })}</p>
      {CAPACITY_STEPS.map((step) => {
        const field = `agreement.capacitySteps.${step}` as const;
        return (
          <ChoiceGroup key={step} legend={t(`agreement.step.${step}`, { name })} error={missing(field)} flow="row">
            <Choice type="radio" value="yes" {...register(field)}>
              {t("agreement.yes")}
            </Choice>
            <Choice type="radio" value="no" {...register(field)}>
              {t("agreement.no")}
            </Choice>
          </ChoiceGroup>
        );
      })}
      <TextArea label={t("agreement.help")} {...register("agreement.capacityHelp")} />
    </div>
  );
};
