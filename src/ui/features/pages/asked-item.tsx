import { memo } from "react";
import { answerItem, clearItem } from "#core/questionnaire/change-page";
import type { AnswerKey } from "#core/questionnaire/answer-key";
import { understood } from "#core/questionnaire/filled";
import { stateOf } from "#core/questionnaire/going-through";
import type { KeptAnswer, PageAnswer } from "#core/schema/page";
import type { AskedItem } from "#core/schema/questionnaire";
import { useTranslation } from "react-i18next";
import { ChoiceItem } from "./choice-item";
import { ChoicesItem } from "./choices-item";
import { DateItem } from "./date-item";
import { useChangePage, useFilling } from "./filling";
import type { ItemProps } from "./item-props";
import { OtherAnswers } from "./other-answers";
import styles from "./pages.module.css";
import { QuestionText } from "./question-text";
import { IntegerItem, WordsItem } from "./words-item";
import { YesNoItem } from "./yes-no-item";

interface AskedItemProps {
  readonly pageId: string;
  readonly itemKey: AnswerKey;
  readonly item: AskedItem;
  readonly kept: KeptAnswer | undefined;
  readonly isSkipped: boolean;
}

/** One question with its answer and the quiet ways not to answer. It is drawn again only when its own answer changes. */
export const AskedItemView = memo(({ pageId, itemKey, item, kept, isSkipped }: AskedItemProps) => {
  const { t } = useTranslation("pages");
  const { structure, person } = useFilling();
  const change = useChangePage(pageId);
  const answer = understood(kept);
  const state = stateOf(kept);
  const give = (next: PageAnswer | undefined): void => {
    change((page) => {
      if (next === undefined) return page.answers[itemKey] === undefined ? page : clearItem(page, itemKey);
      const given = answerItem(page, { structure, pageId, key: itemKey }, next);
      // What is no answer yet, such as words of blanks alone, stands in its field and is not kept.
      return given.ok ? given.value : clearItem(page, itemKey);
    });
  };
  const props: Omit<ItemProps, "item"> = {
    itemKey,
    value: answer?.kind === "answered" ? answer.value : undefined,
    onGive: (value) => {
      give(value === undefined ? undefined : { kind: "answered", value });
    },
  };
  if (state === "not-understood") {
    return (
      <div className={styles.item}>
        <p className={styles.question}>
          <QuestionText item={item} />
        </p>
        <p className={styles.quiet}>{t("fromNewer")}</p>
      </div>
    );
  }
  return (
    <div className={styles.item} data-item={itemKey} id={`item-${itemKey}`}>
      {/* A field empties itself when somebody passes instead. */}
      <Control key={state === "answered" ? "not-asked" : state} {...props} item={item} />
      <OtherAnswers
        state={state}
        person={person}
        itemKey={itemKey}
        isSkipped={isSkipped}
        answer={answer}
        onGive={give}
        onChange={change}
      />
    </div>
  );
});
AskedItemView.displayName = "AskedItemView";

const Control = ({ item, ...props }: ItemProps) => {
  switch (item.kind) {
    case "choice":
    case "open-choice":
      return <ChoiceItem {...props} item={item} />;
    case "choices":
      return <ChoicesItem {...props} item={item} />;
    case "text":
      return <WordsItem {...props} item={item} />;
    case "boolean":
      return <YesNoItem {...props} item={item} />;
    case "integer":
      return <IntegerItem {...props} item={item} />;
    case "date":
      return <DateItem {...props} item={item} />;
  }
};
