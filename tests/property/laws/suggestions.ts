import fc from "fast-check";
import { expect } from "vitest";
import type { Answer, Answers } from "#core/schema/answer";
import type { Prompt } from "#core/schema/instrument";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";

const answered = (points: number): Answer => ({ kind: "answered", choice: `worth-${points}`, points });
const missing: Answer = { kind: "missing", why: "dont-know" };

const points = fc.integer({ min: 0, max: 4 });
const answer: fc.Arbitrary<Answer | undefined> = fc.oneof(
  { weight: 6, arbitrary: points.map(answered) },
  fc.constantFrom("not-asked", "dont-know", "prefer-not-to-say").map((why): Answer => ({ kind: "missing", why })),
  fc.constant<Answer>({ kind: "does-not-apply" }),
  fc.constant(undefined),
);

interface Asked {
  readonly prompts: readonly Prompt[];
  readonly answers: Answers;
}

/** A strand's prompts, some reversed, with answers to some of them. */
const asked: fc.Arbitrary<Asked> = fc
  .array(fc.record({ reversed: fc.boolean(), answer }), { maxLength: 30, size: "max" })
  .map((each) => ({
    prompts: each.map(({ reversed }, index): Prompt => ({ id: `p${index}`, bands: ["primary"], reversed })),
    answers: Object.fromEntries(each.flatMap((one, index) => (one.answer ? [[`p${index}`, one.answer]] : []))),
  }));

const withAnswer = (answers: Answers, promptId: string, given: Answer): Answers => ({ ...answers, [promptId]: given });

/** A position is a whole number from 0 to 100, with no more answered than apply. */
export const positionsAreOnTheLine = (core: Core): void => {
  fc.assert(
    fc.property(asked, ({ prompts, answers }) => {
      const suggested = core.suggestPosition(prompts, answers);
      if (!suggested.ok) return;
      const { position, answered: k, applicable: n, partial } = suggested.value;
      expect(Number.isInteger(position) && position >= 0 && position <= 100).toBe(true);
      expect(k).toBeGreaterThanOrEqual(3);
      expect(k * 10).toBeGreaterThanOrEqual(n * 6);
      expect(partial).toBe(k < n);
    }),
    runs,
  );
};

/** An answer turned into a missing one leaves the mean of the others, or nothing; it never pulls to the left end. */
export const missingIsNeverZero = (core: Core): void => {
  fc.assert(
    fc.property(asked, fc.nat(), ({ prompts, answers }, which) => {
      const prompt = prompts[which % prompts.length];
      if (prompt === undefined) return;
      const others = withAnswer(answers, prompt.id, missing);
      const without = core.suggestPosition(prompts, others);
      if (!without.ok) return;
      const left = given(prompts, others);
      // The position is within a half of 25 × the mean, told in whole numbers, since 0.5 after a division may not be.
      expect(2 * Math.abs(without.value.position * left.length - 25 * sumOf(left))).toBeLessThanOrEqual(left.length);
      const leftmost = answered(prompt.reversed === true ? 4 : 0);
      const atZero = core.suggestPosition(prompts, withAnswer(answers, prompt.id, leftmost));
      if (atZero.ok) expect(without.value.position).toBeGreaterThanOrEqual(atZero.value.position);
    }),
    runs,
  );
};

/** What was answered, as places on the line from left to right: 0 to 4. */
const given = (prompts: readonly Prompt[], answers: Answers): readonly number[] =>
  prompts.flatMap((prompt) => {
    const each = answers[prompt.id];
    if (each?.kind !== "answered") return [];
    return [prompt.reversed === true ? 4 - each.points : each.points];
  });

const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0);

/** Whether the mean stands exactly between two whole numbers; told in whole numbers, since 0.1 is not. */
const isHalf = (all: readonly number[]): boolean =>
  (50 * sumOf(all)) % all.length === 0 && ((50 * sumOf(all)) / all.length) % 2 === 1;

/** One answer further to the right never moves the suggestion to the left; reversed prompts run the other way. */
export const suggestionsFollowAnswers = (core: Core): void => {
  fc.assert(
    fc.property(asked, fc.nat(), points, points, ({ prompts, answers }, which, one, other) => {
      const prompt = prompts[which % prompts.length];
      if (prompt === undefined) return;
      const [left, right] = [Math.min(one, other), Math.max(one, other)];
      const suggest = (each: number) =>
        core.suggestPosition(prompts, withAnswer(answers, prompt.id, answered(prompt.reversed ? 4 - each : each)));
      const [lower, higher] = [suggest(left), suggest(right)];
      expect(higher.ok).toBe(lower.ok);
      if (lower.ok && higher.ok) expect(higher.value.position).toBeGreaterThanOrEqual(lower.value.position);
    }),
    runs,
  );
};

/** The same answers to the opposite prompts stand in the mirror place, but for the half that rounds up in both. */
export const reversedIsMirrored = (core: Core): void => {
  fc.assert(
    fc.property(asked, ({ prompts, answers }) => {
      const opposite = prompts.map((prompt) => ({ ...prompt, reversed: prompt.reversed !== true }));
      const [straight, mirrored] = [core.suggestPosition(prompts, answers), core.suggestPosition(opposite, answers)];
      expect(mirrored.ok).toBe(straight.ok);
      if (!straight.ok || !mirrored.ok) return;
      expect(straight.value.position + mirrored.value.position).toBe(isHalf(given(prompts, answers)) ? 101 : 100);
    }),
    runs,
  );
};
