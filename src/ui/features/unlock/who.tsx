import { useTranslation } from "react-i18next";
import type { PersonOnDevice } from "#storage/people";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import styles from "./unlock.module.css";

interface WhoProps {
  readonly people: readonly PersonOnDevice[];
  readonly chosenId: string;
  readonly onChosen: (userId: string) => void;
}

/** Everyone on this device, by name and nothing else; one alone needs no choosing. */
export const Who = ({ people, chosenId, onChosen }: WhoProps) => {
  const { t } = useTranslation("unlock");
  const [only] = people;
  if (people.length === 1 && only !== undefined) {
    return (
      <p className={styles.name}>
        <bdi>{only.name}</bdi>
      </p>
    );
  }
  return (
    <ChoiceGroup legend={t("who")} flow="cards">
      {people.map(({ userId, name }) => (
        <div key={userId} className={styles.person}>
          <Choice
            type="radio"
            name="who"
            value={userId}
            checked={userId === chosenId}
            onChange={() => {
              onChosen(userId);
            }}
          >
            <bdi>{name}</bdi>
          </Choice>
        </div>
      ))}
    </ChoiceGroup>
  );
};
