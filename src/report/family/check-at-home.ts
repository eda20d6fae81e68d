import { checkAtHome } from "#core/visit/check-at-home";
import type { Paragraph } from "../document";
import { paragraph, type Telling } from "./telling";

/** Until when this copy is to be checked at home; nothing where people finished in another way. */
export const checkUntil = (telling: Telling): readonly Paragraph[] => {
  const { words, say, day } = telling;
  const check = checkOf(telling);
  if (check === undefined) return [];
  return [paragraph(say(check.isOver ? words.checkOver : words.checkUntil, { date: day(check.lastDay) }))];
};

/** The same at the head of a copy, which is marked for as long as there is something to check. */
export const checkMark = (telling: Telling): readonly Paragraph[] =>
  checkOf(telling)?.isOver === false ? checkUntil(telling).map((each) => ({ ...each, look: "label" })) : [];

const checkOf = ({ view, copy }: Telling) => checkAtHome(view.sections, copy.madeAtMs, copy.dayOf);
