import { SCHEMA_VERSION } from "#core/schema/operation";
import { type CaseBody, CaseBody as CaseBodySchema } from "#core/schema/case";
import type { PersonId } from "#core/schema/ids";
import type { VoiceKind } from "#core/schema/person";
import type { PlainDate } from "#core/schema/plain-date";
import { uuid } from "./uuid";

export type Who = "child" | "mum" | "dad" | "teacher" | "practitioner";

/** The day of every made-up visit, a Monday. */
export const TODAY: PlainDate = "2026-11-23";

export const eightYearOld = { name: "Robin", bornOn: "2018-03-31" };
export const seventeenYearOld = { name: "Alex", bornOn: "2009-06-01" };
export type MadeUpChild = typeof eightYearOld;

const kinds: Readonly<Record<Who, VoiceKind>> = {
  child: "child",
  mum: "family",
  dad: "family",
  teacher: "setting",
  practitioner: "practitioner",
};
const everyone = Object.keys(kinds) as Who[];

export const idOf = (who: Who): PersonId => uuid(0x500 + everyone.indexOf(who));

/** Who an id is; an id that is nobody's fails the test. */
export const whoIs = (id: string): Who => {
  const who = everyone.find((each) => idOf(each) === id);
  if (who === undefined) throw new Error(`nobody here has the id ${id}`);
  return who;
};

/** A case with the child, Mum, Dad, a teacher and who leads the visit in it. */
export const familyOf = ({ name, bornOn }: MadeUpChild = eightYearOld): CaseBody => {
  const names: Readonly<Record<Who, string>> = {
    child: name,
    mum: "Amina Khan",
    dad: "Tom Hill",
    teacher: "Ms Okafor",
    practitioner: "Jo Reed",
  };
  const people: Readonly<Record<string, unknown>> = Object.fromEntries(
    everyone.map((who) => [
      `person/${idOf(who)}`,
      { person: { id: idOf(who), name: names[who], kind: kinds[who], role: who } },
    ]),
  );
  return CaseBodySchema.parse({
    schemaVersion: SCHEMA_VERSION,
    sections: { child: { childId: idOf("child"), bornOn, practice: true }, ...people },
  });
};
