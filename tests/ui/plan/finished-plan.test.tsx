import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import {
  addAction,
  addNotAvailable,
  changeAction,
  changeNotAvailable,
  changeReviewOffer,
} from "#core/plan/change-plan";
import { chooseFirst } from "#core/plan/work-on-first";
import type { Visit } from "#core/schema/visit";
import { changeView, chooseWay, finishAsChosen } from "#core/visit/finishing";
import { agreedVisit, mum, teacher } from "../../support/at-the-table";
import { renderApp } from "../../support/render-app";
import { seedFamily, seedRecord, seedVisit } from "../../support/seeded-family";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const [first, second, gap, view] = [uuid(0x900), uuid(0x901), uuid(0x902), uuid(0x903)];

const planned = (visit: Visit): Visit =>
  [
    (each: Visit) => valueOf(chooseFirst(each, "sensory")),
    (each: Visit) => valueOf(chooseFirst(each, "emotions")),
    (each: Visit) => addAction(each, first),
    (each: Visit) =>
      changeAction(each, first, {
        what: "A quiet corner",
        strandId: "emotions",
        setting: "school-or-college",
        whoId: teacher,
        changes: "adults-or-place",
        from: "2026-11-30",
        howWeKnow: "Calmer mornings",
        childThinks: "Good",
      }),
    (each: Visit) => changeAction(each, first, { asked: "asked" }),
    (each: Visit) => addAction(each, second),
    (each: Visit) => changeAction(each, second, { what: "Pictures of the day", whoId: mum }),
    (each: Visit) => changeAction(each, second, { asked: "yes" }),
    (each: Visit) => changeNotAvailable(addNotAvailable(each, gap), gap, "A therapist in school"),
    (each: Visit) => changeReviewOffer(each, { reviewOn: "2027-02-12" }),
    (each: Visit) => chooseWay(each, "seen-differently", view),
    (each: Visit) => changeView(each, view, { personId: mum, where: "Energy and rest", words: "Not at home." }),
  ].reduce((each, step) => step(each), visit);

/** A finished profile with its plan, opened at its plan. */
const openFinished = async (change: (visit: Visit) => Visit = planned) => {
  let profileId = "";
  const app = await renderApp({
    seed: async (services) => {
      const family = await seedFamily(services);
      const visit = await seedVisit(services, family, (fresh) => change(agreedVisit(fresh)));
      valueOf(await services.store.drafts.remove(visit.profileId));
      const when = { today: services.today(), nowMs: services.clock.nowMs(), caseBody: family.body };
      const finished = valueOf(finishAsChosen(visit, when));
      const { caseId } = visit;
      profileId = visit.profileId;
      await seedRecord(services, { recordType: "profile", recordId: profileId, caseId, body: finished.profile });
      await seedRecord(services, { recordType: "plan", recordId: visit.planId, caseId, body: finished.plan });
    },
    path: () => `/profiles/${profileId}/plan`,
  });
  await waitFor(() => {
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Amelia's plan");
  });
  return { ...app, profileId };
};
const part = (name: string) => screen.getByRole("region", { name });
const facts = (within_: HTMLElement) =>
  [...within_.querySelectorAll("dl > div")].map((fact) => [...fact.children].map((each) => each.textContent));

// This visit has no Dad: the default family of a test is Amelia, Mum and her teacher.
const theirTeacher = (visit: Visit): Visit =>
  changeAction(changeAction(planned(visit), first, { whoId: uuid(102) }), first, { asked: "asked" });

test("a finished plan is read, not changed: there is nothing to type, tick or press but the ways out", async () => {
  await openFinished(theirTeacher);
  for (const role of ["textbox", "checkbox", "radio", "combobox", "slider"] as const) {
    expect(screen.queryAllByRole(role)).toEqual([]);
  }
  expect(document.querySelectorAll("input, textarea, select, [contenteditable]")).toHaveLength(0);
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual([
    "Waiting to be sent. Show where it is",
    "Close",
  ]);
  expect(screen.getByText("Waiting to be sent")).toBeVisible();
});

test("it says all that was planned, in its order", async () => {
  await openFinished(theirTeacher);
  expect(
    within(part("What to work on first"))
      .getAllByRole("listitem")
      .map((item) => item.querySelector("span + span")?.textContent),
  ).toEqual(["Sounds, light, touch, taste and body signals", "Feelings and worries"]);
  const [corner, pictures] = within(part("What we will try")).getAllByRole("listitem");
  expect(corner && facts(corner)).toEqual([
    ["For", "Feelings and worries"],
    ["Where", "School or college"],
    ["Who", "Miss Ionescu, asked"],
    ["Who does something differently", "Adults or the place"],
    ["From", expect.stringMatching(/^Monday,? 30 November 2026$/)],
    ["How we will know", "Calmer mornings"],
    ["What Amelia thinks of it", "Good"],
  ]);
  expect(pictures && facts(pictures)).toEqual([["Who", "Mum said yes"]]);
  expect(part("Would help, not available here")).toHaveTextContent("A therapist in school");
});

test("a day that was set is told apart from one that was only offered", async () => {
  await openFinished(theirTeacher);
  expect(facts(part("When we talk again"))).toEqual([
    ["Look at it again together", expect.stringMatching(/^Set: Friday,? 12 February 2027$/)],
    ["A call to hear how it goes", expect.stringMatching(/^Offered, not set: Tuesday,? 8 December 2026$/)],
  ]);
});

test("the different views stand beside how it was finished, each with its name and place", async () => {
  await openFinished(theirTeacher);
  expect(part("How we finished")).toHaveTextContent("Some of it is seen differently.");
  const figure = within(part("How we finished")).getByRole("figure");
  expect(figure).toHaveTextContent("Not at home.Mum, Energy and rest");
});

test("a profile finished without a plan says so kindly", async () => {
  await openFinished((visit) => chooseWay(visit, "for-today", view));
  expect(part("What to work on first")).toHaveTextContent("Nothing was chosen to work on first.");
  expect(part("What we will try")).toHaveTextContent("Nothing was planned this time.");
  expect(screen.queryByRole("region", { name: "Would help, not available here" })).not.toBeInTheDocument();
  expect(part("How we finished")).toHaveTextContent("Finished for today.");
});
