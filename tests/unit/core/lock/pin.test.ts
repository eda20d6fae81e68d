import { expect, test } from "vitest";
import { asTyped, choosePin } from "#core/lock/pin";

test.each(["384921", "0000001", "9999 1111", "٣٨٤٩٢١"])("%s may be a PIN", (typed) => {
  expect(choosePin(typed)).toEqual({ ok: true, value: asTyped(typed) });
});

test.each([
  ["38492", "too-few"],
  ["", "too-few"],
  ["1".repeat(16) + "2".repeat(17), "too-many"],
  ["38492a", "not-digits"],
  ["000000", "easily-guessed"],
  ["123456", "easily-guessed"],
  ["98765432", "easily-guessed"],
])("%s is not taken: %s", (typed, fault) => {
  expect(choosePin(typed)).toEqual({ ok: false, error: fault });
});
