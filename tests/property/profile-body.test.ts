import fc from "fast-check";
import { expect, test } from "vitest";
import { PlanBody } from "#core/schema/plan";
import { ProfileBody } from "#core/schema/profile";
import { rawSections } from "../support/arbitrary-profile";
import { runs } from "../support/runs";
import { uuid } from "../support/uuid";

const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Names that no schema of ours uses, so that what they hold must come through as it came. */
const newName = fc.string({ minLength: 1, maxLength: 20, size: "max" }).map((name) => `x-${name}`);
const newFields = fc.dictionary(newName, fc.jsonValue(), { maxKeys: 4, size: "max" });

test("what a newer version wrote in its own sections and fields is still there after reading and writing", () => {
  fc.assert(
    fc.property(rawSections, newFields, newFields, newFields, (sections, newSections, inSection, inBody) => {
      const withFields = Object.fromEntries(
        Object.entries(sections).map(([id, content]) => [
          id,
          /^(voice|agreed|talk|frame)/.test(id) ? { ...(content as object), ...inSection } : content,
        ]),
      );
      const sent = asSent({ ...inBody, schemaVersion: 9, sections: { ...withFields, ...newSections } }) as SentBody;
      const kept = asSent(ProfileBody.parse(sent)) as SentBody;

      expect(Object.keys(kept.sections)).toEqual(Object.keys(sent.sections));
      for (const [name, value] of Object.entries(inBody)) expect(kept[name]).toEqual(asSent(value));
      for (const [id, content] of Object.entries(sent.sections)) {
        if (typeof content === "object" && content !== null && !Array.isArray(content))
          expect(kept.sections[id]).toMatchObject(content);
        else expect(kept.sections[id]).toEqual(content);
      }
    }),
    runs,
  );
});

test("reading what was written changes nothing more", () => {
  fc.assert(
    fc.property(rawSections, (sections) => {
      const once = ProfileBody.parse({ schemaVersion: 1, sections });
      expect(ProfileBody.parse(asSent(once))).toEqual(once);
    }),
    runs,
  );
});

test("a plan keeps a newer version's sections too", () => {
  fc.assert(
    fc.property(newFields, newFields, (newSections, inAction) => {
      const action = { order: 1, what: "A quiet table.", ...inAction };
      const sections = asSent({ ...newSections, [`action/${uuid(1)}`]: action }) as Record<string, unknown>;
      const kept = PlanBody.parse({ schemaVersion: 9, profileId: uuid(2), sections });
      expect(kept.sections).toMatchObject(sections);
    }),
    runs,
  );
});

interface SentBody {
  readonly [name: string]: unknown;
  readonly sections: Readonly<Record<string, unknown>>;
}
