import { useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { DOORS } from "#core/schema/concern";
import type { Id } from "#core/schema/ids";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { SelectField, TextArea, TextField } from "../../components/form/text-field";
import { RingFirst } from "./ring-first";
import styles from "./notes.module.css";
import type { ConcernValues } from "./private-draft";
import { useColleagues } from "./use-colleagues";

const ANSWERS = ["yes", "no", "not-known"] as const;

/** What may be said of a concern. All of it may be left; no answer calls up or closes another. */
export const ConcernFields = ({ caseId }: { readonly caseId: Id }) => {
  const { t } = useTranslation("notes");
  const { register } = useFormContext<ConcernValues>();
  return (
    <>
      <RingFirst caseId={caseId} />
      <Card>
        <TextArea label={t("concern.words")} maxLength={20_000} {...register("words")} />
        <div className={styles.grid}>
          <TextField label={t("concern.saidBy")} maxLength={200} {...register("saidBy")} />
          <TextField label={t("concern.about")} maxLength={200} {...register("about")} />
          <TextField label={t("concern.when")} maxLength={200} {...register("when")} />
        </div>
        <ChoiceGroup legend={t("concern.danger")} flow="row">
          {ANSWERS.map((answer) => (
            <Choice key={answer} type="radio" value={answer} {...register("dangerNow")}>
              {t(`choice.${answer}`)}
            </Choice>
          ))}
        </ChoiceGroup>
        <Choice type="checkbox" {...register("notSafeToAsk")}>
          {t("concern.notSafe")}
        </Choice>
      </Card>
      <Card>
        <h2>{t("concern.toldTitle")}</h2>
        <div className={styles.grid}>
          <SelectField label={t("concern.door")} {...register("toldDoor")}>
            <option value="">{t("concern.noDoor")}</option>
            {DOORS.map((door) => (
              <option key={door} value={door}>
                {t(`doors.${door}`)}
              </option>
            ))}
          </SelectField>
          <TextField label={t("concern.toldWho")} maxLength={200} {...register("toldWho")} />
          <TextField label={t("concern.toldWhen")} maxLength={200} {...register("toldWhen")} />
        </div>
        <ChoiceGroup legend={t("concern.family")} flow="row">
          {(["yes", "no"] as const).map((answer) => (
            <Choice key={answer} type="radio" value={answer} {...register("familyTold")}>
              {t(`choice.${answer}`)}
            </Choice>
          ))}
        </ChoiceGroup>
        <TextArea label={t("concern.whyNot")} rows={2} {...register("whyNotTold")} />
      </Card>
      <Readers caseId={caseId} />
    </>
  );
};

/** Colleagues around this child, by name; nobody reads it by having to do with the child. */
const Readers = ({ caseId }: { readonly caseId: Id }) => {
  const { t } = useTranslation("notes");
  const { control, setValue } = useFormContext<ConcernValues>();
  const chosenIds = useWatch({ control, name: "alsoReadBy" });
  const colleagues = useColleagues(caseId);
  if (colleagues.length === 0) return <p className={styles.quiet}>{t("concern.readersHint")}</p>;
  return (
    <Card>
      <ChoiceGroup legend={t("concern.readers")} hint={t("concern.readersHint")}>
        {colleagues.map(({ id, name }) => (
          <Choice
            key={id}
            type="checkbox"
            checked={chosenIds.includes(id)}
            onChange={({ currentTarget: { checked } }) => {
              const others = chosenIds.filter((each) => each !== id);
              setValue("alsoReadBy", checked ? [...others, id] : others, { shouldDirty: true });
            }}
          >
            <bdi>{name}</bdi>
          </Choice>
        ))}
      </ChoiceGroup>
    </Card>
  );
};
