import { describe, expect, test } from "vitest";
import { z } from "zod";
import { offeredBand } from "#core/flow/age-band";
import { startState } from "#core/flow/start-state";
import { promptsFor } from "#core/instrument/load-instrument";
import { isOffered } from "#core/instrument/offered-choices";
import { isSchoolDay } from "#core/plan/review-day";
import { actionsOf } from "#core/plan/actions";
import { Amendment } from "#core/schema/amendment";
import { Child, NextVisit, PersonSection } from "#core/schema/case";
import { Mark } from "#core/schema/mark";
import { PageSection } from "#core/schema/page";
import { Person } from "#core/schema/person";
import { ageInYears } from "#core/schema/plain-date";
import { Action, Goal, Idea, NotAvailable, ReviewOffer, WorkOnFirst } from "#core/schema/plan";
import { Agreed, Agreement, Finish, Frame, Here, Loves, StrandTalk, Voice } from "#core/schema/profile";
import { GoalAsSaid, HelpedAsSaid, ReviewedAction, ReviewFrame, ReviewNext, RightPerson } from "#core/schema/review";
import { Visit } from "#core/schema/visit";
import { bandBeside, bandOn } from "#core/scoring/band-on";
import { amendmentsOf } from "#core/visit/amendments";
import { checkAtHome } from "#core/visit/check-at-home";
import { finishVisit } from "#core/visit/finish-visit";
import area from "../../../practice/area.json";
import practicePeople from "../../../practice/people.json";
import { ndProfile } from "../../support/nd-profile";
import {
  dayInEngland,
  hourInEngland,
  practiceFiles,
  practiceRecords,
  practiceVisits,
} from "../../support/practice-families";
import { valueOf } from "../../support/value-of";

const { structure, wording } = ndProfile;
const strandIds = structure.strands.map(({ id }) => id);
const families = practiceRecords.map((records) => [records.file, records] as const);
const visits = practiceVisits.map((visit) => [`${visit.file}, ${dayInEngland(visit.madeAtMs)}`, visit] as const);

/** Everything in a value that is called by one of these names, with where it stands. */
const valuesOf = (value: unknown, names: readonly string[], path = ""): readonly (readonly [string, unknown])[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(names.includes(key) ? [[`${path}/${key}`, inner] as const] : []),
    ...valuesOf(inner, names, `${path}/${key}`),
  ]);
};
const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap(idsIn) : [String(value)]);

interface RawRecord {
  readonly recordType: string;
  readonly body: { readonly sections: object };
}
const recordsIn = (content: unknown): readonly RawRecord[] =>
  (content as { readonly records: readonly RawRecord[] }).records;

