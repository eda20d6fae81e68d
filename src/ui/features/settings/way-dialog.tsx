import { type ReactNode, type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";

interface WayDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly onSubmit: (form: HTMLFormElement) => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A dialog that is a form, so that password managers know what it is, and Enter goes on. */
export const WayDialog = ({ title, confirm, onSubmit, onCancel, children }: WayDialogProps) => {
  const { t } = useTranslation("settings");
  const [isBusy, setIsBusy] = useState(false);
  const formId = useId();
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    await onSubmit(event.currentTarget);
    setIsBusy(false);
  };
  return (
    <Dialog
      title={title}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{t("waysIn.cancel")}</Button>
          <Button weight="main" type="submit" form={formId} disabled={isBusy}>
            {isBusy ? t("waysIn.busy") : confirm}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)} aria-label={title}>
        {children}
      </form>
    </Dialog>
  );
};

/** What stands in one of its fields. */
export const typedIn = (form: HTMLFormElement, name: string): string =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? "";
