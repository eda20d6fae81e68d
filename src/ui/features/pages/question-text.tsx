import type { Item } from "#core/schema/questionnaire";
import { useFilling } from "./filling";

/** The words of a question as the questionnaire has them, with what stands before them, such as "3b". */
export const QuestionText = ({ item }: { readonly item: Item }) => {
  const { wording } = useFilling();
  const words = wording.items[item.id];
  return (
    <>
      {words?.prefix !== undefined && <span>{words.prefix} </span>}
      {words?.text}
    </>
  );
};
