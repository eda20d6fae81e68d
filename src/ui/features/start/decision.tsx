import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { agreementIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { TextArea } from "../../components/form/text-field";
import type { StartValues } from "./start-values";
import { type Asked, useWhoDecides, useWordsAround } from "./decision-words";
import { Says } from "./says";
import styles from "./start.module.css";
import { useMissing } from "./use-missing";
import { useTurningBack } from "./use-turning-back";

/** The yes or no of whoever decides, and the words it was said in. A no is fine. */
export const Decision = ({ decider }: { readonly decider: Asked }) => {
  const { t } = useTranslation("start");
  const { register } = useFormContext<StartValues>();
  const missing = useMissing();
  const name = shownName(useOpenVisit().child);
  const who = useWhoDecides(decider);
  const saidNo = useVisit((visit) => agreementIn(visit).decision === "no");
  const words = useWordsAround(decider, who);
  const turning = useTurningBack();
  const answer = register("agreement.decision");
  return (
    <>
      <ChoiceGroup legend={words.question} error={missing("agreement.decision")} flow="row">
        <Choice
          type="radio"
          value="yes"
          {...answer}
          onChange={(event) => {
            if (saidNo) turning.ask();
            else void answer.onChange(event);
          }}
        >
          {t("agreement.saysYes")}
        </Choice>
        <Choice type="radio" value="no" {...answer}>
          {t("agreement.saysNo")}
        </Choice>
      </ChoiceGroup>
      <Says>
        {saidNo && (
          <div className={styles.note}>
            <p>
              <b>{t("agreement.noTitle")}</b>
            </p>
            <p>{t("agreement.noBody")}</p>
          </div>
        )}
      </Says>
      <TextArea
        label={words.label}
        hint={words.hint}
        error={missing("agreement.words")}
        {...register("agreement.words")}
      />
      {(decider === "parent" || decider === "best-interests") && (
        <TextArea
          label={t("agreement.wish", { name })}
          hint={t("agreement.wishHint", { name })}
          {...register("agreement.childWish")}
        />
      )}
      <EarlierNos />
      {turning.asked && (
        <ConfirmDialog
          title={t("agreement.backTitle")}
          careful
          confirm={t("agreement.backConfirm")}
          cancel={t("agreement.backCancel")}
          onConfirm={turning.turn}
          onCancel={turning.keep}
        >
          <p>{t("agreement.backBody", { who: who === undefined ? name : shownName(who) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
};

const EarlierNos = () => {
  const { t } = useTranslation("start");
  const earlier = useVisit((visit) => agreementIn(visit).earlierNos);
  return earlier.map(({ words, takenBackAtMs }) => (
    <p key={takenBackAtMs} className={styles.quiet}>
      {t("agreement.earlierNo", { words })}
    </p>
  ));
};
