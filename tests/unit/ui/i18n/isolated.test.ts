import { expect, test } from "vitest";
import { createWords } from "../../../../src/ui/i18n/i18n";

test("a name that runs from right to left is set apart in a sentence, and one that does not stands as it is", async () => {
  const words = await createWords("en-GB");
  expect(words.t("asUnderstoodBy", { name: "ماما" })).toBe("as \u2068ماما\u2069 understands it");
  expect(words.t("asUnderstoodBy", { name: "Mum & Dad" })).toBe("as Mum & Dad understands it");
});
