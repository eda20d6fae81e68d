import fc from "fast-check";
import { expect } from "vitest";
import { peopleOf } from "#core/schema/case";
import type { ProfileBody } from "#core/schema/profile";
import { rawSections } from "../../support/arbitrary-profile";
import { familyOf, idOf } from "../../support/family";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";
import { uuid } from "../../support/uuid";

const people = peopleOf(familyOf());
const words = fc.string({ minLength: 1, maxLength: 60, size: "max" }).filter((text) => text.trim() !== "");
const someone = fc.constantFrom(...people.map(({ id }) => id));

/** Few ids and few moments, so that amendments often meet. */
const amendment = fc.record({
  id: fc.integer({ min: 1, max: 4 }).map(uuid),
  atMs: fc.integer({ min: 0, max: 3 }),
  what: words,
  byId: someone,
  why: words,
  hiddenFrom: fc.subarray(people.map(({ id }) => id)),
});

const finished = rawSections.map((sections) => ({
  later: { kept: true },
  schemaVersion: 1,
  sections: { ...sections, finish: { outcome: { kind: "for-today" }, atMs: 1 } },
}));

const sectionsOf = (body: ProfileBody) => body.sections as unknown as Readonly<Record<string, unknown>>;

/** HAZ-23: however often something is put right, all that stood before stands after it, untouched. */
export const oldWordsStay = (core: Core): void => {
  fc.assert(
    fc.property(finished, fc.array(amendment, { minLength: 1, maxLength: 8, size: "max" }), (raw, amendments) => {
      let body = core.ProfileBody.parse(raw);
      for (const each of amendments) {
        const before = structuredClone(body);
        const result = core.addAmendment(body, each, people);
        expect(body).toEqual(before);
        if (Object.keys(before.sections).includes(`amendment/${each.id}`)) {
          expect(result).toEqual({ ok: false, error: { type: "AlreadyThere" } });
          continue;
        }
        if (!result.ok) throw new Error(`refused: ${result.error.type}`);
        const { [`amendment/${each.id}`]: added, ...rest } = sectionsOf(result.value);
        expect(rest).toEqual(sectionsOf(before));
        expect({ ...result.value, sections: {} }).toEqual({ ...before, sections: {} });
        expect(added).toMatchObject({ what: each.what.trim(), why: each.why.trim(), byId: each.byId });
        // What is written here is read back as it was, by whoever reads the profile next.
        const sent = JSON.parse(JSON.stringify(result.value)) as unknown;
        expect(core.ProfileBody.parse(sent)).toEqual(result.value);
        body = result.value;
      }
    }),
    runs,
  );
};

/** They stand in the order of time, each once, whatever lies between them. */
export const amendmentsStandInTime = (core: Core): void => {
  fc.assert(
    fc.property(finished, fc.array(amendment, { maxLength: 8, size: "max" }), (raw, amendments) => {
      let body = core.ProfileBody.parse(raw);
      const first = new Map<string, number>();
      for (const each of amendments) {
        const result = core.addAmendment(body, each, people);
        if (!result.ok) continue;
        first.set(each.id, each.atMs);
        body = result.value;
      }
      const listed = core.amendmentsOf(body.sections);
      expect(new Map(listed.map(({ id, content }) => [id, content?.atMs]))).toEqual(first);
      const times = listed.map(({ content }) => content?.atMs ?? -1);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }),
    runs,
  );
};

/** Whoever says so is never kept from it, and everyone else who was to be kept from it is. */
export const sayerMaySeeIt = (core: Core): void => {
  fc.assert(
    fc.property(finished, amendment, (raw, each) => {
      const result = core.addAmendment(core.ProfileBody.parse(raw), each, people);
      if (!result.ok) throw new Error(`refused: ${result.error.type}`);
      for (const { id } of people) {
        const seen = core.amendmentsOf(core.hide([id], result.value.sections)).length === 1;
        expect(seen).toBe(id === each.byId || !each.hiddenFrom.includes(id));
      }
    }),
    runs,
  );
  expect(people.map(({ id }) => id)).toContain(idOf("child"));
};
