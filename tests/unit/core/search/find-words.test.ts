import { expect, test } from "vitest";
import { bestFind, foldedWords } from "#core/search/find-words";

test("words are told apart without capitals, accents and apostrophes", () => {
  expect(foldedWords("  Café, DON'T – it’s 10-minute “naïve” ")).toEqual([
    "cafe",
    "dont",
    "its",
    "10",
    "minute",
    "naive",
  ]);
  expect(foldedWords("  ")).toEqual([]);
});

test("a whole word is worth more than the beginning of one, and a better field more than either", () => {
  const fields = [
    { worth: 8, words: ["swimmingly"] },
    { worth: 2, words: ["swimming"] },
  ];
  expect([bestFind("swimming", fields), bestFind("swimmingly", fields), bestFind("swimming", fields.slice(1))]).toEqual(
    [8, 9, 3],
  );
  expect([bestFind("imming", fields), bestFind("swim", [])]).toEqual([0, 0]);
});
