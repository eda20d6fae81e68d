import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { safetyQuestionsClosed } from "#core/flow/start-state";
import { hereIn } from "#core/visit/change-section";
import { useVisit } from "../../app/visit/open-visit";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { TextArea, TextField } from "../../components/form/text-field";
import type { StartValues } from "./start-values";
import { Says } from "./says";
import styles from "./start.module.css";
import { useMissing } from "./use-missing";

const KINDS = { none: "none", professional: "professional", "relative-insisted": "relative" } as const;

/** Nobody, a professional, or an adult relative who insists: then with the reason, and the safety questions stay closed. */
export const Interpreting = () => {
  const { t } = useTranslation("start");
  const { register } = useFormContext<StartValues>();
  const missing = useMissing();
  const kind = useVisit((visit) => hereIn(visit).interpreter.kind);
  const closed = useVisit((visit) => safetyQuestionsClosed(hereIn(visit)));
  return (
    <>
      <ChoiceGroup legend={t("interpreter.title")} hint={t("interpreter.hint")} flow="row">
        {(["none", "professional", "relative-insisted"] as const).map((each) => (
          <Choice key={each} type="radio" value={each} {...register("here.interpreter.kind")}>
            {t(`interpreter.${KINDS[each]}`)}
          </Choice>
        ))}
      </ChoiceGroup>
      {kind !== "none" && (
        <TextField
          label={t(kind === "professional" ? "interpreter.name" : "interpreter.relativeName")}
          maxLength={80}
          error={missing("here.interpreter.name")}
          {...register("here.interpreter.name")}
        />
      )}
      {kind === "relative-insisted" && (
        <TextArea
          label={t("interpreter.reason")}
          hint={t("interpreter.reasonHint")}
          error={missing("here.interpreter.reason")}
          {...register("here.interpreter.reason")}
        />
      )}
      <Says>{closed && <p className={styles.note}>{t("interpreter.safetyClosed")}</p>}</Says>
    </>
  );
};
