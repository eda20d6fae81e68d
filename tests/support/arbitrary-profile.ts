import fc from "fast-check";
import { ProfileBody, type ProfileSections } from "#core/schema/profile";
import { idOf, type Who } from "./family";

export const STRANDS = ["attention", "motor"] as const;
const PEOPLE: readonly Who[] = ["child", "mum", "dad"];
export const READERS = [...PEOPLE, "teacher"] as const satisfies readonly Who[];

const max = { size: "max" } as const;
const someOf = (people: readonly Who[]) => fc.subarray(people.map(idOf));
/** Readers are never nobody: a screen has somebody in front of it. */
export const someReaders = fc.subarray(READERS.map(idOf), { minLength: 1 });

const position = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 29, 30, 40, 49, 50, 60, 100));
const placed = fc.record({
  kind: fc.constant("placed"),
  position,
  input: fc.constantFrom("drag", "words", "tap"),
  how: fc.oneof(
    fc.constant({ kind: "self" }),
    fc.constantFrom(...PEOPLE).map((who) => ({ kind: "watched", by: idOf(who) })),
  ),
  atMs: fc.nat(),
  enteredBy: fc.constant(idOf("practitioner")),
  seenBefore: someOf(PEOPLE),
  // Absent in a mark that was made before marks said so: JSON drops what is not there.
  band: fc.constantFrom("primary", "secondary", undefined),
});
const answer = fc.record({
  kind: fc.constantFrom("passed", "too-early"),
  atMs: fc.nat(),
  enteredBy: fc.constant(idOf("practitioner")),
});
const mark = fc.oneof({ weight: 4, arbitrary: placed }, answer, fc.constant({ kind: "none" }));

const voice = fc.record({
  hiddenFrom: someOf(READERS),
  mark,
  goesWell: fc.string({ maxLength: 40, ...max }),
  strengthPinned: fc.boolean(),
});
const agreed = fc.record({
  hiddenFrom: someOf(READERS),
  outcome: fc.oneof(
    fc.constant({ kind: "none" }),
    placed.map((each) => ({ kind: "placed", mark: each })),
    fc.record({ kind: fc.constant("differently"), atMs: fc.nat() }),
  ),
});
const talk = fc.record({
  hiddenFrom: someOf(READERS),
  togetherSinceMs: fc.option(fc.nat()),
  descriptionsBand: fc.constantFrom("primary", "early-years"),
});
/** A section that only a newer version knows: it may be anything at all. */
const unknown = fc.oneof(fc.jsonValue(), fc.record({ hiddenFrom: someOf(READERS), words: fc.string() }));

const ids = {
  voice: STRANDS.flatMap((strand) => PEOPLE.map((who) => `voice/${strand}/${idOf(who)}`)),
  agreed: STRANDS.map((strand) => `agreed/${strand}`),
  talk: STRANDS.map((strand) => `talk/${strand}`),
  unknown: ["sounds/attention", "constructor", "toString/x"],
};

/** What may stand under a section id, so that one section can be changed into any other of its kind. */
export const contentFor = (sectionId: string): fc.Arbitrary<unknown> => {
  if (ids.voice.includes(sectionId)) return voice;
  if (ids.agreed.includes(sectionId)) return agreed;
  return ids.talk.includes(sectionId) ? talk : unknown;
};

const frame = {
  instrument: { id: "nd-profile", version: 1, language: "en-GB" },
  band: "primary",
  childId: idOf("child"),
  ledBy: idOf("practitioner"),
  startedAtMs: 0,
  practice: true,
};

export const SECTION_IDS: readonly string[] = Object.values(ids).flat();

/** The sections of a profile before any schema has read them, in any order, some of them hidden from some people. */
export const rawSections: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .shuffledSubarray([...SECTION_IDS], { minLength: 0, maxLength: SECTION_IDS.length })
  .chain((sectionIds) => fc.tuple(...sectionIds.map((id) => contentFor(id).map((content) => [id, content] as const))))
  // As it comes from outside: what was written as JSON and read again knows no minus zero.
  .map((sections) => JSON.parse(JSON.stringify({ frame, ...Object.fromEntries(sections) })) as Record<string, unknown>);

export const readSections = (sections: Readonly<Record<string, unknown>>): ProfileSections =>
  ProfileBody.parse({ schemaVersion: 1, sections }).sections;

/** Whether a raw section names one of these readers among those it is hidden from. */
export const isHiddenFrom = (readerIds: readonly string[], content: unknown): boolean =>
  typeof content === "object" &&
  content !== null &&
  "hiddenFrom" in content &&
  Array.isArray(content.hiddenFrom) &&
  content.hiddenFrom.some((id) => readerIds.includes(id as string));
