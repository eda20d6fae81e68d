import { useTranslation } from "react-i18next";
import { type FieldPath, useFormContext, useFormState } from "react-hook-form";
import { START_GAPS } from "#core/flow/start-state";
import { shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";
import type { StartValues } from "./start-values";

/** What is still missing at a field, in words. */
export const useMissing = (): ((field: FieldPath<StartValues>) => string | undefined) => {
  const { t } = useTranslation("start");
  const { child } = useOpenVisit();
  const { control, getFieldState } = useFormContext<StartValues>();
  const state = useFormState({ control });
  return (field) => {
    const { error } = getFieldState(field, state);
    const gap = START_GAPS.find((each) => each === error?.message);
    return gap === undefined ? undefined : t(`missing.${gap}`, { name: shownName(child) });
  };
};
