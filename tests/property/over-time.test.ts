import fc from "fast-check";
import { expect, test } from "vitest";
import { timelineFor } from "#core/case/timeline";
import type { PlanSections } from "#core/schema/plan";
import { hide } from "#core/scoring/hide";
import { marksOn } from "#core/scoring/marks-on";
import { overTime, type ProfileInTime } from "#core/scoring/over-time";
import { layOutInTime } from "#report/chart/layout-in-time";
import { isHiddenFrom, rawSections, readSections, someReaders, STRANDS } from "../support/arbitrary-profile";
import { planForReview } from "../support/arbitrary-review";
import { idOf, whoIs } from "../support/family";
import { runs } from "../support/runs";
import { uuid } from "../support/uuid";
import { without } from "./laws/hidden-marks";

type Raw = Readonly<Record<string, unknown>>;

/** One to four profiles of one child, each with marks that some may not see; some of one moment, some of another age. */
const profiles = fc.array(
  fc.record({
    raw: rawSections,
    startedAtMs: fc.integer({ min: 1, max: 3 }),
    version: fc.constantFrom(1, 2),
    band: fc.constantFrom("primary", "secondary"),
  }),
  { minLength: 1, maxLength: 4 },
);
type MadeUp = readonly { raw: Raw; startedAtMs: number; version: number; band: string }[];

const inTime = (made: MadeUp, change: (raw: Raw) => Raw = (raw) => raw): readonly ProfileInTime[] =>
  made.map(({ raw, startedAtMs, version, band }, index) => {
    const frame = raw["frame"] as { instrument: object };
    const instrument = { ...frame.instrument, version };
    return {
      profileId: uuid(0x700 + index),
      sections: readSections({ ...change(raw), frame: { ...frame, startedAtMs, band, instrument } }),
    };
  });
const context = { strandIds: STRANDS, youngPersonId: idOf("child") };
const people = { kindOf: () => "family" as const, initialsOf: (id: string) => whoIs(id) };

test("HAZ-08 law 1: side by side, all is the same whether or not a hidden mark exists, in whichever profile", () => {
  fc.assert(
    fc.property(profiles, someReaders, (made, readerIds) => {
      const all = overTime(readerIds, inTime(made), context);
      const asIfNeverThere = overTime(
        readerIds,
        inTime(made, (raw) => without(raw, readerIds)),
        context,
      );
      expect(all).toEqual(asIfNeverThere);
      const drawn = ({ strands }: typeof all) =>
        strands.map(({ strandId, lines }) => layOutInTime(strandId, lines, people, 10));
      expect(drawn(all)).toEqual(drawn(asIfNeverThere));
    }),
    runs,
  );
});

test("law 2: the order in which profiles are given changes nothing; they stand in the order of time", () => {
  fc.assert(
    fc.property(profiles, someReaders, (made, readerIds) => {
      const given = inTime(made);
      const result = overTime(readerIds, given, context);
      expect(overTime(readerIds, [...given].reverse(), context)).toEqual(result);
      const moments = result.times.map(({ startedAtMs }) => startedAtMs);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
    }),
    runs,
  );
});

test("HAZ-03 law 3: every mark that may be seen stands there once, in its own place, drawn or said", () => {
  fc.assert(
    fc.property(profiles, someReaders, (made, readerIds) => {
      const given = inTime(made);
      for (const { strandId, lines } of overTime(readerIds, given, context).strands) {
        const charts = layOutInTime(strandId, lines, people, 10);
        for (const [index, { profileId, marks }] of lines.entries()) {
          const sections = given.find((each) => each.profileId === profileId)?.sections;
          const seen = sections === undefined ? [] : [...marksOn(strandId, hide(readerIds, sections))];
          const expected = seen.map(([ownerId, { position }]) => `${ownerId} ${position}`).sort();
          expect(marks.map(({ ownerId, position }) => `${ownerId} ${position}`).sort()).toEqual(expected);
          expect(charts[index]?.marks.map(({ ownerId, position }) => `${ownerId} ${position}`).sort()).toEqual(
            expected,
          );
        }
      }
    }),
    runs,
  );
});

test("HAZ-08 law 1 of the timeline: what happened is told the same whether or not a hidden section exists", () => {
  fc.assert(
    fc.property(rawSections, planForReview, fc.subarray(["amendment/a", "amendment/b"]), someReaders, (...made) => {
      const [raw, plan, amendmentIds, readerIds] = made;
      const amendments = Object.fromEntries(
        amendmentIds.map((id, at) => [
          id,
          { hiddenFrom: at === 0 ? [idOf("mum")] : [], what: "x", byId: idOf("dad"), why: "y", atMs: 3 },
        ]),
      );
      const seenPlan = Object.fromEntries(
        Object.entries(plan).filter(([, section]) => !isHiddenFrom(readerIds, section)),
      ) as PlanSections;
      const told = (profile: Raw, sections: PlanSections) => ({
        profiles: [{ recordId: uuid(1), body: { sections: readSections(profile) } }],
        plans: [{ body: { profileId: uuid(1), sections } }],
        reviews: [],
      });
      const all = { ...raw, ...amendments };
      expect(timelineFor(readerIds, told(all, plan))).toEqual(
        timelineFor(readerIds, told(without(all, readerIds), seenPlan)),
      );
    }),
    runs,
  );
});
