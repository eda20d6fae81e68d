import { err, ok, type Result } from "../../result";
import { Person } from "../../schema/person";
import type { QuestionnaireStructure } from "../../schema/questionnaire";
import { type ShapeFault, shapeFaults } from "../../schema/shape-faults";
import { filledBy } from "../filled";
import { answersSetAside, nextItem } from "../going-through";
import { visibleItems } from "../visible-items";
import { type GoldenPageCase, GoldenPagesFile, type NextByHand } from "./golden-page-case";
import { ANSWERED_BY, takeSteps } from "./take-steps";

/**
 * Goes through every golden case and holds what is shown against what was worked by hand; the answer is how many hold.
 *
 * Errors  every fault with its place: a malformed case, a name used twice, a page that is not there, a step that cannot
 *         be taken, and each part of an outcome that is not the one worked by hand.
 */
export const checkGoldenPages = (
  structure: QuestionnaireStructure,
  content: unknown,
): Result<number, readonly ShapeFault[]> => {
  const parsed = GoldenPagesFile.safeParse(content);
  if (!parsed.success) return err(shapeFaults(parsed.error));
  const names = new Set<string>();
  const faults = parsed.data.flatMap((golden, index) => {
    const isSecond = names.has(golden.name);
    names.add(golden.name);
    return [
      ...(isSecond ? [{ path: `${index}/name`, reason: "this name is used twice" }] : []),
      ...caseFaults(structure, golden).map(({ path, reason }) => ({ path: `${index}/${path}`, reason })),
    ];
  });
  return faults.length > 0 ? err(faults) : ok(parsed.data.length);
};

const caseFaults = (structure: QuestionnaireStructure, golden: GoldenPageCase): readonly ShapeFault[] => {
  const nowhere = golden.pages.findIndex((pageId) => !structure.pages.some(({ id }) => id === pageId));
  if (nowhere >= 0) return [{ path: `pages/${nowhere}`, reason: "there is no such page" }];
  const opened = { ...structure, pages: structure.pages.filter(({ id }) => golden.pages.includes(id)) };
  const sections = takeSteps(opened, golden.steps);
  if (!sections.ok) return [{ path: `steps/${sections.error.index}`, reason: sections.error.reason }];

  // Short names stand for ids here; nothing of a case is ever stored or sent.
  const people = golden.people.map(({ id, kind, role }) => ({
    ...Person.omit({ id: true }).parse({ name: id, kind, role }),
    id,
  }));
  const filled = filledBy(opened, sections.value, ANSWERED_BY, people);
  const { visible, next, setAside } = golden.expect;
  const outcome: readonly (readonly [part: string, byHand: unknown, shown: unknown])[] = [
    ["visible", visible, visibleItems(opened, filled).map(({ key }) => key)],
    ["next", next, nextAs(next.after, nextItem(opened, filled, next.after))],
    ["setAside", setAside, answersSetAside(opened, filled)],
  ];
  return outcome
    .filter(([, byHand, shown]) => JSON.stringify(byHand) !== JSON.stringify(shown))
    .map(([part, byHand, shown]) => ({
      path: `expect/${part}`,
      reason: `worked by hand ${JSON.stringify(byHand)}, shown ${JSON.stringify(shown)}`,
    }));
};

const nextAs = (after: string | undefined, next: ReturnType<typeof nextItem>): NextByHand => {
  const from = after === undefined ? {} : { after };
  switch (next.kind) {
    case "ask":
      return { ...from, ask: next.item.key };
    case "come-back":
      return { ...from, comeBack: next.items.map(({ key }) => key) };
    case "done":
      return { ...from, done: true };
  }
};
