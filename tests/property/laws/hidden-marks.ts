import fc from "fast-check";
import { expect } from "vitest";
import type { ProfileSections } from "#core/schema/profile";
import { Visit } from "#core/schema/visit";
import { layOutChart } from "#report/chart/layout";
import {
  contentFor,
  isHiddenFrom,
  rawSections,
  readSections,
  READERS,
  SECTION_IDS,
  someReaders,
  STRANDS,
} from "../../support/arbitrary-profile";
import { idOf, whoIs } from "../../support/family";
import { ndProfile } from "../../support/nd-profile";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";
import { uuid } from "../../support/uuid";

type Raw = Readonly<Record<string, unknown>>;

/** Everything that a reader can be shown of a profile and of the one before it. */
const everythingFor = (core: Core, readerIds: readonly string[], now: ProfileSections, before: ProfileSections) => {
  const picture = core.pictureFor(readerIds, now, {
    strandIds: STRANDS,
    youngPersonId: idOf("child"),
    ageYears: 12,
    before,
  });
  return {
    picture,
    chart: layOutChart(picture, { kindOf: () => "family", initialsOf: (id) => whoIs(id) }, 10),
    sections: core.hide(readerIds, now),
  };
};

/** What a room of these people sees after they have opened the picture. */
const roomAfterPicture = (core: Core, readerIds: readonly string[], sections: Raw) => {
  const visit = Visit.parse({
    profileId: uuid(1),
    planId: uuid(2),
    caseId: uuid(3),
    profile: { schemaVersion: 1, sections: { ...sections, here: { presentIds: readerIds } } },
    plan: { schemaVersion: 1, profileId: uuid(1), sections: {} },
  });
  const opened = core.seeEverythingTogether(visit, STRANDS, 1);
  return core.hide(readerIds, opened.profile.sections);
};

/** The same profile as if nothing hidden had ever been there: so nobody can have seen it before they marked, either. */
export const without = (sections: Raw, readerIds: readonly string[]): Raw => {
  const isGone = (id: string): boolean => id in sections && isHiddenFrom(readerIds, sections[id]);
  return Object.fromEntries(
    Object.entries(sections)
      .filter(([id]) => !isGone(id))
      .map(([id, content]) => {
        const strandId = id.split("/")[1] ?? "";
        return [id, withSeenBefore(content, (seenId) => !isGone(`voice/${strandId}/${seenId}`))];
      }),
  );
};

/** The content with some taken out of every `seenBefore` in it. */
const withSeenBefore = (content: unknown, keep: (seenId: string) => boolean): unknown =>
  content === undefined
    ? undefined
    : JSON.parse(JSON.stringify(content), (key, value: unknown) =>
        key === "seenBefore" ? (value as string[]).filter(keep) : value,
      );

/** Every hidden section holds something else, and stays as hidden as it was. */
const changed = (sections: Raw, readerIds: readonly string[], other: Raw): Raw =>
  Object.fromEntries(
    Object.entries(sections).map(([id, content]) => {
      if (!isHiddenFrom(readerIds, content)) return [id, content];
      return [id, { ...(other[id] as object), hiddenFrom: (content as { hiddenFrom: unknown }).hiddenFrom }];
    }),
  );

const otherContents: fc.Arbitrary<Raw> = fc.record(
  Object.fromEntries(SECTION_IDS.map((id) => [id, contentFor(id)] as const)),
);

/** Law 1: all that is derived is the same whether or not a hidden section exists, and whatever it holds. */
export const hiddenLeavesNoTrace = (core: Core): void => {
  fc.assert(
    fc.property(someReaders, rawSections, rawSections, otherContents, (readerIds, now, before, other) => {
      const derive = (sections: Raw, earlier: Raw) =>
        everythingFor(core, readerIds, readSections(sections), readSections(earlier));
      const shown = derive(now, before);
      expect(derive(without(now, readerIds), without(before, readerIds))).toEqual(shown);
      expect(derive(changed(now, readerIds, other), changed(before, readerIds, other))).toEqual(shown);
    }),
    runs,
  );
};

