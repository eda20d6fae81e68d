import { describe, expect, test } from "vitest";
import { Action, NotAvailable } from "#core/schema/plan";
import { Agreement, type Finish } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { withPlan, withSection } from "#core/visit/change-section";
import { finishVisit } from "#core/visit/finish-visit";
import { familyOf, idOf, seventeenYearOld, TODAY } from "../../../support/family";
import { aVisit } from "../../../support/made-up-bodies";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const yes = { privacyLimitSaid: true, understands: "yes", decision: "yes", words: "Yes." };
const agreedVisit = (said: Readonly<Record<string, unknown>> = yes): Visit =>
  withSection(aVisit(uuid(1)), "agreement", Agreement.parse(said));
const withActions = (visit: Visit, ...actions: readonly Partial<Action>[]): Visit =>
  withPlan(
    visit,
    Object.fromEntries(
      actions.map((action, order) => [
        `action/${uuid(0x50 + order)}`,
        Action.parse({ order, what: "A quiet table.", changes: "adults-or-place", ...action }),
      ]),
    ),
  );
const finish = (visit: Visit, outcome: Finish["outcome"] = { kind: "for-today" }, caseBody = familyOf()) =>
  finishVisit(visit, outcome, { today: TODAY, nowMs: 99, caseBody });
const reasonsOf = (finished: ReturnType<typeof finish>) =>
  finished.ok ? [] : finished.error.reasons.map(({ type }) => type);

describe("a visit that is ready", () => {
  test.each([
    { kind: "for-today" },
    { kind: "right-for-today" },
    { kind: "seen-differently", views: [{ personId: idOf("mum"), where: "", words: "More at home." }] },
  ] as const)("finishes as $kind, and keeps when", (outcome) => {
    const given = outcome as Finish["outcome"];
    expect(valueOf(finish(agreedVisit(), given)).profile.sections.finish).toEqual({
      hiddenFrom: [],
      outcome: given,
      atMs: 99,
    });
  });

  test("leaves everything else as it was said, and the visit itself unchanged", () => {
    const visit = withActions(agreedVisit(), {});
    const before = structuredClone(visit);
    const { profile, plan } = valueOf(finish(visit));
    const { finish: _, ...rest } = profile.sections;
    expect(rest).toEqual(before.profile.sections);
    expect(plan).toEqual(before.plan);
    expect(visit).toEqual(before);
  });

  test("leaves out a line for what is not available in which nothing was written", () => {
    const visit = withPlan(agreedVisit(), {
      [`not-available/${uuid(3)}`]: NotAvailable.parse({ order: 0, what: " " }),
      [`not-available/${uuid(4)}`]: NotAvailable.parse({ order: 1, what: "A swimming lesson." }),
    });
    expect(Object.keys(valueOf(finish(visit)).plan.sections)).toEqual([`not-available/${uuid(4)}`]);
  });
});

describe("a visit is not finished", () => {
  test("without a yes, or after a no", () => {
    expect(reasonsOf(finish(aVisit(uuid(1))))).toEqual(["NotAgreed"]);
    expect(reasonsOf(finish(agreedVisit({ ...yes, decision: "no" })))).toEqual(["NotAgreed"]);
    expect(reasonsOf(finish(agreedVisit({ ...yes, words: "" })))).toEqual(["NotAgreed"]);
  });

  test("without the agreement that the child's age on the day asks for", () => {
    const { understands: _, ...fromSixteen } = yes;
    const visit = agreedVisit(fromSixteen);
    expect(reasonsOf(finish(visit))).toEqual(["NotAgreed"]);
    expect(finish(visit, undefined, familyOf(seventeenYearOld)).ok).toBe(true);
  });

  test.each([
    ["six actions", [{}, {}, {}, {}, {}, {}], "TooManyActions"],
    [
      "three for the family",
      [{ whoId: idOf("mum") }, { whoId: idOf("mum") }, { whoId: idOf("dad") }],
      "TooManyForFamily",
    ],
    ["nothing for adults or the place", [{ changes: "child" }], "NothingAdultsChange"],
    ["an action without words", [{ what: "" }], "ActionWithoutWords"],
  ] as const)("with %s", (_, actions, reason) => {
    expect(reasonsOf(finish(withActions(agreedVisit(), ...actions)))).toEqual([reason]);
  });

  test("with a different view that has no words, or with none at all", () => {
    const view = { personId: idOf("mum"), where: "attention", words: " " };
    expect(reasonsOf(finish(agreedVisit(), { kind: "seen-differently", views: [view] }))).toEqual([
      "DifferentViewWithoutWords",
    ]);
    expect(reasonsOf(finish(agreedVisit(), { kind: "seen-differently", views: [] }))).toEqual([
      "DifferentViewWithoutWords",
    ]);
  });

  test("and every reason is named at once", () => {
    const visit = withActions(aVisit(uuid(1)), { changes: "child", what: "" });
    expect(reasonsOf(finish(visit, { kind: "seen-differently", views: [] }))).toEqual([
      "NotAgreed",
      "ActionWithoutWords",
      "NothingAdultsChange",
      "DifferentViewWithoutWords",
    ]);
  });
});
