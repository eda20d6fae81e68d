import { useEffect, useRef } from "react";
import styles from "./error-summary.module.css";

interface ErrorSummaryProps {
  readonly title: string;
  readonly errors: readonly { readonly message: string; readonly onGo?: () => void }[];
  /** How often going on was tried. With it, focus comes back at each try, and not while the errors are being put right. */
  readonly attempt?: number;
}

/** What stands in the way, on top of the page, each with a way to its place; focus comes here when it appears. */
export const ErrorSummary = ({ title, errors, attempt }: ErrorSummaryProps) => {
  const box = useRef<HTMLDivElement>(null);
  const moment = attempt ?? errors.map((error) => error.message).join("\n");
  const isShown = errors.length > 0;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [moment, isShown]);
  if (!isShown) return null;
  return (
    <div ref={box} className={styles.summary} tabIndex={-1} role="alert">
      <h2>{title}</h2>
      <ul>
        {errors.map(({ message, onGo }) => (
          <li key={message}>
            {onGo === undefined ? (
              message
            ) : (
              <button type="button" className={styles.go} onClick={onGo}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
