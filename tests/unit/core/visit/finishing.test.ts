import { describe, expect, test } from "vitest";
import { ProfileBody } from "#core/schema/profile";
import { addNotAvailable, changeNotAvailable } from "#core/plan/change-plan";
import { Visit } from "#core/schema/visit";
import {
  addView,
  changeView,
  chooseWay,
  finishAsChosen,
  finishingIn,
  putBackView,
  removeView,
} from "#core/visit/finishing";
import { familyOf, idOf, TODAY } from "../../../support/family";
import { begin } from "../../../support/scenario";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const [first, second] = [uuid(1), uuid(2)];

const agreed = (): Visit => {
  const visit = begin({ here: ["child", "mum"] });
  visit.agrees({ as: "child", words: "Yes." });
  return visit.kept();
};
const finish = (visit: Visit) => finishAsChosen(visit, { today: TODAY, nowMs: 1, caseBody: familyOf() });
const reasonsOf = (visit: Visit) => {
  const finished = finish(visit);
  return finished.ok ? [] : finished.error.reasons;
};
const differently = (): Visit => chooseWay(agreed(), "seen-differently", first);

describe("how people mean to finish", () => {
  test("is nothing until it is chosen, and then it is not finished", () => {
    expect(finishingIn(agreed()).way).toBe("");
    expect(reasonsOf(agreed())).toEqual([{ type: "NoWayChosen" }]);
  });

  test.each(["for-today", "right-for-today"] as const)("%s needs nothing more", (way) => {
    const { profile } = valueOf(finish(chooseWay(agreed(), way, first)));
    expect(profile.sections.finish?.outcome).toEqual({ kind: way });
  });

  test("seeing it differently begins with one row, and does not add another when it is chosen again", () => {
    const twice = chooseWay(chooseWay(differently(), "for-today", second), "seen-differently", second);
    expect(finishingIn(twice).views.map(({ id }) => id)).toEqual([first]);
  });

  test("views that were written stay while another way is chosen, and then do not count", () => {
    const written = changeView(differently(), first, { words: "It is harder at home." });
    const other = chooseWay(written, "right-for-today", second);
    expect(finishingIn(other).views[0]?.words).toBe("It is harder at home.");
    expect(valueOf(finish(other)).profile.sections.finish?.outcome).toEqual({ kind: "right-for-today" });
  });

  test("a view needs its words and whose it is, and each fault names its row", () => {
    const rows = changeView(addView(differently(), second), first, { words: "It is harder at home." });
    expect(reasonsOf(changeView(rows, second, { personId: idOf("mum") }))).toEqual([
      { type: "ViewWithoutPerson", viewId: first },
      { type: "ViewWithoutWords", viewId: second },
    ]);
  });

  test("rows in which nothing was written are left out, and with nothing else it is no different view", () => {
    expect(reasonsOf(addView(differently(), second))).toEqual([{ type: "NoDifferentView" }]);
    const one = changeView(addView(differently(), second), second, { personId: idOf("mum"), words: "Not at home." });
    const { profile } = valueOf(finish(one));
    expect(profile.sections.finish?.outcome).toEqual({
      kind: "seen-differently",
      views: [{ personId: idOf("mum"), where: "", words: "Not at home." }],
    });
    expect(ProfileBody.safeParse(profile).success).toBe(true);
  });

  test("a row that was removed comes back with its words", () => {
    const written = changeView(differently(), first, { words: "Not at home." });
    const removed = removeView(written, first);
    expect(finishingIn(removed).views).toEqual([]);
    const [view] = finishingIn(written).views;
    expect(finishingIn(putBackView(removed, view ?? expect.fail())).views).toEqual([view]);
  });

  test("every reason comes at once: those of the agreement and the plan beside those of the choice", () => {
    const visit = begin({ here: ["child"] });
    visit.willTry({ what: " ", who: "mum" });
    expect(reasonsOf(visit.kept()).map(({ type }) => type)).toEqual(["NotAgreed", "ActionWithoutWords", "NoWayChosen"]);
  });

  test("survives being written down and read again, and is no part of the finished profile", () => {
    const written = changeView(differently(), first, { personId: idOf("mum"), words: "Not at home." });
    expect(Visit.parse(JSON.parse(JSON.stringify(written))).finishing).toEqual(written.finishing);
    expect(valueOf(finish(written)).profile).not.toHaveProperty("finishing");
  });
});

test("a line for something not available in which nothing was written is not counted", () => {
  const lines = addNotAvailable(addNotAvailable(chooseWay(agreed(), "for-today", first), first), second);
  const { plan } = valueOf(finish(changeNotAvailable(lines, second, "A therapist in school")));
  expect(Object.keys(plan.sections)).toEqual([`not-available/${second}`]);
});
