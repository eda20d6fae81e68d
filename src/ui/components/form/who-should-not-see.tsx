import { useState } from "react";
import { Choice, ChoiceGroup } from "./choice-group";
import styles from "./who-should-not-see.module.css";

interface WhoShouldNotSeeProps {
  readonly title: string;
  readonly hint: string;
  /** Whoever may be chosen, by the names that a family says. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly chosenIds: readonly string[];
  readonly onChange: (chosenIds: readonly string[]) => void;
}

/** "Who should not see this?": folded away until it is asked for, open from the start where somebody is chosen. */
export const WhoShouldNotSee = ({ title, hint, people, chosenIds, onChange }: WhoShouldNotSeeProps) => {
  // It must not fold under the finger that takes the last choice back.
  const [isOpen] = useState(chosenIds.length > 0);
  return (
    <details className={styles.fold} open={isOpen}>
      <summary>{title}</summary>
      <div className={styles.body}>
        <ChoiceGroup legend={<span className="visually-hidden">{title}</span>} hint={hint} flow="row">
          {people.map(({ id, name }) => (
            <Choice
              key={id}
              type="checkbox"
              checked={chosenIds.includes(id)}
              onChange={(event) => {
                const rest = chosenIds.filter((each) => each !== id);
                onChange(event.currentTarget.checked ? [...rest, id] : rest);
              }}
            >
              <bdi>{name}</bdi>
            </Choice>
          ))}
        </ChoiceGroup>
      </div>
    </details>
  );
};
