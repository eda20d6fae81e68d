import { type SubmitEvent, useState, useTransition } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type AmendmentFault, amendmentFaults } from "#core/visit/amendments";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { type CannotAdd, createAmendmentAdder } from "./amendment-adder";
import { type AmendmentValues, FIELD_OF } from "./amendment-form";
import type { OpenAmendment } from "./amendment-draft";
import { usePageState } from "./page-state";

/** What stood in the way at the last try: fields of the form, or the device. Tries are counted, so that focus comes again. */
interface Tried {
  readonly attempt: number;
  readonly faults: readonly AmendmentFault[];
  readonly refusal?: CannotAdd;
}

/** Adding what was written, once: asked by the form, answered on the page that was left to write it. */
export const useAdding = (draft: OpenAmendment, form: UseFormReturn<AmendmentValues>) => {
  const { t } = useTranslation("amendments");
  const services = useServices();
  const { people } = useOpenVisit();
  const profileId = useVisit((visit) => visit.profileId);
  const path = useVisitPath();
  const navigate = useNavigate();
  const { from } = usePageState();
  const [adder] = useState(() => createAmendmentAdder({ services, draft, profileId }));
  const [isAdding, startTransition] = useTransition();
  const [tried, setTried] = useState<Tried>({ attempt: 0, faults: [] });
  const { errors } = form.formState;

  const add = async (event: SubmitEvent): Promise<void> => {
    const attempt = tried.attempt + 1;
    await form.handleSubmit(
      (values) => {
        setTried({ attempt, faults: [] });
        startTransition(async () => {
          const added = await adder.add(values, people);
          if (added.ok) await navigate(path(from), { replace: true, state: { from, addedId: added.value } });
          else setTried({ attempt, faults: [], refusal: added.error });
        });
      },
      () => {
        setTried({ attempt, faults: amendmentFaults(form.getValues(), people) });
      },
    )(event);
  };

  return {
    add,
    isAdding,
    attempt: tried.attempt,
    errors: [
      ...tried.faults
        .filter(({ type }) => errors[FIELD_OF[type]] !== undefined)
        .map(({ type }) => ({
          message: t(`fault.${type}`),
          onGo: () => {
            form.setFocus(FIELD_OF[type]);
          },
        })),
      ...(tried.refusal === undefined ? [] : [{ message: t(`refused.${SAID[tried.refusal.type] ?? "NotSaved"}`) }]),
    ],
  };
};

const SAID: Readonly<Record<string, "ChangedElsewhere" | "QuotaExceeded" | "TooLarge" | "NotThere">> = {
  ChangedElsewhere: "ChangedElsewhere",
  QuotaExceeded: "QuotaExceeded",
  TooLarge: "TooLarge",
  NotFound: "NotThere",
  Unreadable: "NotThere",
  NotFinished: "NotThere",
};
