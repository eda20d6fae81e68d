import { describe, expect, test } from "vitest";
import { actionsOf, notAvailableOf } from "#core/plan/actions";
import {
  addAction,
  addNotAvailable,
  changeAction,
  changeGoal,
  changeNotAvailable,
  changeReviewOffer,
  goalIn,
  planSectionIds,
  putBack,
  reviewOfferIn,
  takeOut,
} from "#core/plan/change-plan";
import { Visit } from "#core/schema/visit";
import { idOf } from "../../../support/family";
import { begin } from "../../../support/scenario";
import { uuid } from "../../../support/uuid";

const empty = (): Visit => begin({ here: ["child"] }).kept();
const [first, second, third] = [uuid(1), uuid(2), uuid(3)];
const whats = (visit: Visit) => actionsOf(visit.plan.sections).map(({ content }) => content.what);
const actionIn = (visit: Visit, id: string) => visit.plan.sections[planSectionIds.action(id)];

const twoActions = (): Visit => {
  const both = addAction(addAction(empty(), first), second);
  return changeAction(changeAction(both, first, { what: "a quiet corner" }), second, { what: "pictures of the day" });
};

describe("actions", () => {
  test("a new one stands after the others, also where an earlier one was taken out", () => {
    const { visit } = takeOut(twoActions(), planSectionIds.action(first));
    expect(whats(changeAction(addAction(visit, third), third, { what: "a word first" }))).toEqual([
      "pictures of the day",
      "a word first",
    ]);
  });

  test("another person is one who has not been asked yet", () => {
    const yes = changeAction(twoActions(), first, { whoId: idOf("teacher") });
    const asked = changeAction(yes, first, { asked: "yes" });
    expect(actionIn(asked, first)?.asked).toBe("yes");
    expect(actionIn(changeAction(asked, first, { whoId: idOf("mum") }), first)?.asked).toBe("not-yet");
    expect(actionIn(changeAction(asked, first, { whoId: idOf("teacher"), what: "x" }), first)?.asked).toBe("yes");
  });

  test("a change to one that was taken out brings nothing back", () => {
    const { visit } = takeOut(twoActions(), planSectionIds.action(first));
    expect(changeAction(visit, first, { what: "late key press" })).toBe(visit);
  });

  test("one that was taken out comes back as it was, in its old place", () => {
    const before = twoActions();
    const { visit, taken } = takeOut(before, planSectionIds.action(first));
    expect(whats(visit)).toEqual(["pictures of the day"]);
    expect(whats(putBack(visit, taken ?? expect.fail("nothing was taken")))).toEqual([
      "a quiet corner",
      "pictures of the day",
    ]);
    expect(takeOut(before, planSectionIds.action(third))).toEqual({ visit: before });
  });
});

test("what would help and is not available keeps its order and its words", () => {
  const both = addNotAvailable(addNotAvailable(empty(), first), second);
  const said = changeNotAvailable(changeNotAvailable(both, second, "a swimming club"), first, "a therapist");
  expect(notAvailableOf(said.plan.sections).map(({ content }) => content.what)).toEqual([
    "a therapist",
    "a swimming club",
  ]);
  expect(changeNotAvailable(said, third, "late")).toBe(said);
});

test("the child's goal keeps their words beside how close people say they are, and may be left open again", () => {
  expect(goalIn(empty())).toMatchObject({ words: "", howClose: "", howCloseWords: "" });
  const said = changeGoal(changeGoal(empty(), { words: "Ride the bus with Sam" }), { howClose: "a-little-way" });
  expect(goalIn(said)).toMatchObject({ words: "Ride the bus with Sam", howClose: "a-little-way" });
  expect(goalIn(changeGoal(said, { howClose: "" }))).toMatchObject({ words: "Ride the bus with Sam", howClose: "" });
});

test("what a newer version calls how close people are is kept", () => {
  const later = changeGoal(empty(), { howClose: "past-it" });
  expect(goalIn(Visit.parse(JSON.parse(JSON.stringify(later)))).howClose).toBe("past-it");
});

test("a review day is set beside a call day, and left open again", () => {
  const set = changeReviewOffer(changeReviewOffer(empty(), { reviewOn: "2027-02-12" }), { callOn: "2026-12-07" });
  expect(reviewOfferIn(set)).toMatchObject({ reviewOn: "2027-02-12", callOn: "2026-12-07" });
  expect(reviewOfferIn(changeReviewOffer(set, { reviewOn: "" }))).toMatchObject({ reviewOn: "", callOn: "2026-12-07" });
});

test("every plan that these verbs make can be read back", () => {
  const gap = addNotAvailable(twoActions(), third);
  const changed = changeGoal(changeReviewOffer(gap, { reviewOn: "2027-02-12" }), { words: "Ride the bus" });
  expect(Visit.parse(JSON.parse(JSON.stringify(changed)))).toEqual(changed);
});
