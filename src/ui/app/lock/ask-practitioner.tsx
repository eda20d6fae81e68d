import { type ReactNode, type SubmitEvent, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { TextField } from "../../components/form/text-field";
import type { Asked, PractitionerCheck, PractitionerShown } from "./practitioner-check";

interface AskPractitionerProps {
  readonly check: PractitionerCheck;
  readonly title: string;
  /** What happens then. */
  readonly children?: ReactNode;
  readonly confirm: string;
  readonly cancel: string;
  readonly onHere: () => void;
  readonly onCancel: () => void;
}

type Answered = "nothing" | "looking" | "wrong" | "failed";

/** Asks for what only the practitioner knows, before something that only they may do. Escape cancels. */
export const AskPractitioner = ({
  check,
  title,
  children,
  confirm,
  cancel,
  onHere,
  onCancel,
}: AskPractitionerProps) => {
  const { t } = useTranslation("family-view");
  const formId = useId();
  const [asks, setAsks] = useState<Asked | null>(null);
  const [hasPasskey, setHasPasskey] = useState(false);
  const [typed, setTyped] = useState("");
  const [answered, setAnswered] = useState<Answered>("nothing");
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    void Promise.all([check.asks(), check.hasPasskey()]).then(([asked, has]) => {
      if (ending.signal.aborted) return;
      setAsks(asked);
      setHasPasskey(has);
    });
    return () => {
      ending.abort();
    };
  }, [check]);

  const look = async (showing: Promise<PractitionerShown>): Promise<void> => {
    setAnswered("looking");
    const shown = await showing;
    if (shown.kind === "here") {
      onHere();
      return;
    }
    setTyped("");
    setAnswered(shown.kind);
    if (shown.kind === "failed") return;
    setAsks(shown.asks);
    if (shown.waitMs === 0) return;
    setWaits(true);
    setTimeout(() => {
      setWaits(false);
    }, shown.waitMs);
  };
  const isReady = asks !== null && answered !== "looking" && !waits;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isReady && typed !== "") void look(check.isHere(typed));
  };

  return (
    <Dialog
      title={title}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>{cancel}</Button>
          <Button type="submit" form={formId} weight="main" disabled={!isReady}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      <form id={formId} onSubmit={onSubmit} noValidate>
        {asks !== null && (
          <TextField
            key={asks}
            label={t(`ask.${asks}`)}
            type="password"
            autoFocus
            dir="ltr"
            autoComplete={asks === "pin" ? "off" : "current-password"}
            {...(asks === "pin" ? { inputMode: "numeric" as const } : {})}
            error={answered === "wrong" ? t(`ask.wrong.${asks}`) : undefined}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        )}
      </form>
      {hasPasskey && (
        <div>
          <Button disabled={asks === null || answered === "looking"} onClick={() => void look(check.withPasskey())}>
            {t("ask.passkey")}
          </Button>
        </div>
      )}
      <p role="status">
        {waits && t("ask.wait")}
        {answered === "failed" && t("ask.failed")}
      </p>
    </Dialog>
  );
};
