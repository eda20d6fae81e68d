import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

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

/** Asks before something that others at the table would notice. Escape cancels. */
export const ConfirmDialog = ({
  title,
  children,
  confirm,
  cancel,
  onConfirm,
  onCancel,
  careful = false,
}: ConfirmDialogProps) => (
  <Dialog
    title={title}
    onCancel={onCancel}
    actions={
      <>
        <Button weight={careful ? "main" : "plain"} onClick={onCancel}>
          {cancel}
        </Button>
        <Button weight={careful ? "plain" : "main"} onClick={onConfirm}>
          {confirm}
        </Button>
      </>
    }
  >
    {children}
  </Dialog>
);
