import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { localDay } from "#platform/clock";
import { DiscardForm } from "../../app/forms/discard-form";
import { PageHeading } from "../../app/page-heading";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { ErrorSummary } from "../../components/form/error-summary";
import { useFormat } from "../../i18n/use-format";
import { AmendFields } from "./amend-fields";
import { amendmentForm, type AmendmentValues } from "./amendment-form";
import styles from "./amendments.module.css";
import type { OpenAmendment } from "./amendment-draft";
import { usePageState } from "./page-state";
import { useAdding } from "./use-adding";

/** What is to be put right or added, who says so and why; beside it the promise that the old words stay. */
export const AmendForm = ({ draft }: { readonly draft: OpenAmendment }) => {
  const { t } = useTranslation("amendments");
  const { t: common } = useTranslation();
  const { people } = useOpenVisit();
  const path = useVisitPath();
  const { from } = usePageState();
  const form = useForm<AmendmentValues>({
    defaultValues: draft.opened,
    resolver: zodResolver(amendmentForm(people)),
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
  const adding = useAdding(draft, form);
  return (
    <FormProvider {...form}>
      <form
        className={styles.page}
        noValidate
        onSubmit={(event) => {
          void adding.add(event);
        }}
      >
        <main id="main" className={styles.main}>
          <Head />
          <ErrorSummary title={t("fault.title")} errors={adding.errors} attempt={adding.attempt} />
          <div className={styles.beside}>
            <AmendFields isAdding={adding.isAdding} />
            <OldWordsStay />
          </div>
          <DiscardForm
            draft={draft}
            goTo={path(from)}
            replace
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
          <ButtonLink to={path(from)}>{common("back")}</ButtonLink>
          <Button weight="main" type="submit" disabled={adding.isAdding}>
            {t("form.add")}
          </Button>
        </VisitBar>
      </form>
    </FormProvider>
  );
};

const Head = () => {
  const { t } = useTranslation("amendments");
  const { child } = useOpenVisit();
  const format = useFormat();
  const finishedAtMs = useVisit(({ profile: { sections } }) => sections.finish?.atMs ?? sections.frame.startedAtMs);
  return (
    <div>
      <PageHeading>{t("form.title")}</PageHeading>
      <p className={styles.quiet}>
        {t("form.finishedOn", { name: shownName(child), day: format.longDay(localDay(finishedAtMs)) })}
      </p>
    </div>
  );
};

const OldWordsStay = () => {
  const { t } = useTranslation("amendments");
  return (
    <Card tone="talk-about">
      <h2>{t("form.promise")}</h2>
      <p>{t("form.promiseBeside")}</p>
      <p>{t("form.promiseKept")}</p>
    </Card>
  );
};
