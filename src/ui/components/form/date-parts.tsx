import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import styles from "./field.module.css";

type Part = Omit<InputHTMLAttributes<HTMLInputElement>, "size"> & {
  readonly label: string;
  /** How many digits it holds; the field is as wide. */
  readonly digits: number;
  readonly isWrong: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

interface DatePartsProps {
  readonly legend: ReactNode;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly parts: readonly Part[];
}

/** A date that people know by heart, typed in parts; whoever types it is quicker than any calendar. */
export const DateParts = ({ legend, hint, error, parts }: DatePartsProps) => {
  const id = useId();
  const describedBy = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter(
    Boolean,
  );
  return (
    <fieldset
      className={styles.group}
      {...(describedBy.length === 0 ? {} : { "aria-describedby": describedBy.join(" ") })}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.parts}>
        {parts.map(({ label, digits, isWrong, ...input }) => (
          <label key={label} className={styles.part}>
            {label}
            <input
              inputMode="numeric"
              autoComplete="off"
              {...input}
              className={styles.input}
              style={{ inlineSize: `calc(${digits}ch + 2.6em)` }}
              aria-invalid={isWrong}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
};
