import type { Filled } from "#core/questionnaire/filled";
import type { ShownItem } from "#core/questionnaire/shown-page";
import { AskedItemView } from "./asked-item";
import { GroupView } from "./group-view";
import styles from "./pages.module.css";
import { QuestionText } from "./question-text";

interface ShownItemsProps {
  readonly pageId: string;
  readonly items: readonly ShownItem[];
  readonly filled: Filled;
  /** The level of a group's heading. */
  readonly level: 2 | 3 | 4;
}

/** What stands on a page, in order. */
export const ShownItems = ({ pageId, items, filled, level }: ShownItemsProps) =>
  items.map((shown) => {
    switch (shown.kind) {
      case "note":
        return (
          <p key={shown.key} className={styles.note}>
            <QuestionText item={shown.item} />
          </p>
        );
      case "asked":
        return (
          <AskedItemView
            key={shown.key}
            pageId={pageId}
            itemKey={shown.key}
            item={shown.item}
            kept={filled.answers.get(shown.key)}
            isSkipped={filled.skipped.has(shown.key)}
          />
        );
      case "group":
        return (
          <GroupView
            key={shown.key}
            pageId={pageId}
            group={shown}
            level={level}
            draw={(inside) => <ShownItems pageId={pageId} items={inside} filled={filled} level={level === 2 ? 3 : 4} />}
          />
        );
    }
  });
