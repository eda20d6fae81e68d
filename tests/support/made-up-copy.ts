import { readFile } from "node:fs/promises";
import {
  addAction,
  addNotAvailable,
  changeAction,
  changeNotAvailable,
  changeReviewOffer,
} from "#core/plan/change-plan";
import { chooseFirst } from "#core/plan/work-on-first";
import type { CaseBody } from "#core/schema/case";
import { Person } from "#core/schema/person";
import type { Finish } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { changeLoves, changeVoice, emptyAgreement, emptyHere, withSection } from "#core/visit/change-section";
import { finishVisit } from "#core/visit/finish-visit";
import { answerWithoutMark, placeMark } from "#core/visit/mark";
import { startVisit } from "#core/visit/start-visit";
import { placeAgreed, seeDifferently, seeEverythingTogether } from "#core/visit/together";
import type { CopyOf } from "#report/family/copy";
import type { FontFiles } from "#report/pdf/typefaces";
import { documentLanguage } from "#report/words/report-words";
import { ndProfile } from "./nd-profile";
import { familyBody } from "./seeded-family";
import { countedIds, uuid } from "./uuid";
import { valueOf } from "./value-of";

/** Robin, eight, both parents, a teacher and the practitioner who leads; by name. */
export const robin = uuid(0x900);
export const mum = uuid(0x901);
export const dad = uuid(0x902);
export const teacher = uuid(0x903);
export const nan = uuid(0x904);
export const jo = Person.parse({ id: uuid(0x9ff), name: "Jo Reed", kind: "practitioner", role: "early-help" });

export const robinsFamily = (names: { readonly child?: string; readonly mum?: string } = {}): CaseBody => {
  const { child = "Robin Hill", mum: mumsName = "Amina Khan" } = names;
  return familyBody(
    {
      from: 0x900,
      child: { name: child, childCalls: names.child === undefined ? "Robin" : "", bornOn: "2018-03-31" },
      people: [
        { name: mumsName, childCalls: names.mum === undefined ? "Mum" : "", kind: "family", role: "mum" },
        { name: "Tom Hill", childCalls: "Dad", kind: "family", role: "dad" },
        { name: "Miss Ionescu", kind: "setting", role: "class-teacher" },
        { name: "Ruth Hill", childCalls: "Nan", kind: "family", role: "grandparent" },
      ],
      nextVisit: { on: "2026-12-01", at: "15:30", where: "12 Secret Street" },
    },
    jo,
  );
};

const STARTED_MS = Date.UTC(2026, 10, 23, 15, 30);
export const strandIds = ndProfile.structure.strands.map(({ id }) => id);

/** A visit with Robin's family in which everyone agreed to go on and nothing has been marked yet. */
export const robinsVisit = (caseBody: CaseBody = robinsFamily()): Visit => {
  const visit = startVisit(
    {
      caseId: uuid(0x950),
      caseBody,
      instrument: ndProfile,
      ledBy: jo.id,
      today: "2026-11-23",
      nowMs: STARTED_MS,
    },
    countedIds(0xa00),
  );
  const here = { ...emptyHere, rightChild: true, presentIds: [robin, mum, dad, jo.id] };
  const said = { privacyLimitSaid: true, understands: "yes", decision: "yes", words: "Yes please." } as const;
  return withSection(withSection(visit, "here", here), "agreement", { ...emptyAgreement, ...said });
};

export const marked = (visit: Visit, strandId: string, personId: string, position: number): Visit =>
  placeMark(visit, { strandId, personId, enteredBy: jo.id, atMs: STARTED_MS }, { position, input: "drag" });

