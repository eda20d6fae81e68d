import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from "react";
import styles from "./field.module.css";
import { KEEPS_NOTHING } from "./keeps-nothing";

interface FieldText {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

const describedBy = (id: string, hint?: string, error?: string): { "aria-describedby"?: string } => {
  const ids = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter(Boolean);
  return ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") };
};

const Around = ({ id, label, hint, error, children }: FieldText & { id: string; children: ReactNode }) => (
  <div className={styles.field}>
    <label htmlFor={id}>{label}</label>
    {hint !== undefined && (
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
    )}
    {error !== undefined && (
      <span id={`${id}-error`} className={styles.error}>
        {error}
      </span>
    )}
    {children}
  </div>
);

type InputProps = FieldText & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> };

/** One line of text, a date, a time or a number, with its label, its hint and its own error beside it. */
export const TextField = ({ label, hint, error, ...input }: InputProps) => {
  const id = useId();
  return (
    <Around id={id} label={label} hint={hint} error={error}>
      <input
        dir="auto"
        autoComplete="off"
        {...input}
        id={id}
        className={styles.input}
        aria-invalid={error !== undefined}
        {...describedBy(id, hint, error)}
      />
    </Around>
  );
};

type AreaProps = FieldText & TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> };

/**
 * Words at the table: grows with what is written.
 *
 * `autocomplete` is off because the browser writes what stands in other fields into its own session files, in the open.
 */
export const TextArea = ({ label, hint, error, ...area }: AreaProps) => {
  const id = useId();
  return (
    <Around id={id} label={label} hint={hint} error={error}>
      <textarea
        form={KEEPS_NOTHING}
        dir="auto"
        autoComplete="off"
        rows={3}
        maxLength={5000}
        {...area}
        id={id}
        className={styles.input}
        aria-invalid={error !== undefined}
        {...describedBy(id, hint, error)}
      />
    </Around>
  );
};

type SelectProps = FieldText &
  React.SelectHTMLAttributes<HTMLSelectElement> & { readonly ref?: Ref<HTMLSelectElement> };

export const SelectField = ({ label, hint, error, children, ...select }: SelectProps) => {
  const id = useId();
  return (
    <Around id={id} label={label} hint={hint} error={error}>
      <select
        autoComplete="off"
        form={KEEPS_NOTHING}
        {...select}
        id={id}
        className={styles.input}
        aria-invalid={error !== undefined}
        {...describedBy(id, hint, error)}
      >
        {children}
      </select>
    </Around>
  );
};