describe("over all files", () => {
  test("every id of a record, a revision, a person and a thing to try is one of ours, and is used once", () => {
    const ids = practiceRecords.flatMap(({ family, people }) => [
      ...family.records.flatMap(({ recordId, opId }) => [recordId, opId]),
      ...family.records.flatMap(({ recordType, body }) =>
        Object.keys(recordType === "review" ? {} : body.sections)
          .filter((sectionId) => /^(?:action|not-available|amendment)\//.test(sectionId))
          .map((sectionId) => sectionId.split("/")[1] ?? ""),
      ),
      ...valuesOf(family.records, ["added"]).flatMap(([, added]) => idsIn(Object.values(added as object))),
      ...people.filter(({ kind }) => kind !== "practitioner").map(({ id }) => id),
    ]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(ids.filter((id) => z.uuidv7().safeParse(id).success)).toEqual(ids);
  });

  test("no field stands in a file that the app does not write", () => {
    const strict = (shape: z.ZodRawShape) => z.strictObject(shape);
    const ofVisit: Readonly<Record<string, z.ZodRawShape>> = {
      ...{ child: Child.shape, person: PersonSection.shape, "next-visit": NextVisit.shape, frame: Frame.shape },
      ...{ here: Here.shape, agreement: Agreement.shape, loves: Loves.shape, voice: Voice.shape },
      ...{ talk: StrandTalk.shape, agreed: Agreed.shape, finish: Finish.shape, action: Action.shape },
      ...{ "not-available": NotAvailable.shape, "work-on-first": WorkOnFirst.shape, goal: Goal.shape },
      ...{ "review-offer": ReviewOffer.shape, amendment: Amendment.shape, page: PageSection.shape },
    };
    const ofReview: Readonly<Record<string, z.ZodRawShape>> = {
      ...{ frame: ReviewFrame.shape, action: ReviewedAction.shape, helped: HelpedAsSaid.shape },
      ...{ goal: GoalAsSaid.shape, "right-person": RightPerson.shape, next: ReviewNext.shape },
    };
    const shapeOf = (recordType: unknown, sectionId: string): z.ZodRawShape => {
      const [kind = "", ...ids] = sectionId.split("/");
      if (recordType !== "review") return ofVisit[kind] ?? {};
      return ofReview[kind === "action" && ids.length === 2 ? "helped" : kind] ?? {};
    };
    const unknown = (where: string, shape: z.ZodRawShape, value: unknown): readonly string[] =>
      (strict(shape).safeParse(value).error?.issues ?? []).map(
        ({ path, message }) => `${where} ${path.join("/")} ${message}`,
      );
    const shapeOfMark = (kind: unknown) => Mark.options.find(({ shape }) => shape.kind.value === kind)?.shape ?? {};
    const found = Object.entries(practiceFiles).flatMap(([file, content]) => [
      ...recordsIn(content).flatMap(({ recordType, body }) =>
        Object.entries(body.sections).flatMap(([sectionId, section]) =>
          unknown(`${file} ${sectionId}`, shapeOf(recordType, sectionId), section),
        ),
      ),
      ...valuesOf(content, ["person"]).flatMap(([path, person]) => unknown(`${file} ${path}`, Person.shape, person)),
      ...valuesOf(content, ["idea"]).flatMap(([path, idea]) => unknown(`${file} ${path}`, Idea.shape, idea)),
      ...valuesOf(content, ["mark"]).flatMap(([path, mark]) =>
        unknown(`${file} ${path}`, shapeOfMark((mark as { kind?: unknown }).kind), mark),
      ),
    ]);
    expect(found).toEqual([]);
  });
});

describe.each(families)("%s", (file, { family, caseBody, people }) => {
  test("says that it is made up, in words and in every record", () => {
    expect(family.about).toMatch(/^A made-up family\. /);
    expect(valuesOf(practiceFiles[file], ["practice"]).map(([, value]) => value)).not.toContain(false);
    expect(caseBody.sections.child.practice).toBe(true);
  });

  test("is recorded and seen by people of the area, who stand in its record under their own names", () => {
    const accounts = new Map(practicePeople.people.map((person) => [person.id, person]));
    const seenBy = [family.recordedBy, ...family.alsoSeenBy];
    expect(new Set(seenBy).size).toBe(seenBy.length);
    const inRecord = people.filter(({ kind }) => kind === "practitioner");
    expect(inRecord.map(({ id, name, role }) => ({ id, name, role })).sort(byId)).toEqual(
      seenBy.map((id) => ({ id, name: accounts.get(id)?.name, role: accounts.get(id)?.role })).sort(byId),
    );
  });

  test("knows everybody by an id under which they stand, in a role of the area", () => {
    expect(family.records[0]).toMatchObject({ recordType: "case", recordId: family.caseId });
    const persons = Object.entries(caseBody.sections).filter(([sectionId]) => sectionId.startsWith("person/"));
    expect(persons.map(([sectionId]) => sectionId)).toEqual(
      persons.map(([, section]) => `person/${(section as PersonSection).person.id}`),
    );
    const kinds = new Map([["child", "child"], ...area.roles.map(({ id, kind }) => [id, kind] as const)]);
    expect(people.filter(({ role, kind }) => kinds.get(role) !== kind)).toEqual([]);
  });

  test("names nobody whom its record does not know", () => {
    const known = new Set(people.map(({ id }) => id));
    const names = ["childId", "ledBy", "enteredBy", "by", "personId", "decidedById", "presentIds", "withPersonIds"];
    const named = valuesOf(family.records, [
      ...names,
      "saidGoOnIds",
      "seenBefore",
      "hiddenFrom",
      "whoId",
      "byId",
      "aboutId",
    ]);
    expect(
      named
        .flatMap(([path, ids]) => idsIn(ids).map((id) => [path, id] as const))
        .filter(([, id]) => id !== "" && !known.has(id)),
    ).toEqual([]);
    const speakers = family.records.flatMap(({ body }) =>
      Object.keys(body.sections).filter((sectionId) =>
        /^(?:voice|loves|page|right-person|goal|action\/[^/]+)\//.test(sectionId),
      ),
    );
    expect(speakers.filter((sectionId) => !known.has(sectionId.split("/").at(-1) ?? ""))).toEqual([]);
  });

  test("was recorded between June 2024 and November 2026, each record after the one before it", () => {
    const times = family.records.map(({ madeAtMs }) => madeAtMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const atMs of times)
      expect(dayInEngland(atMs)).toMatch(/^(?:2024-(?:0[6-9]|1[0-2])|2025-\d\d|2026-(?:0\d|1[01]))-/);
  });
});

describe.each(visits)("%s", (_, { caseBody, people, family, profileId, planId, madeAtMs, profile, plan }) => {
  const { frame, finish, here } = profile.sections;
  const day = dayInEngland(frame.startedAtMs);
  const { finish: _finish, ...unfinished } = profile.sections;
  const visit = Visit.parse({
    ...{ profileId, planId, caseId: family.caseId, plan },
    profile: { ...profile, sections: unfinished },
  });
  const voices = Object.entries(profile.sections)
    .filter((entry): entry is [string, Voice] => entry[0].startsWith("voice/"))
    .map(([sectionId, voice]) => ({ sectionId, strandId: sectionId.split("/")[1] ?? "", voice }));

  test("could be begun: the right child, somebody here, and a yes in their words", () => {
    const ageYears = ageInYears(caseBody.sections.child.bornOn, day);
    expect(startState(visit, { ageYears, people })).toEqual({ kind: "ready" });
    expect(here?.presentIds).toContain(frame.ledBy);
  });

  test("is what finishing makes of it, under all the rules of finishing", () => {
    if (finish === undefined) return expect.fail("it is not finished");
    const when = { today: day, nowMs: finish.atMs, caseBody };
    expect(valueOf(finishVisit(visit, finish.outcome, when))).toEqual({ profile, plan });
    expect(finish.atMs).toBe(madeAtMs);
  });

  test("was made with words that there are, for the child's school year", () => {
    expect(frame.instrument).toEqual({ id: structure.id, version: structure.version, language: wording.language });
    expect(frame.band).toBe(offeredBand(caseBody.sections.child.bornOn, day));
    expect(structure.bands).toContain(frame.band);
    expect(frame.childId).toBe(caseBody.sections.child.childId);
  });

  test("speaks of strands, prompts, choices and patterns that there are", () => {
    const named = [...voices.map(({ strandId }) => strandId), ...(plan.sections["work-on-first"]?.strandIds ?? [])];
    const acted = actionsOf(plan.sections).map(({ content }) => content.strandId);
    const talked = Object.keys(profile.sections).flatMap((id) =>
      /^(?:talk|agreed)\//.test(id) ? [id.split("/")[1]] : [],
    );
    expect([...named, ...acted, ...talked].filter((id) => !strandIds.includes(id ?? ""))).toEqual([]);
    for (const { strandId, voice } of voices) {
      const strand = structure.strands.find(({ id }) => id === strandId);
      if (voice.pattern !== "") expect(strand?.pattern).toContain(voice.pattern);
      const prompts = promptsFor(structure, strandId, frame.band).map(({ id }) => id);
      for (const [promptId, answer] of Object.entries(voice.answersByPromptId)) {
        expect(prompts).toContain(promptId);
        if (answer.kind !== "answered") continue;
        const choice = structure.choices.find(({ id }) => id === answer.choice);
        const prompt = strand?.prompts.find(({ id }) => id === promptId);
        if (choice === undefined || prompt === undefined) return expect.fail(`${promptId}: ${answer.choice}`);
        expect(isOffered(choice, prompt, frame.band)).toBe(true);
        expect(answer.points).toBe(choice.points);
      }
    }
  });

  test("was marked while it lasted, each line empty until it was seen together", () => {
    for (const { strandId, voice } of voices) {
      const { mark } = voice;
      if (mark.kind === "none") continue;
      expect(mark.atMs).toBeGreaterThan(frame.startedAtMs);
      expect(mark.atMs).toBeLessThan(finish?.atMs ?? 0);
      const togetherSinceMs = profile.sections[`talk/${strandId}`]?.togetherSinceMs ?? Infinity;
      if (mark.kind === "placed" && mark.atMs < togetherSinceMs) expect(mark.seenBefore).toEqual([]);
    }
  });

  test("was on a weekday, in the daytime", () => {
    expect(isSchoolDay(day, [])).toBe(true);
    for (const atMs of [frame.startedAtMs, finish?.atMs ?? 0]) {
      expect(hourInEngland(atMs)).toBeGreaterThanOrEqual(9);
      expect(hourInEngland(atMs)).toBeLessThan(18);
    }
  });

  test("was put right only after it was finished, and a copy to check at home within its seven days", () => {
    for (const { content } of amendmentsOf(profile.sections)) {
      expect(content?.atMs).toBeGreaterThan(finish?.atMs ?? Infinity);
      const check = checkAtHome(profile.sections, content?.atMs ?? 0, dayInEngland);
      if (check !== undefined) expect(check.isOver).toBe(false);
    }
  });

  test("keeps each mark beside the words that stood under its line", () => {
    for (const { strandId, voice } of voices)
      expect(bandBeside(voice.mark.kind === "placed" ? voice.mark : undefined, strandId, profile.sections)).toBe(
        bandOn(strandId, profile.sections),
      );
  });

  test("hides nothing from the person who said it", () => {
    expect(voices.filter(({ sectionId, voice }) => voice.hiddenFrom.some((id) => sectionId.endsWith(id)))).toEqual([]);
  });

  test("plans for the days after it, and for a review on a school day", () => {
    const { reviewOn = "", callOn = "" } = plan.sections["review-offer"] ?? {};
    const days = [...actionsOf(plan.sections).map(({ content }) => content.from), reviewOn, callOn];
    expect(days.filter((each) => each !== "" && each <= day)).toEqual([]);
    if (reviewOn !== "") expect(isSchoolDay(reviewOn, area.schoolClosures)).toBe(true);
  });
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
