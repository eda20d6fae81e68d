import { describe, expect, test } from "vitest";
import { timelineFor } from "#core/case/timeline";
import { PlanBody } from "#core/schema/plan";
import { type ProfileSections, ProfileBody } from "#core/schema/profile";
import { ReviewBody } from "#core/schema/review";
import { nthOf, overTime } from "#core/scoring/over-time";
import { aProfile } from "../../../support/made-up-bodies";
import { voice } from "../../../support/server/bodies";
import { uuid } from "../../../support/uuid";

const [child, mum, dad] = [uuid(901), uuid(101), uuid(102)];

interface Made {
  readonly at: number;
  readonly version?: number;
  readonly band?: string;
  readonly sections?: Readonly<Record<string, unknown>>;
}
const sectionsOf = ({ at, version = 1, band = "primary", sections = {} }: Made): ProfileSections => {
  const { frame } = aProfile().sections;
  const instrument = { ...frame.instrument, version };
  return ProfileBody.parse({
    schemaVersion: 1,
    sections: { frame: { ...frame, startedAtMs: at, band, instrument }, ...sections },
  }).sections;
};
const marked = (position: number, of = mum, more: object = {}) => ({
  [`voice/motor/${of}`]: { ...voice(position), ...more },
});
const sideBySide = (...made: readonly Made[]) =>
  overTime(
    [child, mum, dad],
    made.map((each, index) => ({ profileId: uuid(index + 1), sections: sectionsOf(each) })),
    { strandIds: ["motor"], youngPersonId: child },
  );
const linesOf = (...made: readonly Made[]) =>
  sideBySide(...made).strands[0]?.lines.map(({ marks }) => marks.map(({ position, why }) => [position, why]));

describe("profiles side by side", () => {
  test("stand in the order of time: first, second, third", () => {
    const { times } = sideBySide({ at: 30 }, { at: 10 }, { at: 20 });
    expect(times.map(({ startedAtMs }, index) => [nthOf(index), startedAtMs])).toEqual([
      ["first", 10],
      ["second", 20],
      ["third", 30],
    ]);
    expect([nthOf(5), nthOf(6), nthOf(60)]).toEqual(["sixth", "later", "later"]);
  });

  test("with the same strand, person, age words and wording, all marks can be compared", () => {
    expect(
      linesOf({ at: 1, sections: marked(20) }, { at: 2, sections: marked(50) }, { at: 3, sections: marked(80) }),
    ).toEqual([[[20, undefined]], [[50, undefined]], [[80, undefined]]]);
  });

  test.each([
    ["other-band", { at: 1, band: "early-years", sections: marked(20) }],
    ["other-wording", { at: 1, version: 2, sections: marked(20) }],
    ["other-person", { at: 1, sections: marked(20, dad) }],
  ])("a mark is hollow, with the reason: %s; the newest never is", (why, before) => {
    expect(linesOf(before, { at: 2, sections: marked(50) })).toEqual([[[20, why]], [[50, undefined]]]);
  });

  test("a mark made beside the words of another age is hollow, though its visit was of the same age", () => {
    const mark = { ...voice(20).mark, band: "early-years" };
    expect(linesOf({ at: 1, sections: marked(20, mum, { mark }) }, { at: 2, sections: marked(50) })).toEqual([
      [[20, "other-band"]],
      [[50, undefined]],
    ]);
  });

  test("HAZ-04 no mark is no mark: a line without one stays empty, and passing is an answer", () => {
    const passed = { hiddenFrom: [], mark: { kind: "passed", atMs: 1, enteredBy: mum } };
    const [strand] = sideBySide({ at: 1 }, { at: 2, sections: { [`voice/motor/${mum}`]: passed } }).strands;
    expect(strand?.lines.map(({ marks, answers }) => [marks.length, answers.map(({ kind }) => kind)])).toEqual([
      [0, []],
      [0, ["passed"]],
    ]);
  });

  test("the young person's mark stands first, and the one made together last", () => {
    const agreed = { "agreed/motor": { hiddenFrom: [], outcome: { kind: "placed", mark: voice(40).mark } } };
    const { strands } = sideBySide({ at: 1, sections: { ...agreed, ...marked(20), ...marked(70, child) } });
    expect(strands[0]?.lines[0]?.marks.map(({ ownerId }) => ownerId)).toEqual([child, mum, "agreed"]);
  });
});

describe("the timeline", () => {
  const review = (recordId: string, finishedAtMs: number) => ({
    recordId,
    body: ReviewBody.parse({
      schemaVersion: 1,
      profileId: uuid(1),
      planId: uuid(2),
      sections: { frame: { ledBy: dad, startedAtMs: 1, finishedAtMs, practice: true, presentIds: [mum] } },
    }),
  });
  const plan = (sections: object) => ({ body: PlanBody.parse({ schemaVersion: 1, profileId: uuid(1), sections }) });
  const profile = {
    recordId: uuid(1),
    body: {
      sections: sectionsOf({
        at: 10,
        sections: {
          finish: { outcome: { kind: "for-today" }, atMs: 20 },
          "amendment/a": { what: "x", byId: mum, why: "y", atMs: 40 },
        },
      }),
    },
  };

  test("tells visits, plans, what was put right and reviews in the order of time", () => {
    const told = { profiles: [profile], plans: [plan({ goal: { words: "Football" } })], reviews: [review("r", 30)] };
    expect(timelineFor([mum], told).map(({ kind, atMs, byId }) => [kind, atMs, byId])).toEqual([
      ["visit", 10, uuid(902)],
      ["plan", 20, uuid(902)],
      ["review", 30, dad],
      ["amendment", 40, mum],
    ]);
  });

  test("a plan of which nothing is seen is not told of", () => {
    const told = {
      profiles: [profile],
      plans: [plan({ goal: { words: "Football", hiddenFrom: [mum] } })],
      reviews: [],
    };
    expect(timelineFor([mum], told).map(({ kind }) => kind)).toEqual(["visit", "amendment"]);
    expect(timelineFor([dad], told).map(({ kind }) => kind)).toEqual(["visit", "plan", "amendment"]);
  });
});
