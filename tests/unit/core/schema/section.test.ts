import { describe, expect, test } from "vitest";
import { PlanBody } from "#core/schema/plan";
import { ProfileBody } from "#core/schema/profile";
import { uuid } from "../../../support/uuid";

const frame = {
  instrument: { id: "nd-profile", version: 1, language: "en-GB" },
  band: "primary",
  childId: uuid(1),
  ledBy: uuid(2),
  startedAtMs: 0,
  practice: true,
};
const profileOf = (sections: Readonly<Record<string, unknown>>) =>
  ProfileBody.safeParse({ schemaVersion: 1, sections: { frame, ...sections } });
const placesOf = (parsed: ReturnType<typeof profileOf>) => parsed.error?.issues.map((issue) => issue.path.join("/"));

describe("a body is read section by section", () => {
  test("each with its own schema, and what is wrong is named with its section", () => {
    const parsed = profileOf({
      [`voice/attention/${uuid(1)}`]: { mark: { kind: "placed", position: 101 } },
      [`loves/${uuid(1)}`]: { loves: 7 },
    });
    expect(placesOf(parsed)).toContain(`sections/voice/attention/${uuid(1)}/mark/position`);
    expect(placesOf(parsed)).toContain(`sections/loves/${uuid(1)}/loves`);
  });

  test("what is absent is empty, and never a number", () => {
    const voice = profileOf({ [`voice/attention/${uuid(1)}`]: {} }).data?.sections[`voice/attention/${uuid(1)}`];
    expect(voice).toMatchObject({ mark: { kind: "none" }, goesWell: "", answersByPromptId: {}, hiddenFrom: [] });
  });

  test("a section that no schema knows is kept as it came, whatever it is called", () => {
    const unknown = { "later/1": { a: [1, null] }, constructor: { x: 1 }, "toString/y": null, valueOf: "words" };
    expect(profileOf(unknown).data?.sections).toMatchObject(unknown);
    expect(PlanBody.parse({ schemaVersion: 1, profileId: uuid(3), sections: unknown }).sections).toEqual(unknown);
  });

  test("a profile without its frame is none", () => {
    const parsed = ProfileBody.safeParse({ schemaVersion: 1, sections: {} });
    expect(placesOf(parsed)).toEqual(["sections/frame"]);
  });
});
