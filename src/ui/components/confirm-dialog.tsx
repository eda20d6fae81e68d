import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import styles from "./confirm-dialog.module.css";

interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly cancel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** The careful answer is the one that changes nothing: it is then the primary one. */
  readonly careful?: boolean;
}

/** A native dialog that asks before something that others at the table would notice. Escape cancels. */
export const ConfirmDialog = ({
  title,
  children,
  confirm,
  cancel,
  onConfirm,
  onCancel,
  careful = false,
}: ConfirmDialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>
        <Button weight={careful ? "main" : "plain"} onClick={onCancel}>
          {cancel}
        </Button>
        <Button weight={careful ? "plain" : "main"} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  );
};
