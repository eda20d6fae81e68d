import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { agreementIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import type { StartValues } from "./start-values";
import { Says } from "./says";
import styles from "./start.module.css";
import { useMissing } from "./use-missing";

/** Under 16: a child who understands decides; otherwise someone with parental responsibility. */
export const Understanding = () => {
  const { t } = useTranslation("start");
  const { register } = useFormContext<StartValues>();
  const missing = useMissing();
  const name = shownName(useOpenVisit().child);
  const understands = useVisit((visit) => agreementIn(visit).understands);
  return (
    <>
      <ChoiceGroup
        legend={t("agreement.understands", { name })}
        hint={t("agreement.understandsHint", { name })}
        error={missing("agreement.understands")}
        flow="row"
      >
        <Choice type="radio" value="yes" {...register("agreement.understands")}>
          {t("agreement.yes")}
        </Choice>
        <Choice type="radio" value="no" {...register("agreement.understands")}>
          {t("agreement.no")}
        </Choice>
      </ChoiceGroup>
      <Says>
        {understands !== "not-said" && (
          <p className={styles.note}>
            {t(understands === "yes" ? "agreement.childDecides" : "agreement.parentDecides", { name })}
          </p>
        )}
      </Says>
    </>
  );
};
