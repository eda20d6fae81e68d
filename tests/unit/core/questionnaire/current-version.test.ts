import { describe, expect, test } from "vitest";
import { newerVersion, versionToBegin } from "#core/questionnaire/current-version";

const gone = (...versions: readonly number[]) =>
  versions.map((version) => ({ id: "nd-profile", version, useInstead: "" }));

describe("the version to begin with", () => {
  test("is the newest", () => {
    expect(versionToBegin("nd-profile", [1, 3, 2], [])).toBe(3);
    expect(versionToBegin("nd-profile", [], [])).toBeUndefined();
  });

  test("HAZ-16 is the newest that was not withdrawn", () => {
    expect(versionToBegin("nd-profile", [1, 2, 3], gone(3))).toBe(2);
    expect(versionToBegin("nd-profile", [1, 2], [{ id: "about-me", version: 2, useInstead: "" }])).toBe(2);
  });

  test("HAZ-16 is the newest all the same where every one was withdrawn: nobody is turned away", () => {
    expect(versionToBegin("nd-profile", [1, 2], gone(1, 2))).toBe(2);
  });
});

describe("the version to move to", () => {
  test("is the newest after the draft's own, and none where there is none", () => {
    expect(newerVersion({ id: "nd-profile", version: 1 }, [1, 2, 3], [])).toBe(3);
    expect(newerVersion({ id: "nd-profile", version: 3 }, [1, 2, 3], [])).toBeUndefined();
  });

  test("HAZ-16 is never one that was withdrawn", () => {
    expect(newerVersion({ id: "nd-profile", version: 1 }, [1, 2, 3], gone(3))).toBe(2);
    expect(newerVersion({ id: "nd-profile", version: 1 }, [1, 2], gone(2))).toBeUndefined();
  });
});
