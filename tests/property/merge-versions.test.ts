import fc from "fast-check";
import { expect, test } from "vitest";
import "../support/runs";
import { isSameJson } from "#core/json/same-json";
import { compareVersions, type Differing, type SectionsOfVersion } from "#core/sync/compare-versions";
import { bothOf, type Chosen, mergeVersions } from "#core/sync/merge-versions";
import { keptFromIn } from "#core/sync/version-fields";

const word = fc.constantFrom("", "trains", "snails", "trains and snails", "a quiet corner");
const ids = fc.uniqueArray(fc.constantFrom("ann", "bob", "cy"));
const mark = fc.oneof(
  fc.constant({ kind: "none" }),
  fc.record({ kind: fc.constant("placed"), position: fc.nat(100), seenBefore: ids }),
);
// Few names, so that versions often have the same ones.
const section = fc.oneof(
  fc.record(
    {
      hiddenFrom: ids,
      words: word,
      withPersonIds: ids,
      mark,
      person: fc.record({ name: word, kind: fc.constantFrom("family", "setting") }, { requiredKeys: [] }),
      languages: fc.oneof(word, fc.record({ spoken: word, read: word }, { requiredKeys: [] })),
      newer: fc.jsonValue({ maxDepth: 2 }),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue({ maxDepth: 1 }),
);
const version: fc.Arbitrary<SectionsOfVersion> = fc.dictionary(fc.constantFrom("a", "b", "c/d", "e"), section);

const all = (differing: readonly Differing[], choose: (each: Differing) => Chosen) =>
  Object.fromEntries(differing.map((each) => [each.key, choose(each)]));

const side =
  (how: "one" | "other") =>
  (each: Differing): Chosen => ({ how, value: each[how] });

const valueIn = (content: unknown, path: readonly string[]): unknown =>
  path.reduce((at: unknown, name) => (at as Record<string, unknown> | undefined)?.[name], content);

const withoutNames = (content: unknown): unknown =>
  typeof content === "object" && content !== null && !Array.isArray(content)
    ? Object.fromEntries(Object.entries(content).filter(([name]) => name !== "hiddenFrom"))
    : content;

test("the laws of comparing hold: every section is in one place, both ways round, and nothing differs from itself", () => {
  fc.assert(
    fc.property(version, version, (one, other) => {
      const { differing, onlyInOne, sameIds } = compareVersions(one, other);
      const placed = [
        ...new Set(differing.map(({ sectionId }) => sectionId)),
        ...onlyInOne.map((each) => each.sectionId),
        ...sameIds,
      ];
      expect(placed.sort(), "law 1").toEqual([...new Set([...Object.keys(one), ...Object.keys(other)])].sort());
      const reversed = compareVersions(other, one).differing.map(({ key }) => key);
      expect(reversed.sort(), "law 2").toEqual(differing.map(({ key }) => key).sort());
      expect(compareVersions(one, one).differing, "law 3").toEqual([]);
      expect(new Set(differing.map(({ key }) => key)).size, "a key names one difference").toBe(differing.length);
    }),
  );
});

test("HAZ-02 nothing that is chosen is lost, and nothing is picked silently", () => {
  const how = fc.constantFrom("one" as const, "other" as const, "both" as const, "words" as const);
  fc.assert(
    fc.property(version, version, fc.infiniteStream(how), (one, other, hows) => {
      const { differing, onlyInOne, sameIds } = compareVersions(one, other);
      const choices = all(differing, (each) => {
        const chosen = hows.next().value as Chosen["how"];
        if (chosen === "words") return { how: "words", value: "said anew" };
        const both = bothOf(each);
        return chosen === "both" && both !== undefined ? { how: "both", value: both } : side("one")(each);
      });
      const merged = mergeVersions(one, other, choices);
      if (!merged.ok) throw new Error("everything was chosen");
      for (const { key, sectionId, path } of differing) {
        const [is, wanted] = [valueIn(merged.value[sectionId], path), choices[key]?.value];
        expect(path.length === 0 ? withoutNames(is) : is, "law 1").toEqual(
          path.length === 0 ? withoutNames(wanted) : wanted,
        );
      }
      for (const { sectionId, content } of onlyInOne) expect(merged.value[sectionId]).toEqual(content);
      for (const sectionId of sameIds) {
        expect(isSameJson(withoutNames(merged.value[sectionId]), withoutNames(one[sectionId])), "law 3").toBe(true);
      }
      for (const each of differing) {
        const { [each.key]: _left, ...rest } = choices;
        expect(mergeVersions(one, other, rest), "an error names what is undecided").toEqual({
          ok: false,
          error: [each],
        });
      }
    }),
  );
});

test("all of one chosen is that one, with what only the other has beside it", () => {
  fc.assert(
    fc.property(version, version, fc.constantFrom("one" as const, "other" as const), (one, other, chosen) => {
      const { differing } = compareVersions(one, other);
      const merged = mergeVersions(one, other, all(differing, side(chosen)));
      if (!merged.ok) throw new Error("everything was chosen");
      const expected = chosen === "one" ? { ...other, ...one } : { ...one, ...other };
      expect(Object.keys(merged.value).sort()).toEqual(Object.keys(expected).sort());
      for (const [sectionId, content] of Object.entries(expected)) {
        expect(isSameJson(withoutNames(merged.value[sectionId]), withoutNames(content)), sectionId).toBe(true);
      }
    }),
  );
});

test("HAZ-07 whoever is kept from a section in either version is kept from it in the merged one", () => {
  fc.assert(
    fc.property(version, version, fc.constantFrom("one" as const, "other" as const), (one, other, chosen) => {
      const { differing } = compareVersions(one, other);
      const merged = mergeVersions(one, other, all(differing, side(chosen)));
      if (!merged.ok) throw new Error("everything was chosen");
      for (const [sectionId, content] of Object.entries(merged.value)) {
        if (typeof content !== "object" || content === null || Array.isArray(content)) continue;
        const names = keptFromIn(one[sectionId], other[sectionId]);
        expect(keptFromIn(content)).toEqual(names);
      }
    }),
  );
});

test("words are kept from both, the one after the other, and what the other holds already comes once", () => {
  const words = (one: string, other: string) => bothOf({ kind: "words", one, other });
  expect(words("Loud rooms", "Bright lights")).toBe("Loud rooms\n\nBright lights");
  expect(words("Loud rooms", "Loud rooms and bright lights")).toBe("Loud rooms and bright lights");
  expect(bothOf({ kind: "list", one: ["ann", "bob"], other: ["bob", "cy"] })).toEqual(["ann", "bob", "cy"]);
  expect(bothOf({ kind: "choice", one: "yes", other: "no" })).toBeUndefined();
});
