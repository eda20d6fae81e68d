import { describe, expect, test } from "vitest";
import { SCHEMA_VERSION } from "#core/schema/operation";
import { DigestRequest, OLDEST_PROTOCOL, PROTOCOL, PullRequest, PushRequest } from "#core/schema/wire";
import { bodySchemas, takeApart } from "#core/sync/record-body";
import { bodyOf, dad, EARLIER, messageOf, mum, robin, typesOf } from "../support/earlier-fixtures";
import { valueOf } from "../support/value-of";

interface Body {
  readonly sections: Readonly<Record<string, object>>;
}
const written = (version: 1 | 2, type: (typeof all)[number][1]) => JSON.parse(bodyOf(version, type)) as Body;
const all = EARLIER.flatMap((version) => typesOf(version).map((type) => [version, type] as const));

test("there are bodies and messages of each of the two versions before this one", () => {
  expect([...EARLIER, SCHEMA_VERSION]).toEqual([OLDEST_PROTOCOL, OLDEST_PROTOCOL + 1, PROTOCOL]);
  expect(EARLIER.map((version) => [...typesOf(version)].sort())).toEqual([
    ["case", "plan", "profile"],
    ["case", "concern", "note", "plan", "profile", "review"],
  ]);
});

describe.each(all)("a body of version %d: %s", (version, type) => {
  test("is read with all that was written, in the version of this build", () => {
    const read = bodySchemas[type].parse(written(version, type));
    expect(read).toMatchObject({ ...written(version, type), schemaVersion: SCHEMA_VERSION });
    // Read again, it is the same: a device may put away what it read.
    expect(bodySchemas[type].parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });

  test("HAZ-07 is taken apart with what was written, kept from whom it was kept from", () => {
    const taken = valueOf(takeApart({ recordType: type, schemaVersion: version, body: bodyOf(version, type) }));
    expect(Object.fromEntries(taken.sections.map(({ sectionId, content }) => [sectionId, content]))).toEqual(
      written(version, type).sections,
    );
    const keptFromDad = taken.sections.filter(({ hiddenFrom }) => hiddenFrom.includes(dad));
    const named = Object.entries(written(version, type).sections).filter(
      ([, content]) => "hiddenFrom" in content && (content.hiddenFrom as string[]).includes(dad),
    );
    expect(keptFromDad.map(({ sectionId }) => sectionId)).toEqual(named.map(([sectionId]) => sectionId));
  });
});

describe("what an earlier version did not say", () => {
  test("is what it meant: a first profile was of the whole picture, and nothing was copied from a page with a code", () => {
    const { sections } = bodySchemas.profile.parse(written(1, "profile")) as Body;
    expect(sections["frame"]).toMatchObject({ length: { kind: "whole", strandIds: [] } });
    const mark = (sections[`voice/attention/${robin}`] as { mark: object }).mark;
    expect(mark).toMatchObject({ how: { kind: "from-paper" } });
    expect(mark).not.toHaveProperty("band"); // whose words stood under the line was not kept, and is not made up
  });

  test("is never made up: no language, no goal and nobody told are said of nobody", () => {
    const { sections } = bodySchemas.case.parse(written(1, "case")) as Body;
    expect(sections["child"]).toMatchObject({ languages: { spoken: "", read: "", signed: "" }, wording: "en-GB" });
    expect((bodySchemas.plan.parse(written(1, "plan")) as Body).sections).not.toHaveProperty("goal");
    expect((bodySchemas.concern.parse(written(2, "concern")) as Body).sections["concern"]).toMatchObject({
      familyTold: "",
      notSafeToAsk: false,
    });
  });
});

test("HAZ-07 a page that version 2 kept for its writer is kept for its writer, and a note has no other reader", () => {
  const { sections } = valueOf(takeApart({ recordType: "profile", schemaVersion: 2, body: bodyOf(2, "profile") }));
  expect(sections.filter(({ onlyFor }) => onlyFor !== undefined)).toMatchObject([{ onlyFor: robin }]);
  const readersOf = (recordType: "concern" | "note") =>
    valueOf(takeApart({ recordType, schemaVersion: 2, body: bodyOf(2, recordType) })).alsoReadBy;
  expect([readersOf("concern"), readersOf("note")]).toEqual([[dad], []]);
  expect(mum).not.toBe(dad);
});

test.each(EARLIER)("a push, a pull and a digest of protocol %d are read as they were sent", (protocol) => {
  expect(PushRequest.parse(messageOf(protocol, "push"))).toEqual(messageOf(protocol, "push"));
  expect(PullRequest.parse(messageOf(protocol, "pull"))).toEqual(messageOf(protocol, "pull"));
  expect(DigestRequest.parse(messageOf(protocol, "digest"))).toEqual(messageOf(protocol, "digest"));
});
