import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { DateParts } from "../../components/form/date-parts";
import { TextField } from "../../components/form/text-field";
import type { FamilyValues } from "./family-form";
import styles from "./form.module.css";
import { useFaultWords } from "./use-fault-words";

const PARTS = ["day", "month", "year"] as const;
const WAYS = ["spoken", "read", "signed"] as const;

/** The child's name and date of birth, and the languages at home. */
export const ChildFields = () => {
  const { t } = useTranslation("families");
  const faultWords = useFaultWords();
  const {
    register,
    formState: { errors },
  } = useFormContext<FamilyValues>();
  const { born } = errors;
  return (
    <>
      <Card>
        <h2>{t("form.child")}</h2>
        <div className={styles.grid}>
          <TextField
            {...register("child.name")}
            label={t("form.childName")}
            error={faultWords(errors.child?.name?.message)}
          />
          <TextField
            {...register("child.calls")}
            label={t("form.childCalls")}
            error={faultWords(errors.child?.calls?.message)}
          />
        </div>
        <DateParts
          legend={t("form.born")}
          hint={t("form.bornHint")}
          error={faultWords((born?.day ?? born?.month ?? born?.year)?.message)}
          parts={PARTS.map((part) => ({
            // A date is right or wrong as a whole: each part mends the others.
            ...register(`born.${part}`, { deps: ["born.day", "born.month", "born.year"] }),
            label: t(`form.${part}`),
            digits: part === "year" ? 4 : 2,
            isWrong: born?.[part] !== undefined,
          }))}
        />
        <ChoiceGroup legend={t("protected.title")} hint={t("protected.what")}>
          <Choice type="checkbox" {...register("identityProtected")}>
            {t("protected.mark")}
          </Choice>
        </ChoiceGroup>
      </Card>
      <Card>
        <h2>{t("form.languages")}</h2>
        <p className={styles.soft}>{t("form.languagesHint")}</p>
        <div className={styles.grid}>
          {WAYS.map((way) => (
            <TextField
              key={way}
              {...register(`languages.${way}`)}
              label={t(`language.${way}`)}
              error={faultWords(errors.languages?.[way]?.message)}
            />
          ))}
        </div>
      </Card>
    </>
  );
};
