import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./dialog.module.css";

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons at its foot. */
  readonly actions: ReactNode;
  /** Escape was pressed. */
  readonly onCancel: () => void;
  /** For something to read through: nearly as large as the screen, its foot always in sight. */
  readonly wide?: boolean;
}

/** A native dialog over the page; while it is there, nothing else is reached. */
export const Dialog = ({ title, children, actions, onCancel, wide = false }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element !== null && !element.open) openAbovePage(element);
    return () => {
      element?.close();
      // Whoever works by keys goes on where they were, unless what was pressed took them elsewhere.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={wide}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <div className={styles.body}>{children}</div>
      <div className={styles.actions}>{actions}</div>
    </dialog>
  );
};

/** In a page that is covered there is nothing to be above: the dialog is opened above it once that is shown again. */
const openAbovePage = (dialog: HTMLDialogElement): void => {
  if (dialog.isConnected) dialog.showModal();
  else dialog.open = true;
};
