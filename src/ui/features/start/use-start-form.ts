import { useEffect, useState } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import { zodResolver } from "@hookform/resolvers/zod";
import { agreementIn } from "#core/visit/change-section";
import type { VisitStore } from "../../app/visit/visit-store";
import { useOpenVisit } from "../../app/visit/open-visit";
import { startFormFor } from "./start-check";
import { type StartValues, startValuesOf, withAgreementValues, withHereValues } from "./start-values";
import { useEveryone } from "./use-everyone";

/**
 * The form of who is here and who agreed. Its inputs keep their own text; every change goes to the visit at once, so
 * that autosave has it.
 */
export const useStartForm = () => {
  const { store, ageYears, caseBody } = useOpenVisit();
  const people = useEveryone();
  const around = { ageYears, people, languages: caseBody.sections.child.languages };
  const [tries, setTries] = useState({ count: 0, isOpen: false });
  const form = useForm<StartValues>({
    defaultValues: startValuesOf(store.get(), around),
    resolver: zodResolver(startFormFor(store.get, around)),
    reValidateMode: "onSubmit",
    shouldFocusError: false,
  });

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values, name = "" }) => {
          keep(store, ageYears, values, name);
          follow(store, form, values);
          if (!tries.isOpen) return;
          void form.trigger().then((isComplete) => {
            if (isComplete) setTries((before) => ({ ...before, isOpen: false }));
          });
        },
      }),
    [form, store, ageYears, tries.isOpen],
  );

  /** Goes on if nothing is missing, and else shows what is. */
  const attempt = (goOn: () => Promise<void>): void => {
    void form.handleSubmit(goOn, () => {
      setTries(({ count }) => ({ count: count + 1, isOpen: true }));
    })();
  };
  return { form, attempt, tries: tries.count };
};

const keep = (store: VisitStore, ageYears: number, values: StartValues, changed: string): void => {
  store.change((visit) =>
    changed.startsWith("agreement.") ? withAgreementValues(visit, values, ageYears) : withHereValues(visit, values),
  );
};

/** Where the core said more than was typed — a yes asked again, words that became a wish — the inputs show it. */
const follow = (store: VisitStore, form: UseFormReturn<StartValues>, { agreement }: StartValues): void => {
  const { decision, words, childWish } = agreementIn(store.get());
  if (decision !== agreement.decision) form.setValue("agreement.decision", decision);
  if (words !== agreement.words) form.setValue("agreement.words", words);
  if (childWish !== agreement.childWish) form.setValue("agreement.childWish", childWish);
};
