import { describe, expect, test } from "vitest";
import { InstrumentRef } from "#core/schema/instrument";
import { withdrawalOf } from "#core/questionnaire/withdrawn-wording";
import type { WithdrawnWording } from "#core/schema/wire";

const withdrawn = (
  ...entries: readonly (readonly [id: string, version: number, useInstead: string])[]
): WithdrawnWording => entries.map(([id, version, useInstead]) => ({ id, version, useInstead }));
const aboutMe = { id: "about-me", version: 1 };

describe("wording that was withdrawn", () => {
  test("names what to use instead, in every language", () => {
    const list = withdrawn(["about-me", 1, "about-me/v2"]);
    for (const ref of [aboutMe, InstrumentRef.parse({ ...aboutMe, language: "ur" })]) {
      expect(withdrawalOf(ref, list)).toEqual({ kind: "version", id: "about-me", version: 2 });
    }
  });

  test("may say it in words, or name nothing", () => {
    expect(withdrawalOf(aboutMe, withdrawn(["about-me", 1, " Ask your service lead. "]))).toEqual({
      kind: "words",
      words: "Ask your service lead.",
    });
    expect(withdrawalOf(aboutMe, withdrawn(["about-me", 1, " "]))).toEqual({ kind: "nothing" });
  });

  test("never leads to wording that was withdrawn too", () => {
    const list = withdrawn(["about-me", 1, "about-me/v2"], ["about-me", 2, "my-page/v1"], ["my-page", 1, "On paper"]);
    expect(withdrawalOf(aboutMe, list)).toEqual({ kind: "words", words: "On paper" });
  });

  test("ends also where two name each other", () => {
    const list = withdrawn(["about-me", 1, "about-me/v2"], ["about-me", 2, "about-me/v1"]);
    expect(withdrawalOf(aboutMe, list)).toEqual({ kind: "nothing" });
  });

  test("takes a way through folders for words, and not for a version", () => {
    expect(withdrawalOf(aboutMe, withdrawn(["about-me", 1, "../about-me/v2"]))).toEqual({
      kind: "words",
      words: "../about-me/v2",
    });
  });
});

test("any other version, and any other questionnaire, goes on as it is", () => {
  const list = withdrawn(["about-me", 2, "about-me/v3"], ["worth-knowing", 1, ""]);
  expect(withdrawalOf(aboutMe, list)).toBeUndefined();
  expect(withdrawalOf(aboutMe, [])).toBeUndefined();
});

test("HAZ-16 a list that leads on ever so long is followed to its end", () => {
  const long = Array.from({ length: 12_000 }, (_, at) => ({
    id: "about-me",
    version: at + 1,
    useInstead: `about-me/v${at + 2}`,
  }));
  const last = { kind: "version", id: "about-me", version: 12_001 };
  expect(withdrawalOf({ id: "about-me", version: 1 }, long)).toEqual(last);
});
