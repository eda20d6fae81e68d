import { useTranslation } from "react-i18next";
import type { UseFormRegisterReturn } from "react-hook-form";
import type { PlainDate } from "#core/schema/plain-date";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { TextField } from "../../components/form/text-field";
import styles from "./form.module.css";
import type { NextVisitValues } from "./next-visit-form";

interface NextVisitFieldsProps {
  readonly register: (field: keyof NextVisitValues) => UseFormRegisterReturn;
  readonly errorOf: (field: keyof NextVisitValues) => string | undefined;
  readonly today: PlainDate;
  /** Who may come: everyone around the child who has a name so far. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** When, where and with whom the next visit is. */
export const NextVisitFields = ({ register, errorOf, today, people }: NextVisitFieldsProps) => {
  const { t } = useTranslation("families");
  return (
    <>
      <div className={styles.grid}>
        <TextField {...register("on")} type="date" min={today} label={t("form.visitOn")} error={errorOf("on")} />
        <TextField {...register("at")} type="time" label={t("form.visitAt")} error={errorOf("at")} />
      </div>
      <TextField {...register("where")} label={t("form.visitWhere")} error={errorOf("where")} />
      {people.length > 0 && (
        <ChoiceGroup legend={t("form.visitWith")} flow="row">
          {people.map(({ id, name }) => (
            <Choice key={id} type="checkbox" value={id} {...register("withPersonIds")}>
              <bdi>{name}</bdi>
            </Choice>
          ))}
        </ChoiceGroup>
      )}
    </>
  );
};
