import { describe, expect, test } from "vitest";
import { ProfileBody } from "#core/schema/profile";
import { bandOn } from "#core/scoring/band-on";
import { ghostsOn } from "#core/scoring/since-last-time";
import { idOf, type Who } from "../../../support/family";

const mark = (position: number, band?: string) => ({
  kind: "placed",
  position,
  input: "drag",
  how: { kind: "self" },
  atMs: 0,
  enteredBy: idOf("practitioner"),
  seenBefore: [],
  ...(band === undefined ? {} : { band }),
});

interface Conversation {
  readonly marks?: Partial<Record<Who, number>>;
  /** The age whose words stood there when the marks were made, where a mark says so. */
  readonly beside?: string;
  readonly agreed?: number;
  readonly band?: string;
  readonly bandHere?: string;
  readonly version?: number;
  readonly instrument?: string;
}

const conversation = ({
  marks = {},
  beside,
  agreed,
  band = "primary",
  bandHere,
  version = 1,
  instrument = "nd-profile",
}: Conversation) =>
  ProfileBody.parse({
    schemaVersion: 1,
    sections: {
      frame: {
        instrument: { id: instrument, version, language: "en-GB" },
        band,
        childId: idOf("child"),
        ledBy: idOf("practitioner"),
        startedAtMs: 0,
        practice: true,
      },
      ...(bandHere === undefined ? {} : { "talk/attention": { descriptionsBand: bandHere } }),
      ...Object.fromEntries(
        Object.entries(marks).map(([who, at]) => [`voice/attention/${idOf(who as Who)}`, { mark: mark(at, beside) }]),
      ),
      ...(agreed === undefined
        ? {}
        : { "agreed/attention": { outcome: { kind: "placed", mark: mark(agreed, beside) } } }),
    },
  }).sections;

const comparisonOf = (now: Conversation, before: Conversation) =>
  ghostsOn("attention", conversation(now), conversation(before)).map(({ comparison }) => comparison);

describe("the same person, strand, band and words", () => {
  test.each([
    [51, 60, "about-the-same"],
    [60, 51, "about-the-same"],
    [60, 60, "about-the-same"],
    [50, 60, "was-further-left"],
    [60, 50, "was-further-right"],
  ])("from %i to %i: %s", (before, now, says) => {
    expect(comparisonOf({ marks: { mum: now } }, { marks: { mum: before } })).toEqual([
      { kind: "comparable", now: says },
    ]);
  });

  test("nobody has a mark this time: there is nothing to say", () => {
    expect(comparisonOf({}, { marks: { mum: 20 } })).toEqual([{ kind: "comparable" }]);
  });

  test("the agreed mark is compared with the agreed mark", () => {
    expect(comparisonOf({ agreed: 45 }, { agreed: 60 })).toEqual([{ kind: "comparable", now: "was-further-right" }]);
  });
});

describe("anything else is not compared, and says why", () => {
  const then = { marks: { mum: 20 } };

  test("another person", () => {
    expect(comparisonOf({ marks: { dad: 60 } }, then)).toEqual([{ kind: "not-comparable", why: "other-person" }]);
  });

  test("another age band, of the whole conversation or of this strand", () => {
    const otherBand = [{ kind: "not-comparable", why: "other-band" }];
    expect(comparisonOf({ marks: { mum: 60 }, band: "secondary" }, then)).toEqual(otherBand);
    expect(comparisonOf({ marks: { mum: 60 }, bandHere: "secondary" }, then)).toEqual(otherBand);
    expect(comparisonOf({ marks: { mum: 60 } }, { ...then, bandHere: "early-years" })).toEqual(otherBand);
  });

  test("a mark that was made beside another age's words, whatever words stand there now", () => {
    const otherBand = [{ kind: "not-comparable", why: "other-band" }];
    expect(comparisonOf({ marks: { mum: 60 }, beside: "secondary" }, then)).toEqual(otherBand);
    expect(comparisonOf({ marks: { mum: 60 } }, { ...then, beside: "secondary" })).toEqual(otherBand);
    expect(comparisonOf({ agreed: 60, beside: "secondary" }, { agreed: 60 })).toEqual(otherBand);
    expect(comparisonOf({ marks: { mum: 20 }, band: "secondary", beside: "primary" }, then)).toEqual([
      { kind: "comparable", now: "about-the-same" },
    ]);
  });

  test("another version of the words, or another questionnaire", () => {
    const otherWording = [{ kind: "not-comparable", why: "other-wording" }];
    expect(comparisonOf({ marks: { mum: 60 }, version: 2 }, then)).toEqual(otherWording);
    expect(comparisonOf({ marks: { mum: 60 }, instrument: "made-up" }, then)).toEqual(otherWording);
  });

  test("a band chosen for the strand that is the other conversation's own is the same band", () => {
    expect(comparisonOf({ marks: { mum: 20 }, band: "secondary", bandHere: "primary" }, then)).toEqual([
      { kind: "comparable", now: "about-the-same" },
    ]);
  });
});

test("marks of last time are where they were, one for each who marked, and no more", () => {
  const before = conversation({ marks: { child: 10, mum: 20 }, agreed: 15 });
  expect(ghostsOn("attention", conversation({}), before).map(({ ownerId, position }) => [ownerId, position])).toEqual([
    [idOf("child"), 10],
    [idOf("mum"), 20],
    ["agreed", 15],
  ]);
  expect(ghostsOn("motor", conversation({}), before)).toEqual([]);
});

test("a strand's band is the one chosen for it, else the conversation's", () => {
  expect(bandOn("attention", conversation({ band: "secondary", bandHere: "primary" }))).toBe("primary");
  expect(bandOn("motor", conversation({ band: "secondary", bandHere: "primary" }))).toBe("secondary");
});
