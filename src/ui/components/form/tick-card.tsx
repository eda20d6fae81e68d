import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import field from "./field.module.css";
import styles from "./tick-card.module.css";

type TickCardProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly type: "checkbox" | "radio";
  readonly children: ReactNode;
  /** A shape before the words. */
  readonly glyph?: ReactNode;
  /** Softer words under the name; read as its description. */
  readonly note?: ReactNode;
  readonly error?: string | undefined;
  readonly large?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A tick box or radio button as large as what it stands for: the whole card is the target. */
export const TickCard = ({ children, glyph, note, error, large = false, ...input }: TickCardProps) => {
  const id = useId();
  const describedBy = [error === undefined ? "" : `${id}-error`, note === undefined ? "" : `${id}-note`].filter(
    Boolean,
  );
  return (
    <div className={styles.place}>
      {error !== undefined && (
        <p id={`${id}-error`} className={field.error}>
          {error}
        </p>
      )}
      <label className={styles.card} data-large={large}>
        <input
          autoComplete="off"
          {...input}
          {...(error === undefined ? {} : { "aria-invalid": true })}
          {...(describedBy.length === 0 ? {} : { "aria-describedby": describedBy.join(" ") })}
        />
        {glyph}
        <span className={styles.words}>
          <span>{children}</span>
          {note !== undefined && (
            <span id={`${id}-note`} className={styles.note} aria-hidden="true">
              {note}
            </span>
          )}
        </span>
      </label>
    </div>
  );
};
