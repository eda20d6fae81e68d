import { describe, expect, test } from "vitest";
import { whoHoldsTheWhole } from "#core/review/right-person";
import { finishReview } from "#core/review/finish-review";
import { helpedIn, isAnythingSaid, reviewedActionIn, withSaid } from "#core/review/said-in-review";
import { inOrderOfTime } from "#core/review/review-for";
import { Person } from "#core/schema/person";
import { ReviewBody } from "#core/schema/review";
import { takeApart } from "#core/sync/record-body";
import { idOf } from "../../../support/family";
import { reviewFrame } from "../../../support/arbitrary-review";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const body = (sections: Readonly<Record<string, unknown>> = {}, frame: object = reviewFrame) => ({
  schemaVersion: 1,
  profileId: uuid(1),
  planId: uuid(2),
  sections: { frame, ...sections },
});

describe("a review", () => {
  test("that a newer version wrote is read: its sections, its fields and its words stay as they came", () => {
    const newer = {
      "action/a": { hiddenFrom: [], tried: "in-part", next: "", nextWords: "", mood: "fine" },
      "sounds/hum": [1],
    };
    expect(ReviewBody.parse(body(newer)).sections).toMatchObject(newer);
  });

  test("tells an action from what one person says of it", () => {
    const { sections } = ReviewBody.parse(body({ "action/a": { tried: "yes" }, "action/a/p": { helped: "no" } }));
    expect(reviewedActionIn(sections, "a")).toMatchObject({ tried: "yes", next: "" });
    expect(helpedIn(sections, "a", "p")).toMatchObject({ helped: "no", words: "" });
  });

  test.each([
    ["no frame", { ...body(), sections: {} }],
    ["a section of another shape", body({ "action/a": { tried: 3 } })],
    ["a day that is none", body({ next: { reviewOn: "2027-02-30" } })],
  ])("with %s is refused", (_, wrong) => {
    expect(ReviewBody.safeParse(wrong).success).toBe(false);
  });

  test("says on the wire whether it is of practice, and its frame is hidden from nobody", () => {
    const frame = { ...reviewFrame, hiddenFrom: [uuid(9)] };
    const op = { recordType: "review", schemaVersion: 1, body: JSON.stringify(body({}, frame)) } as const;
    expect(valueOf(takeApart(op))).toMatchObject({ practice: true, sections: [{ hiddenFrom: [] }] });
  });
});

test("nothing said is no review: blank words, and whom it would be kept from, say nothing", () => {
  const sections = { "goal/p": { hiddenFrom: [uuid(9)], words: "  " }, "right-person/p": { aboutId: uuid(3) } };
  expect(Object.values(sections).map(isAnythingSaid)).toEqual([false, false]);
  expect(finishReview({ profileId: uuid(1), planId: uuid(2), frame: reviewFrame, plan: {}, sections })).toEqual({
    ok: false,
    error: { type: "NothingSaid" },
  });
});

test("one field changed leaves what stands beside it, in its section and in all others", () => {
  const before = { "action/a": { hiddenFrom: [], tried: "yes", newer: 1 }, "goal/p": {} };
  expect(withSaid(before, "action/a", { next: "stop" })).toEqual({
    ...before,
    "action/a": { hiddenFrom: [], tried: "yes", newer: 1, next: "stop" },
  });
});

test("several reviews stand in the order of time", () => {
  const at = (recordId: string, finishedAtMs: number) => ({
    recordId,
    body: ReviewBody.parse(body({}, { ...reviewFrame, finishedAtMs })),
  });
  const inOrder = inOrderOfTime([at("c", 30), at("b", 10), at("a", 10)]);
  expect(inOrder.map(({ recordId }) => recordId)).toEqual(["a", "b", "c"]);
});

test("the right person is the coordinator, else whoever led the profile", () => {
  const person = (who: "mum" | "practitioner" | "teacher", role: string) =>
    Person.parse({ id: idOf(who), name: who, kind: "practitioner", role });
  const people = [person("practitioner", "early-help"), person("teacher", "coordinator")];
  expect(whoHoldsTheWhole(people, idOf("practitioner"))?.id).toBe(idOf("teacher"));
  expect(whoHoldsTheWhole(people.slice(0, 1), idOf("practitioner"))?.id).toBe(idOf("practitioner"));
  expect(whoHoldsTheWhole([], idOf("practitioner"))).toBeUndefined();
});
