import type { CarePlan, CarePlanActivity, Goal } from "fhir/r4";
import { actionsOf, notAvailableOf } from "#core/plan/actions";
import type { Action, NotAvailable } from "#core/schema/plan";
import { codeSystem, extended, extension, type FhirFrom, moment, nameOf, texts } from "./fhir-from";
import { metaOf, referenceTo, subjectOf } from "./people";

export const goalName = (planId: string): string => nameOf("goal", planId);

/** What the child or young person wants. */
export const goalIn = (from: FhirFrom): Goal | undefined => {
  const { goal } = from.view.plan;
  if (goal === undefined || goal.words.trim() === "") return undefined;
  const close = from.language.words.close;
  const howClose = goal.howClose in close ? close[goal.howClose as keyof typeof close] : goal.howClose;
  return {
    resourceType: "Goal",
    ...metaOf(from),
    ...extended(texts({ "how-close": howClose, "how-close-in-words": goal.howCloseWords })),
    lifecycleStatus: "active",
    description: { text: goal.words },
    subject: subjectOf(from),
    expressedBy: subjectOf(from),
  };
};

/**
 * What people will try, and what would help and is not available.
 *
 * Shape  an action that somebody said yes to is `scheduled`; one that is only asked for, or not yet, is `not-started`.
 */
export const carePlanIn = (from: FhirFrom, planId: string, goalRef: string | undefined): CarePlan | undefined => {
  const { plan, sections } = from.view;
  const activity = [
    ...actionsOf(plan).map(({ content }) => actionActivity(from, content)),
    ...notAvailableOf(plan).map(({ content }) => gapActivity(from, content)),
  ];
  const first = plan["work-on-first"]?.strandIds ?? [];
  const { reviewOn = "", callOn = "" } = plan["review-offer"] ?? {};
  if (activity.length + first.length === 0 && goalRef === undefined) return undefined;
  const author = referenceTo(from, sections.frame.ledBy);
  return {
    resourceType: "CarePlan",
    ...metaOf(from),
    ...extended([
      ...first.map((strandId) => extension("work-on-first", strandId)),
      ...texts({ "look-again-on": reviewOn, "call-on": callOn }),
    ]),
    identifier: [{ system: nameOf("plan"), value: planId }],
    status: "active",
    intent: "plan",
    title: from.language.words.plan,
    subject: subjectOf(from),
    created: moment(sections.finish?.atMs ?? sections.frame.startedAtMs),
    ...(author === undefined ? {} : { author }),
    ...(goalRef === undefined ? {} : { goal: [{ reference: goalRef }] }),
    ...(activity.length === 0 ? {} : { activity }),
  };
};

const actionActivity = (from: FhirFrom, action: Action): CarePlanActivity => {
  const { words } = from.language;
  const who = action.whoId === "" ? undefined : referenceTo(from, action.whoId);
  const strand = from.instrument.wording.strands[action.strandId]?.family;
  return {
    detail: {
      ...extended(
        texts({
          "who-changes": action.changes === "not-said" ? "" : action.changes,
          asked: action.asked,
          "how-we-will-know": action.howWeKnow,
          "what-the-child-thinks": action.childThinks,
          "not-for": action.idea?.notFor ?? "",
          "check-with": action.idea?.checkWith ?? "",
          "stop-if": action.idea?.stopIf ?? "",
        }),
      ),
      ...(action.setting === ""
        ? {}
        : {
            code: {
              coding: [{ system: codeSystem("setting"), code: action.setting, display: words.setting[action.setting] }],
            },
          }),
      ...(strand === undefined
        ? {}
        : {
            reasonCode: [{ coding: [{ system: codeSystem("strand"), code: action.strandId, display: strand }] }],
          }),
      status: action.asked === "yes" ? "scheduled" : "not-started",
      ...(action.from === "" ? {} : { scheduledPeriod: { start: action.from } }),
      ...(who === undefined ? {} : { performer: [who] }),
      description: action.what,
    },
  };
};

const gapActivity = (from: FhirFrom, { what }: NotAvailable): CarePlanActivity => ({
  detail: { status: "on-hold", statusReason: { text: from.language.words.data.notAvailable }, description: what },
});
