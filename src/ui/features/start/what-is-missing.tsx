import { useFormContext, useFormState } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { START_GAPS } from "#core/flow/start-state";
import { shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";
import { ErrorSummary } from "../../components/form/error-summary";
import { fieldOf } from "./start-check";
import type { StartValues } from "./start-values";

/** What still comes first, on top of the page, each with a way to its place. */
export const WhatIsMissing = ({ tries }: { readonly tries: number }) => {
  const { t } = useTranslation("start");
  const { child } = useOpenVisit();
  const { control, getFieldState, getValues, setFocus } = useFormContext<StartValues>();
  const state = useFormState({ control });
  const missing = START_GAPS.map((gap) => ({ gap, field: fieldOf(gap, getValues(), child.id) })).filter(
    ({ gap, field }) => getFieldState(field, state).error?.message === gap,
  );
  return (
    <ErrorSummary
      title={t("missing.title")}
      attempt={tries}
      errors={missing.map(({ gap, field }) => ({
        message: t(`missing.${gap}`, { name: shownName(child) }),
        onGo: () => {
          setFocus(field);
        },
      }))}
    />
  );
};
