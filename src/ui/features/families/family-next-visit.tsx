import { useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import type { FamilyValues } from "./family-form";
import { LONGEST_WHERE } from "./next-visit-form";
import { NextVisitFields } from "./next-visit-fields";
import { useFaultWords } from "./use-fault-words";

/** The next visit with a family that is being written down; those who may come are the people named so far. */
export const FamilyNextVisit = () => {
  const { t } = useTranslation("families");
  const { today } = useServices();
  const faultWords = useFaultWords();
  const {
    control,
    register,
    formState: { errors },
  } = useFormContext<FamilyValues>();
  const people = useWatch({ control, name: "people" });
  return (
    <Card>
      <h2>{t("form.nextVisit")}</h2>
      <NextVisitFields
        register={(field) => register(`nextVisit.${field}`, { deps: ["nextVisit.on"] })}
        errorOf={(field) => faultWords(errors.nextVisit?.[field]?.message, LONGEST_WHERE)}
        today={today()}
        people={people
          .map(({ id, name, childCalls }) => ({ id, name: childCalls.trim() || name.trim() }))
          .filter(({ name }) => name !== "")}
      />
    </Card>
  );
};
