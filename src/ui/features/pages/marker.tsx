import { understood } from "#core/questionnaire/filled";
import { placedItems } from "#core/questionnaire/placed-items";
import { useFilled, useFilling } from "./filling";
import { Picture } from "./picture";
import styles from "./pages.module.css";

const MARKER_PX = 72;

/** The picture that the one who answers has chosen to stand for them. It stands on each page from then on. */
export const Marker = () => {
  const { structure, wording } = useFilling();
  const filled = useFilled();
  const { marker } = structure.use;
  if (marker === undefined) return null;
  const answer = understood(filled.answers.get(marker));
  const choice = answer?.kind === "answered" && answer.value.type === "choice" ? answer.value.choice : undefined;
  const item = placedItems(structure).get(marker)?.item;
  const picture =
    item !== undefined && "choices" in item ? item.choices.find(({ id }) => id === choice)?.picture : undefined;
  if (choice === undefined || picture === undefined) return null;
  return (
    <span className={styles.marker}>
      <Picture name={picture} size={MARKER_PX} says={wording.items[marker]?.choices?.[choice] ?? ""} />
    </span>
  );
};
