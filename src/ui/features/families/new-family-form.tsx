import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useState, useTransition } from "react";
import { FormProvider, type Path, type Resolver, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { DiscardForm } from "../../app/forms/discard-form";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { ErrorSummary } from "../../components/form/error-summary";
import { ChildFields } from "./child-fields";
import type { FamilyDraft } from "./family-draft";
import { familyForm, type FamilyValues, type TypedFamily } from "./family-form";
import { FamilyNextVisit } from "./family-next-visit";
import { FamilyPeople } from "./family-people";
import styles from "./form.module.css";
import { finishFamily } from "./finish-family";
import { type FieldFault, listFaults } from "./list-faults";
import { useFaultInField } from "./use-fault-in-field";
import { useFaultWords } from "./use-fault-words";

const ORDER = ["child", "born", "languages", "people", "nextVisit", "madeUp"] as const;

/** The form of a new family. */
export const NewFamilyForm = ({ draft }: { readonly draft: FamilyDraft }) => {
  const { t } = useTranslation("families");
  const services = useServices();
  const navigate = useNavigate();
  const faultWords = useFaultWords();
  const faultInField = useFaultInField();
  const [shown, setShown] = useState<{ readonly attempt: number; readonly faults: readonly FieldFault[] } | null>(null);
  const [isSaving, startTransition] = useTransition();
  const [hasFailed, setHasFailed] = useState(false);
  const form = useForm<FamilyValues, unknown, TypedFamily>({
    defaultValues: draft.opened,
    // The tick is false until it is made, which only the checked form forbids.
    resolver: zodResolver(familyForm(services.today())) as unknown as Resolver<FamilyValues, unknown, TypedFamily>,
    shouldFocusError: false,
  });
  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          draft.changed(structuredClone(values));
        },
      }),
    [subscribe, draft],
  );

  const save = form.handleSubmit(
    (typed) => {
      setShown(null);
      setHasFailed(false);
      startTransition(async () => {
        const finished = await finishFamily(services, draft, typed);
        if (finished.ok) await navigate(`/cases/${finished.value}`, { replace: true });
        else setHasFailed(true);
      });
    },
    (errors) => {
      setShown((before) => ({ attempt: (before?.attempt ?? 0) + 1, faults: listFaults(errors, ORDER) }));
    },
  );
  return (
    <FormProvider {...form}>
      <form
        className={styles.page}
        noValidate
        onSubmit={(event) => {
          void save(event);
        }}
      >
        <main id="main" className={layout.narrow}>
          <div>
            <PageHeading>{t("form.title")}</PageHeading>
            <p className={styles.soft}>{t("form.intro")}</p>
          </div>
          {shown !== null && (
            <ErrorSummary
              key={shown.attempt}
              title={t("form.mend")}
              errors={shown.faults.map((fault) => ({
                message: faultInField(fault, form.getValues("people")),
                onGo: () => {
                  form.setFocus(fault.path as Path<FamilyValues>);
                },
              }))}
            />
          )}
          <ChildFields />
          <FamilyPeople />
          <FamilyNextVisit />
          <Card tone="talk-about">
            <ChoiceGroup
              legend={t("form.madeUpTitle")}
              hint={t("form.madeUpWhy")}
              error={faultWords(form.formState.errors.madeUp?.message)}
            >
              <Choice type="checkbox" {...form.register("madeUp")}>
                {t("form.madeUp")}
              </Choice>
            </ChoiceGroup>
          </Card>
          {hasFailed && (
            <Card role="alert">
              <p>{t("form.notSaved")}</p>
            </Card>
          )}
          <DiscardForm
            draft={draft}
            goTo="/"
            words={{
              ask: t("form.discard"),
              title: t("form.discardTitle"),
              body: t("form.discardBody"),
              confirm: t("form.discardConfirm"),
              cancel: t("form.discardCancel"),
            }}
          />
        </main>
        <VisitBar>
          <Button weight="main" type="submit" disabled={isSaving}>
            {t("form.save")}
          </Button>
        </VisitBar>
      </form>
    </FormProvider>
  );
};
