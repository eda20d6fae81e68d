import { type ReactNode, useEffect, useState } from "react";
import { type DefaultValues, FormProvider, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Result } from "#core/result";
import { unreachable } from "#core/result";
import type { Id } from "#core/schema/ids";
import { DiscardForm } from "../../app/forms/discard-form";
import type { FormKind } from "../../app/forms/open-form";
import { useKeptForm } from "../../app/forms/use-kept-form";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { SavingContext } from "../../app/visit/saving";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import styles from "./notes.module.css";
import { isAnythingTyped, type OpenPrivate } from "./private-draft";
import { type CannotSend, createSender, type ToSend } from "./private-sender";

interface PrivateFormProps<V extends object> {
  readonly kind: FormKind<V>;
  readonly title: string;
  readonly intro: string;
  readonly send: string;
  /** Where people come from, and go back to. */
  readonly back: string;
  readonly make: (values: V, id: Id, nowMs: number) => Promise<Result<ToSend, CannotSend>>;
  readonly children: ReactNode;
}

/** A private record that is being written: every letter is kept on the device until it is sent or thrown away. */
export const PrivateForm = <V extends object>(props: PrivateFormProps<V>) => {
  const { t } = useTranslation("notes");
  const opening = useKeptForm(props.kind);
  switch (opening.kind) {
    case "opening":
      return <Opening />;
    case "held-elsewhere":
      return <Message title={t("held")}>{t("heldBody")}</Message>;
    case "storage-failed":
      return <Message title={t("list.failed")} />;
    case "open":
      return (
        <SavingContext value={opening.draft.saving}>
          <Fields {...props} draft={opening.draft} />
        </SavingContext>
      );
    default:
      return unreachable(opening);
  }
};

const Fields = <V extends object>(props: PrivateFormProps<V> & { readonly draft: OpenPrivate<V> }) => {
  const { draft, title, intro, back, make, children } = props;
  const { t } = useTranslation("notes");
  const { t: common } = useTranslation();
  const services = useServices();
  const navigate = useNavigate();
  const [sender] = useState(() => createSender({ services, draft, make }));
  const [isSending, setIsSending] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const form = useForm<V>({ defaultValues: draft.opened as DefaultValues<V> });
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
  const send = async (values: V): Promise<void> => {
    // Nothing was written: there is nothing to send, and nobody is kept here.
    if (!isAnythingTyped(values)) return navigate(back, { replace: true });
    setIsSending(true);
    const sent = await sender.send(structuredClone(values));
    if (sent.ok) return navigate(back, { replace: true });
    setIsSending(false);
    setHasFailed(true);
  };
  return (
    <FormProvider {...form}>
      <form
        className={styles.page}
        noValidate
        onSubmit={(event) => {
          void form.handleSubmit(send)(event);
        }}
      >
        <main id="main" className={layout.narrow}>
          <div className={styles.head}>
            <PageHeading>{title}</PageHeading>
            <p className={styles.quiet}>{intro}</p>
          </div>
          <fieldset className={styles.all} disabled={isSending}>
            <legend className="visually-hidden">{title}</legend>
            {children}
          </fieldset>
          {hasFailed && (
            <Card role="alert">
              <p>{t("notSent")}</p>
            </Card>
          )}
          <DiscardForm
            draft={draft}
            goTo={back}
            replace
            words={{
              ask: t("discard.ask"),
              title: t("discard.title"),
              body: t("discard.body"),
              confirm: t("discard.confirm"),
              cancel: t("discard.cancel"),
            }}
          />
        </main>
        <VisitBar>
          <ButtonLink to={back}>{common("back")}</ButtonLink>
          <Button weight="main" type="submit" disabled={isSending}>
            {props.send}
          </Button>
        </VisitBar>
      </form>
    </FormProvider>
  );
};
