import { peopleOf, type CaseBody } from "#core/schema/case";
import type { Person } from "#core/schema/person";
import type { Visit } from "#core/schema/visit";
import { agreementIn, changeHere, changeLoves, changeVoice, voiceIn, withSection } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import type { Words } from "./words";

/** How much one adult says of one strand; four people on nine strands make a profile of about 20 KB. */
const NOTE_LENGTH = 90;

/**
 * A visit as it is late in the afternoon: everyone around the child has marked all nine strands and said something of
 * each; the child, who is in the room, has not yet begun.
 */
export const visitUnderWay =
  (caseBody: CaseBody, strandIds: readonly string[], words: Words, noteLength = NOTE_LENGTH) =>
  (begun: Visit): Visit => {
    const child = childIn(caseBody);
    const others = peopleOf(caseBody).filter(({ kind }) => kind !== "child");
    let visit = changeHere(begun, {
      rightChild: true,
      presentIds: [child.id, ...others.filter(({ kind }) => kind !== "setting").map(({ id }) => id)],
      languageToday: "English",
    });
    visit = withSection(visit, "agreement", {
      ...agreementIn(visit),
      privacyLimitSaid: true,
      understands: "yes",
      decision: "yes",
      decidedById: child.id,
      words: "Yes, I want to do it.",
    });
    visit = changeLoves(visit, child.id, { loves: words.note(60), easier: words.note(60) });
    for (const strandId of strandIds)
      for (const person of others) visit = spokenFor(visit, strandId, person, words, noteLength);
    return { ...visit, place: "strands", left: true };
  };

const spokenFor = (visit: Visit, strandId: string, person: Person, words: Words, noteLength: number): Visit => {
  const marked = placeMark(
    visit,
    {
      strandId,
      personId: person.id,
      enteredBy: visit.profile.sections.frame.ledBy,
      atMs: visit.profile.sections.frame.startedAtMs,
    },
    { position: Math.floor(words.chance() * 101), input: "tap" },
  );
  return changeVoice(marked, strandId, person.id, {
    ...voiceIn(marked, strandId, person.id),
    goesWell: words.note(noteLength),
    harder: words.note(noteLength),
    helps: words.note(noteLength),
  });
};

const childIn = (caseBody: CaseBody): Person => {
  const child = peopleOf(caseBody).find(({ kind }) => kind === "child");
  if (child === undefined) throw new Error("a family without a child");
  return child;
};