/** A visit as a family would leave it: marks, words, strengths, a plan with two things to try. */
export const fullVisit = (): Visit => {
  let visit = robinsVisit();
  const marks: readonly (readonly [robin: number, mum: number, dad: number])[] = [
    [62, 55, 58],
    [38, 30, 72],
    [66, 34, 30],
    [20, 24, 28],
    [80, 78, 84],
    [26, 18, 40],
    [34, 32, 36],
    [70, 66, 64],
    [90, 88, 92],
  ];
  strandIds.forEach((strandId, at) => {
    const [one = 50, two = 50, three = 50] = marks[at] ?? [];
    visit = marked(marked(marked(visit, strandId, robin, one), strandId, mum, two), strandId, dad, three);
  });
  visit = placeMark(
    visit,
    { strandId: "sensory", personId: teacher, enteredBy: jo.id, atMs: STARTED_MS },
    { position: 62, input: "tap", how: { kind: "told-through", by: mum } },
  );
  visit = answerWithoutMark(
    visit,
    { strandId: "emotions", personId: robin, enteredBy: jo.id, atMs: STARTED_MS },
    "passed",
  );
  visit = answerWithoutMark(
    visit,
    { strandId: "learning", personId: dad, enteredBy: jo.id, atMs: STARTED_MS },
    "too-early",
  );
  visit = changeLoves(visit, robin, {
    loves: "Trains, and drawing maps of them",
    easier: "Getting out of the door in the morning",
  });
  visit = changeLoves(visit, mum, { loves: "Being told what comes next", easier: "Bedtime" });
  visit = changeVoice(visit, "learning", robin, {
    goesWell: "Remembers every station\nExplains how things work",
    strengthPinned: true,
  });
  visit = changeVoice(visit, "social", mum, { goesWell: "Kind to younger children", strengthPinned: true });
  visit = changeVoice(visit, "attention", mum, {
    goesWell: "Builds for an hour when it is his own idea.",
    harder: "Starting something new after a change of plan.",
    helps: "A list with pictures. Five minutes' notice.",
    takesOut: "He is worn out after school and needs an hour alone.",
  });
  visit = changeVoice(visit, "attention", dad, { harder: "Homework, above all on Sundays." });
  visit = changeVoice(visit, "energy", robin, { pattern: "varies", helps: "Running to the gate and back." });
  visit = seeEverythingTogether(visit, strandIds, STARTED_MS);
  visit = valueOf(
    placeAgreed(visit, "communication", { position: 58, input: "drag", enteredBy: jo.id, atMs: STARTED_MS }),
  );
  visit = valueOf(seeDifferently(visit, "attention", STARTED_MS));
  visit = valueOf(chooseFirst(visit, "emotions"));
  visit = valueOf(chooseFirst(visit, "sensory"));
  visit = changeAction(addAction(visit, uuid(0xb01)), uuid(0xb01), {
    what: "A quiet corner that anyone may use, with the ear defenders on a hook",
    strandId: "sensory",
    setting: "school-or-college",
    whoId: teacher,
    changes: "adults-or-place",
    from: "2026-11-30",
    howWeKnow: "Robin says that lunch was all right on most days.",
    childThinks: "Good, but not if everyone looks.",
  });
  visit = changeAction(visit, uuid(0xb01), { asked: "asked" });
  visit = changeAction(addAction(visit, uuid(0xb02)), uuid(0xb02), {
    what: "The plan for the morning as pictures on the fridge",
    strandId: "emotions",
    setting: "home",
    whoId: mum,
    changes: "adults-or-place",
    from: "2026-11-24",
    howWeKnow: "Fewer rushed mornings.",
    childThinks: "I want to draw them.",
  });
  visit = changeAction(visit, uuid(0xb02), { asked: "yes" });
  visit = changeNotAvailable(
    addNotAvailable(visit, uuid(0xb03)),
    uuid(0xb03),
    "Occupational therapy before the spring",
  );
  return changeReviewOffer(visit, { reviewOn: "2027-02-10" });
};

const SEEN_DIFFERENTLY: Finish["outcome"] = {
  kind: "seen-differently",
  views: [{ personId: dad, where: "Focus, waiting and finishing", words: "I see him finish what he starts." }],
};

interface CopyToMake {
  readonly visit?: Visit;
  readonly caseBody?: CaseBody;
  readonly forPersonId?: string;
  readonly outcome?: Finish["outcome"];
  readonly change?: Partial<CopyOf>;
}

/** Everything a copy is made from, once the visit is finished. */
export const copyOf = ({
  visit = fullVisit(),
  caseBody = robinsFamily(),
  forPersonId = mum,
  outcome = SEEN_DIFFERENTLY,
  change = {},
}: CopyToMake = {}): CopyOf => {
  const finished = valueOf(
    finishVisit(visit, outcome, { today: "2026-11-23", nowMs: STARTED_MS + 4_500_000, caseBody }),
  );
  return {
    profile: finished.profile,
    plan: finished.plan,
    caseBody,
    instrument: ndProfile,
    forPersonId,
    madeBy: jo,
    madeAtMs: STARTED_MS + 5_000_000,
    dayOf: (atMs) => new Date(atMs).toISOString().slice(0, 10),
    area: { name: "Saltmarsh and Dunes (made up)", schoolClosures: [] },
    practice: true,
    language: valueOf(documentLanguage("en-GB")),
    ...change,
  };
};

/** The fonts that the build cuts, read from disk as the command line reads them. */
export const fontsOnDisk: FontFiles = async (name) =>
  new Uint8Array(await readFile(new URL(`../../public/fonts/document/${name}.ttf`, import.meta.url)));
