import fc from "fast-check";
import { expect, test } from "vitest";
import { passphraseStrength } from "#core/lock/passphrase-strength";
import { DEVICE_PASSPHRASE } from "../../../support/device-passphrase";

const own = ["Grace Okafor", "Saltmarsh"];
const said = (typed: string) => {
  const strength = passphraseStrength(typed, own);
  return strength.kind === "easily-guessed" ? strength.because : strength.kind;
};

test("law 1: under twelve characters nothing is enough, and it says how many more", () => {
  expect(passphraseStrength("", own)).toEqual({ kind: "too-short", more: 12 });
  expect(passphraseStrength("x9!Kq2#vLw0", own)).toEqual({ kind: "too-short", more: 1 });
  // Characters are counted as people see them.
  expect(passphraseStrength("Sia\u0302nSia\u0302n", own)).toEqual({ kind: "too-short", more: 4 });
});

test.each([
  ["passwordpassword", "common"],
  ["Letmein welcome 1", "common"],
  ["correct horse battery staple", "common"],
  ["aaaaaaaaaaaaaaaa", "run"],
  ["abcdefghijklmnop", "run"],
  ["123456789012345", "run"],
  ["qwertyuiopasdfgh", "run"],
  ["otter otter otter otter", "repeated"],
  ["xk2xk2xk2xk2xk2", "repeated"],
  ["grace.okafor.saltmarsh", "own-words"],
])("%s is easily guessed: %s", (typed, because) => {
  expect(said(typed)).toBe(because);
});

test.each([
  ["tea4kz!mq80w", "enough"],
  ["otters nap kindly", "good"],
  [DEVICE_PASSPHRASE, "very-good"],
  ["v8Tq-29xLm_Zr7Kd-wB4n-0pYs", "very-good"],
  ["قطار أخضر يحب القمر البعيد", "very-good"],
])("%s is %s", (typed, kind) => {
  expect(said(typed)).toBe(kind);
});

test("law 2: saying it again, or adding one's own name, makes nothing stronger", () => {
  const order = ["too-short", "easily-guessed", "enough", "good", "very-good"];
  const rank = (typed: string) => order.indexOf(passphraseStrength(typed, own).kind);
  const word = fc.stringMatching(/^[b-y]{3,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 3, maxLength: 6, size: "max" }), (words) => {
      const typed = words.join(" ");
      fc.pre(typed.length >= 12);
      expect(rank(`${typed} ${typed}`)).toBeLessThanOrEqual(rank(typed));
      expect(rank(`${typed} okafor`)).toBeLessThanOrEqual(rank(typed));
    }),
    { seed: 5 },
  );
});