/** Law 1 in the room: a hidden mark opens no line, and is in nobody's `seenBefore`. */
export const hiddenOpensNothing = (core: Core): void => {
  fc.assert(
    fc.property(someReaders, rawSections, (readerIds, now) => {
      // A strand's own talk, once hidden, is another matter: here only marks are.
      const open = Object.fromEntries(Object.entries(now).filter(([id]) => !id.startsWith("talk/")));
      const room = (sections: Raw) => roomAfterPicture(core, readerIds, sections);
      expect(room(without(open, readerIds))).toEqual(room(open));
    }),
    runs,
  );
};

/** Law 2: with one more reader, or one more person to hide from, nothing is shown that was not shown before. */
export const hidingMoreShowsNoMore = (core: Core): void => {
  const anyone = fc.constantFrom(...READERS.map(idOf));
  fc.assert(
    fc.property(someReaders, rawSections, anyone, fc.nat(), (readerIds, raw, added, which) => {
      const sections = readSections(raw);
      const less = core.hide(readerIds, sections);
      expectWithin(core.hide([...readerIds, added], sections), less);
      expectWithin(core.hide(readerIds, readSections(hideOneMore(raw, which, added))), less);
    }),
    runs,
  );
};

const hideOneMore = (sections: Raw, which: number, personId: string): Raw => {
  const ids = Object.keys(sections).filter((id) => id.startsWith("voice/") || id.startsWith("agreed/"));
  const id = ids[which % ids.length];
  if (id === undefined) return sections;
  const content = sections[id] as { hiddenFrom: readonly string[] };
  return { ...sections, [id]: { ...content, hiddenFrom: [...content.hiddenFrom, personId] } };
};

const expectWithin = (more: ProfileSections, less: ProfileSections): void => {
  const shown = less as unknown as Raw;
  for (const [id, content] of Object.entries(more)) {
    expect(Object.keys(shown)).toContain(id);
    expect(wordsOf(content)).toBe(wordsOf(shown[id]));
    for (const seenId of seenIn(content)) expect(seenIn(shown[id])).toContain(seenId);
  }
};

const SEEN_BEFORE = /"seenBefore":\[([^\]]*)\]/g;
const json = (content: unknown): string => JSON.stringify(content ?? null);

const seenIn = (content: unknown): readonly string[] =>
  [...json(content).matchAll(SEEN_BEFORE)].flatMap(([, ids]) => (ids ?? "").split(",").filter((id) => id !== ""));

/** What a section says: everything but whom it is hidden from and who had been seen. */
const wordsOf = (content: unknown): string =>
  json(content)
    .replaceAll(SEEN_BEFORE, "")
    .replaceAll(/"hiddenFrom":\[[^\]]*\]/g, "");

/** Law 1 for the command: a voice hidden from a reader gives that reader neither mark nor suggestion. */
export const hiddenVoiceIsNotScored = (core: Core): void => {
  const strandIds = ["attention", "motor"];
  const people = ["child", "mum", "dad"];
  const voices = fc.tuple(
    ...strandIds.flatMap((strand) =>
      people.map((person) =>
        fc.record({
          person: fc.constant(person),
          strand: fc.constant(strand),
          hiddenFrom: fc.subarray(people),
          mark: fc.oneof(fc.constant("none"), fc.record({ position: fc.integer({ min: 0, max: 100 }) })),
          answers: fc.constant(nearlyAlways(strand)),
        }),
      ),
    ),
  );
  fc.assert(
    fc.property(voices, fc.subarray(people, { minLength: 1 }), (all, readers) => {
      const visible = all.filter((voice) => !voice.hiddenFrom.some((person) => readers.includes(person)));
      const score = (some: typeof visible) =>
        core.scoreAnswers(ndProfile.structure, {
          youngPerson: "child",
          ageYears: 12,
          band: "primary",
          readers,
          voices: some,
        });
      expect(score(all)).toEqual(score(visible));
    }),
    runs,
  );
};

const nearlyAlways = (strandId: string) =>
  Object.fromEntries(
    ndProfile.structure.strands
      .find(({ id }) => id === strandId)!
      .prompts.map(({ id }) => [id, { kind: "answered", choice: "nearly-always", points: 4 }]),
  );
