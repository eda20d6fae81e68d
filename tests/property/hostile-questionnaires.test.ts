import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { importQuestionnaire } from "#core/questionnaire/from-fhir/import-questionnaire";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { eveningsStructure, eveningsWording } from "../support/made-up-questionnaire";
import { runs } from "../support/runs";

const FOREIGN = "tests/unit/core/questionnaire/from-fhir/fixtures";
const foreign = ["sleep-diary", "playground", "mahlzeiten", "clubs"].map((name): unknown =>
  JSON.parse(readFileSync(`${FOREIGN}/${name}.json`, "utf8")),
);

/** Every place in a value, as keys. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...placesIn(inner, [...path, key])])
    : [];

/** A copy in which a few places hold something else, or nothing, or what stands at another place. */
const spoilt = (whole: unknown): fc.Arbitrary<unknown> => {
  const places = placesIn(whole);
  const at = (path: readonly string[]): unknown =>
    path.reduce<unknown>((so, key) => (so as Record<string, unknown>)[key], whole);
  const slip = fc.record({
    place: fc.constantFrom(...places),
    put: fc.oneof(
      fc.jsonValue(),
      fc.constant(undefined),
      fc.constantFrom("", "constructor", "toString", "../x", "\ud800", -1, 1.5, Number.NaN, [], {}, null),
      fc.constantFrom(...places).map(at),
    ),
  });
  return fc.array(slip, { minLength: 1, maxLength: 4, size: "max" }).map((slips) => {
    const copy = structuredClone(whole);
    for (const { place, put } of slips) {
      const parent = place.slice(0, -1).reduce<unknown>((so, key) => (isObject(so) ? so[key] : undefined), copy);
      if (isObject(parent)) parent[place.at(-1) ?? ""] = structuredClone(put);
    }
    return copy;
  });
};
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

test("whatever stands in a questionnaire's files, it loads or is refused with places and reasons, and nothing is thrown", () => {
  fc.assert(
    fc.property(spoilt(eveningsStructure), spoilt(eveningsWording), (structure, wording) => {
      const loaded = loadQuestionnaire({ file: "s", content: structure }, { file: "w", content: wording });
      if (loaded.ok) return;
      expect(loaded.error.faults.length).toBeGreaterThan(0);
      for (const { reason } of loaded.error.faults) expect(reason).not.toBe("");
    }),
    runs,
  );
});

test("whatever stands in a questionnaire from elsewhere, it is imported whole or refused, and nothing is thrown", () => {
  fc.assert(
    fc.property(fc.constantFrom(...foreign).chain(spoilt), (resource) => {
      const imported = importQuestionnaire(resource, { licence: "CC0-1.0" });
      if (!imported.ok) {
        expect(imported.error.length).toBeGreaterThan(0);
        return;
      }
      const { structure, wording } = JSON.parse(JSON.stringify(imported.value.questionnaire)) as Record<
        string,
        unknown
      >;
      const again = loadQuestionnaire({ file: "s", content: structure }, { file: "w", content: wording });
      expect(again.ok ? [] : again.error.faults).toEqual([]);
    }),
    runs,
  );
});
