import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerKey } from "#core/questionnaire/answer-key";
import { clearItem, skipItem } from "#core/questionnaire/change-page";
import type { ItemState } from "#core/questionnaire/going-through";
import type { PageAnswer } from "#core/schema/page";
import { type Person, shownName } from "#core/schema/person";
import type { ChangePage } from "./filling";
import styles from "./pages.module.css";

interface OtherAnswersProps {
  readonly state: ItemState;
  readonly person: Person;
  readonly itemKey: AnswerKey;
  readonly isSkipped: boolean;
  readonly answer: PageAnswer | undefined;
  readonly onGive: (answer: PageAnswer | undefined) => void;
  readonly onChange: ChangePage;
}

const WAYS: readonly {
  readonly key: "passed" | "dont-know" | "prefer-not-to-say" | "does-not-apply";
  readonly given: PageAnswer;
}[] = [
  { key: "passed", given: { kind: "passed" } },
  { key: "dont-know", given: { kind: "missing", why: "dont-know" } },
  { key: "prefer-not-to-say", given: { kind: "missing", why: "prefer-not-to-say" } },
  { key: "does-not-apply", given: { kind: "does-not-apply" } },
];

/** The right to pass, and every other way not to answer. What was answered before comes back when one is taken back. */
export const OtherAnswers = ({ state, person, itemKey, isSkipped, answer, onGive, onChange }: OtherAnswersProps) => {
  const { t } = useTranslation("pages");
  const [before, setBefore] = useState<PageAnswer | undefined>();
  return (
    <div className={styles.others} role="group" aria-label={t("otherAnswers", { name: shownName(person) })}>
      {WAYS.map(({ key, given }) => (
        <button
          key={key}
          type="button"
          className={styles.other}
          aria-pressed={state === key}
          onClick={() => {
            if (answer?.kind === "answered") setBefore(answer);
            onGive(state === key ? before : given);
          }}
        >
          {t(`other.${key}`)}
        </button>
      ))}
      {state === "not-asked" && (
        <button
          type="button"
          className={styles.other}
          aria-pressed={isSkipped}
          onClick={() => {
            onChange((page) => (isSkipped ? clearItem(page, itemKey) : skipItem(page, itemKey)));
          }}
        >
          {t("other.later")}
        </button>
      )}
    </div>
  );
};
