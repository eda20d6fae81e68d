import { expect, test } from "vitest";
import { asTyped, choosePin } from "#core/lock/pin";

test.each(["384921", "0000001", "9999 1111", "٣٨٤٩٢١"])("%s may be a PIN", (typed) => {
  expect(choosePin(typed)).toEqual({ ok: true, value: asTyped(typed) });
});

test.each([
  ["38492", "TooFewDigits"],
  ["", "TooFewDigits"],
  ["1".repeat(16) + "2".repeat(17), "TooManyDigits"],
  ["38492a", "NotDigits"],
  ["000000", "EasilyGuessed"],
  ["123456", "EasilyGuessed"],
  ["98765432", "EasilyGuessed"],
])("%s is not taken: %s", (typed, type) => {
  expect(choosePin(typed)).toEqual({ ok: false, error: { type } });
});
