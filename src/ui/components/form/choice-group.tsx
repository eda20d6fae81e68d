import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import styles from "./field.module.css";

interface ChoiceGroupProps {
  readonly legend: ReactNode;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ReactNode;
  /** `row` for short words that may sit beside each other; `cards` for cards, as many beside each other as fit. */
  readonly flow?: "column" | "row" | "cards";
}

/** A question with choices, as a fieldset; its error stands under its legend. */
export const ChoiceGroup = ({ legend, hint, error, children, flow = "column" }: ChoiceGroupProps) => {
  const id = useId();
  return (
    <fieldset className={styles.group} {...(error === undefined ? {} : { "aria-describedby": `${id}-error` })}>
      <legend>{legend}</legend>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.choices} data-flow={flow}>
        {children}
      </div>
    </fieldset>
  );
};

type ChoiceProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly type: "radio" | "checkbox";
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One radio button or tick box; the whole row is the target. */
export const Choice = ({ children, ...input }: ChoiceProps) => (
  <label className={styles.choice}>
    <input autoComplete="off" {...input} />
    <span>{children}</span>
  </label>
);
