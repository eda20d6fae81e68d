import { z } from "zod";
import { err, ok, type Result } from "../result";
import { Slug } from "../schema/ids";
import type { Structure } from "../schema/instrument";
import { type ShapeFault, shapeFaults } from "../schema/shape-faults";
import { type Scored, scoreAnswers } from "./score-answers";

const Text = z.string().trim().min(1);

/**
 * One case worked by hand from the published rules: what went in, the working in words, and what must come out.
 *
 * Shape   `rows` names only what matters of a strand's row; `sameAs` is another case with the same outcome in full.
 * Source  docs/formats.md, "golden.json"
 */
export const GoldenCase = z.strictObject({
  name: Text,
  working: Text,
  sameAs: Text.optional(),
  answers: z.unknown(),
  expect: z.strictObject({
    suggestions: z.array(z.unknown()),
    offer: z.unknown(),
    seenDifferently: z.array(Slug),
    looksDifferent: z.array(Slug),
    rows: z.record(Slug, z.record(z.string(), z.unknown())).default({}),
  }),
});
export type GoldenCase = z.infer<typeof GoldenCase>;

export const GoldenFile = z.array(GoldenCase).min(1, "there are no cases");

/**
 * Scores every golden case and holds the outcome against what was worked by hand; the answer is how many hold.
 *
 * Errors  every fault with its place: a malformed case, a name used twice, answers that cannot be scored, and each part
 *         of an outcome that is not the one worked by hand.
 */
export const checkGolden = (structure: Structure, content: unknown): Result<number, readonly ShapeFault[]> => {
  const parsed = GoldenFile.safeParse(content);
  if (!parsed.success) return err(shapeFaults(parsed.error));
  const outcomesByName = new Map<string, string>();
  const faults: ShapeFault[] = [];
  parsed.data.forEach((golden, index) => {
    if (outcomesByName.has(golden.name)) faults.push({ path: `${index}/name`, reason: "this name is used twice" });
    const scored = scoreAnswers(structure, golden.answers);
    if (!scored.ok) {
      faults.push(...scored.error.map(({ path, reason }) => ({ path: `${index}/answers/${path}`, reason })));
      return;
    }
    outcomesByName.set(golden.name, sortedJson(scored.value));
    faults.push(...differences(golden.expect, scored.value, `${index}/expect`));
  });
  parsed.data.forEach(({ name, sameAs }, index) => {
    if (sameAs === undefined || outcomesByName.get(name) === outcomesByName.get(sameAs)) return;
    faults.push({ path: `${index}/sameAs`, reason: "the other case is not there, or its outcome is not the same" });
  });
  return faults.length > 0 ? err(faults) : ok(parsed.data.length);
};

const differences = (expected: GoldenCase["expect"], scored: Scored, at: string): ShapeFault[] => {
  const rowOf = (strandId: string): object => scored.rows.find((row) => row.strandId === strandId) ?? {};
  const parts: (readonly [path: string, expected: unknown, scored: unknown])[] = [
    ["suggestions", expected.suggestions, scored.suggestions],
    ["offer", expected.offer, scored.offer],
    ["seenDifferently", expected.seenDifferently, scored.seenDifferently],
    ["looksDifferent", expected.looksDifferent, scored.looksDifferent],
    ...Object.entries(expected.rows).flatMap(([strandId, parts]) =>
      Object.entries(parts).map(
        ([part, value]) =>
          [
            `rows/${strandId}/${part}`,
            value,
            Object.entries(rowOf(strandId)).find(([key]) => key === part)?.[1],
          ] as const,
      ),
    ),
  ];
  return parts
    .filter(([, byHand, byCode]) => sortedJson(byHand) !== sortedJson(byCode))
    .map(([path, byHand, byCode]) => ({
      path: `${at}/${path}`,
      reason: `worked by hand ${sortedJson(byHand)}, scored ${sortedJson(byCode)}`,
    }));
};

/** JSON with the keys of every object in one order, so that two values can be compared as text. */
const sortedJson = (value: unknown): string =>
  value === undefined
    ? "nothing"
    : JSON.stringify(value, (_key, part: unknown) =>
        typeof part === "object" && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
          : part,
      );
