import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import styles from "./review.module.css";

interface ChoiceOrOpenProps<C extends string> {
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly choices: readonly { readonly id: C; readonly words: string }[];
  /** Empty where nothing was chosen. */
  readonly chosen: string;
  readonly onChoose: (chosen: C | "") => void;
}

/** One of a few answers, or none: what was chosen can be left open again. */
export const ChoiceOrOpen = <C extends string>({ legend, hint, choices, chosen, onChoose }: ChoiceOrOpenProps<C>) => {
  const { t } = useTranslation("review");
  const group = useId();
  const first = useRef<HTMLInputElement>(null);
  return (
    <div>
      <ChoiceGroup legend={legend} hint={hint} flow="row">
        {choices.map(({ id, words }, index) => (
          <Choice
            key={id}
            {...(index === 0 ? { ref: first } : {})}
            type="radio"
            name={group}
            checked={chosen === id}
            onChange={() => {
              onChoose(id);
            }}
          >
            {words}
          </Choice>
        ))}
      </ChoiceGroup>
      {chosen !== "" && (
        <span className={styles.open}>
          <Button
            weight="quiet"
            aria-label={t("leaveOpenOf", { question: legend })}
            onClick={() => {
              onChoose("");
              first.current?.focus();
            }}
          >
            {t("leaveOpen")}
          </Button>
        </span>
      )}
    </div>
  );
};
