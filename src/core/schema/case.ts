import { z } from "zod";
import { Id, LanguageTag } from "./ids";
import { Person } from "./person";
import { PlainDate } from "./plain-date";
import { Section, sectionsBy } from "./section";
import { BodyVersion } from "./operation";

/** A spoken or read language by tag or by name, and how a person signs: three fields, often three answers. */
export const Languages = z.looseObject({
  spoken: z.string().max(80).default(""),
  read: z.string().max(80).default(""),
  signed: z.string().max(80).default(""),
});
export type Languages = z.infer<typeof Languages>;

/** Who the record is about. The child is also a person, with the same id as `childId`. */
export const Child = Section.extend({
  childId: Id,
  bornOn: PlainDate,
  practice: z.boolean(),
  languages: Languages.prefault({}),
  wording: LanguageTag.default("en-GB"),
  /** Adopted, or moved for safety: never set beside another record, never suggested as one. */
  identityProtected: z.boolean().default(false),
});
export type Child = z.infer<typeof Child>;

export const PersonSection = Section.extend({ person: Person });
export type PersonSection = z.infer<typeof PersonSection>;

/**
 * When, where and with whom the next visit is. Where and when may be confidential, so it is a section of its own.
 *
 * Missing  an empty day means that no visit is set: an operation replaces only the sections that it carries, so what
 *          was set is taken back by saying so.
 */
export const NextVisit = Section.extend({
  on: PlainDate.or(z.literal("")).default(""),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .or(z.literal(""))
    .default(""),
  where: z.string().max(200).default(""),
  withPersonIds: z.array(Id).default([]),
});
export type NextVisit = z.infer<typeof NextVisit>;

export interface CaseSections {
  readonly child: Child;
  readonly "next-visit"?: NextVisit;
  readonly [person: `person/${string}`]: PersonSection;
}

const caseSectionSchema = (sectionId: string): z.ZodType | undefined => {
  if (sectionId === "child") return Child;
  if (sectionId === "next-visit") return NextVisit;
  if (sectionId.startsWith("person/")) return PersonSection;
  return undefined;
};

/**
 * One child's record: who they are, the people around them, the next visit.
 *
 * Errors  a body without `child`, or whose child is not among the people, is not a case.
 */
export const CaseBody = z.looseObject({
  schemaVersion: BodyVersion,
  sections: sectionsBy(caseSectionSchema).transform((sections, context) => {
    const childId = (sections["child"] as Child | undefined)?.childId;
    if (childId === undefined || sections[`person/${childId}`] === undefined) {
      context.addIssue({ code: "custom", path: ["child"], message: "the child is missing", input: childId });
    }
    return sections as unknown as CaseSections;
  }),
});
export type CaseBody = z.infer<typeof CaseBody>;

/** The child first, then everyone in the order in which they were added. */
export const peopleOf = (body: CaseBody): readonly Person[] => {
  const people = Object.entries(body.sections)
    .filter((entry): entry is [string, PersonSection] => entry[0].startsWith("person/"))
    .map(([, section]) => section.person);
  const { childId } = body.sections.child;
  return [...people.filter((person) => person.id === childId), ...people.filter((person) => person.id !== childId)];
};

export const childOf = (body: CaseBody): Person => {
  const child = body.sections[`person/${body.sections.child.childId}`];
  if (child === undefined) throw new Error("a case without its child was let in");
  return child.person;
};
