import type { z } from "zod";
import type { Id, PersonId } from "../schema/ids";
import { GoalAsSaid, HelpedAsSaid, ReviewedAction, ReviewNext, RightPerson } from "../schema/review";

/** The sections of a review or of what is being written of one, by id. */
export type Sections = Readonly<Record<string, unknown>>;

/** How the sections of a review are named: one place that knows. */
export const reviewSectionIds = {
  action: (actionId: Id) => `action/${actionId}`,
  helped: (actionId: Id, personId: PersonId) => `action/${actionId}/${personId}`,
  goal: (personId: PersonId) => `goal/${personId}`,
  rightPerson: (personId: PersonId) => `right-person/${personId}`,
  next: "next",
};

/** What became of one action; everything empty where nothing was said. */
export const reviewedActionIn = (sections: Sections, actionId: Id): ReviewedAction =>
  read(ReviewedAction, sections[reviewSectionIds.action(actionId)]) ?? ReviewedAction.parse({});

export const helpedIn = (sections: Sections, actionId: Id, personId: PersonId): HelpedAsSaid =>
  read(HelpedAsSaid, sections[reviewSectionIds.helped(actionId, personId)]) ?? HelpedAsSaid.parse({});

export const goalAsSaidIn = (sections: Sections, personId: PersonId): GoalAsSaid =>
  read(GoalAsSaid, sections[reviewSectionIds.goal(personId)]) ?? GoalAsSaid.parse({});

export const rightPersonIn = (sections: Sections, personId: PersonId): RightPerson | undefined =>
  read(RightPerson, sections[reviewSectionIds.rightPerson(personId)]);

export const reviewNextIn = (sections: Sections): ReviewNext =>
  read(ReviewNext, sections[reviewSectionIds.next]) ?? ReviewNext.parse({});

/** Changes one section and leaves all others as they are; what is not there yet begins hidden from nobody. */
export const withSaid = <S extends Sections>(sections: S, sectionId: string, change: Sections): S => {
  const earlier = sections[sectionId];
  const before = typeof earlier === "object" && earlier !== null ? earlier : { hiddenFrom: [] };
  return { ...sections, [sectionId]: { ...before, ...change } };
};

/**
 * Whether something was said in a section: a choice, words, a day.
 *
 * Missing  white space alone is nothing; whom it is kept from and whom it is about say nothing by themselves.
 */
export const isAnythingSaid = (section: unknown): boolean =>
  typeof section === "object" &&
  section !== null &&
  Object.entries(section).some(
    ([field, said]) => field !== "aboutId" && field !== "hiddenFrom" && typeof said === "string" && said.trim() !== "",
  );

const read = <S extends z.ZodType>(schema: S, section: unknown): z.output<S> | undefined =>
  schema.safeParse(section).data;
