import { z } from "zod";
import { newCase } from "#core/case/change-case";
import type { CaseBody } from "#core/schema/case";
import { birthDateFrom, type BirthDateFault } from "#core/schema/birth-date";
import type { Id } from "#core/schema/ids";
import { ParentalResponsibility, Person, PersonName } from "#core/schema/person";
import type { PlainDate } from "#core/schema/plain-date";
import type { Services } from "../../app/services";
import { nextVisitForm, NO_VISIT } from "./next-visit-form";
import { LONGEST_CALLED, PersonForm, personFrom } from "./person-form";

export const LONGEST_LANGUAGE = 80;
export const MOST_PEOPLE = 40;

/** The form of a new family, checked. Messages are codes, put into words where they are shown. */
export const familyForm = (today: PlainDate) =>
  z.object({
    child: z.object({ name: PersonName, calls: z.string().trim().max(LONGEST_CALLED, { error: "text-too-long" }) }),
    identityProtected: z.boolean(),
    born: z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((typed, context) => {
      const read = birthDateFrom(typed, today);
      if (read.ok) return read.value;
      context.addIssue({ code: "custom", path: [read.error.field], message: codeOf(read.error), input: "" });
      return z.NEVER;
    }),
    languages: z.object({ spoken: Language, read: Language, signed: Language }),
    people: z.array(PersonForm).max(MOST_PEOPLE, { error: "people-too-many" }),
    nextVisit: nextVisitForm(today),
    madeUp: z.literal(true, { error: "made-up-missing" }),
  });

const Language = z.string().trim().max(LONGEST_LANGUAGE, { error: "text-too-long" });

type FamilyForm = ReturnType<typeof familyForm>;
export type TypedFamily = z.output<FamilyForm>;
/** What the fields hold while they are filled. */
export type FamilyValues = Omit<z.input<FamilyForm>, "madeUp"> & { madeUp: boolean };

const codeOf = ({ type, field }: BirthDateFault): string => {
  const codes = {
    Missing: "born-missing",
    Incomplete: `born-incomplete-${field}`,
    NotReal: "born-not-real",
    YearNotFourDigits: "born-year",
    InFuture: "born-in-future",
    TooLongAgo: "born-too-long-ago",
  } as const;
  return codes[type];
};

const text = z.string().catch("");

/**
 * A form as it was typed so far, however unfinished.
 *
 * Missing  a field that is absent, or that another version wrote otherwise, is empty; no other field suffers.
 */
const KeptForm = z.object({
  child: z.object({ name: text, calls: text }).catch({ name: "", calls: "" }),
  born: z.object({ day: text, month: text, year: text }).catch({ day: "", month: "", year: "" }),
  languages: z.object({ spoken: text, read: text, signed: text }).catch({ spoken: "", read: "", signed: "" }),
  people: z
    .array(
      z.object({
        id: z.uuid(),
        name: text,
        childCalls: text,
        role: text,
        parentalResponsibility: ParentalResponsibility.catch("not-known"),
      }),
    )
    .catch([]),
  nextVisit: z
    .object({ on: text, at: text, where: text, withPersonIds: z.array(z.string()).catch([]) })
    .catch(NO_VISIT),
  identityProtected: z.boolean().catch(false),
  madeUp: z.boolean().catch(false),
});

export const keptFamilyValues = (kept: Readonly<Record<string, unknown>>): FamilyValues => KeptForm.parse(kept);

/** Turns a filled form into the first body of a child's record; whoever writes it down is among the people. */
export const caseFrom = (
  { child, born, languages, identityProtected, people, nextVisit }: TypedFamily,
  childId: Id,
  { area, practitioner }: Pick<Services, "area" | "practitioner">,
): CaseBody => {
  const known = new Set([...people.map((person) => person.id), practitioner.id]);
  return newCase({
    child: Person.parse({ id: childId, name: child.name, childCalls: child.calls, kind: "child", role: "child" }),
    bornOn: born,
    practice: area.practice,
    languages,
    identityProtected,
    people: [...people.map((person) => personFrom(person, area)), practitioner],
    ...(nextVisit === undefined
      ? {}
      : { nextVisit: { ...nextVisit, withPersonIds: nextVisit.withPersonIds.filter((id) => known.has(id)) } }),
  });
};
