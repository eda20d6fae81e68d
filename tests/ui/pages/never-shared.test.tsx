import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { changePage } from "#core/visit/change-pages";
import { finishVisit } from "#core/visit/finish-visit";
import type { Visit } from "#core/schema/visit";
import { agreedVisit, amelia, mum, openAtTheTable } from "../../support/at-the-table";
import { madeUpPages } from "../../support/made-up-pages";
import { renderApp } from "../../support/render-app";
import { seedFamily, seedFinished, seedRecord, seedVisit } from "../../support/seeded-family";
import { shelfOf } from "../../support/shelf-of";
import { grace } from "../../support/test-device";
import { valueOf } from "../../support/value-of";

const trained = () => ({ shelf: shelfOf(madeUpPages), training: ["story-so-far"] });
const structureOf = (id: string) => {
  const found = madeUpPages.find(({ structure }) => structure.id === id);
  if (found === undefined) throw new Error(`no made-up pages are called ${id}`);
  return found.structure;
};
const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

interface OnRecord {
  readonly visitedBefore?: boolean;
  readonly training?: readonly string[];
  readonly left?: boolean;
}

/** Opens Amelia's record, with a visit that was begun and left. */
const openRecord = async ({ visitedBefore = true, training = ["story-so-far"], left = true }: OnRecord = {}) => {
  let profileId = "";
  let caseId = "";
  const app = await renderApp({
    change: () => ({ shelf: shelfOf(madeUpPages), training }),
    seed: async (services) => {
      const family = await seedFamily(services);
      caseId = family.caseId;
      if (visitedBefore)
        await seedFinished({ ...services, clock: { nowMs: () => services.clock.nowMs() - 1_000_000_000 } }, family);
      const visit = await seedVisit(services, family, (fresh) => ({ ...agreedVisit(fresh), left }));
      profileId = visit.profileId;
    },
    path: () => `/cases/${caseId}`,
  });
  return { ...app, profileId };
};

const unchanged = (visit: Visit): Visit => visit;

test("the story so far is opened from the record, asks who looks, and what is written is its writer's alone", async () => {
  const { user, services, profileId, path } = await openRecord();
  await user.click(await screen.findByRole("link", { name: "Open it" }));
  await heading("Only you should be looking at this screen");
  expect(screen.queryByText(/The story so far/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Only I am looking" }));
  await heading("Moves");
  await user.type(screen.getByLabelText("What happened, as far as is known?"), "Two moves");
  expect(screen.queryByText("Who should not see this?")).toBeNull();
  await screen.findByText(/Saved on this device/);
  const draft = valueOf(await services.store.drafts.load(profileId));
  const body = draft.body as Visit;
  const page = body.profile.sections[`page/story-so-far/moves/${grace.id}`];
  expect(page).toMatchObject({ neverShared: true, answers: { "what-happened": { value: { words: "Two moves" } } } });
  expect(page?.hiddenFrom).toEqual(expect.arrayContaining([amelia, mum]));
  expect(page?.hiddenFrom).not.toContain(grace.id);
  // A reopened app does not come back to it.
  expect(body).toMatchObject({ place: "start", left: true });
  expect(path()).toBe(`/profiles/${profileId}/own/story-so-far/moves`);
});

test("it is not named on the record without the training for it, nor before a first visit is over", async () => {
  const first = await openRecord({ visitedBefore: false });
  await heading("Amelia");
  await screen.findByText("Miss Ionescu");
  expect(screen.queryByText("The story so far")).toBeNull();
  first.close();
  await openRecord({ training: [] });
  await heading("Amelia");
  await screen.findByText("Miss Ionescu");
  expect(screen.queryByText("The story so far")).toBeNull();
});

test("it does not open while family view is on, and no address inside the visit leads to it", async () => {
  const app = await openRecord({ left: false });
  await heading("You are in a visit");
  expect(screen.queryByRole("link", { name: "Open it" })).toBeNull();
  app.close();
  const typed = await openAtTheTable({ page: "own/story-so-far/_open", services: trained, visitedBefore: unchanged });
  await heading("You are in a visit");
  expect(screen.queryByRole("button", { name: "Only I am looking" })).toBeNull();
  typed.close();
  const inside = await openAtTheTable({ page: "pages/story-so-far", services: trained, visitedBefore: unchanged });
  await heading("There is nothing here");
  inside.close();
  await openAtTheTable({ page: "more", services: trained, visitedBefore: unchanged });
  await screen.findByRole("link", { name: "Worth knowing" });
  expect(screen.queryByText("The story so far")).toBeNull();
});

test("HAZ-07 a finished profile shows what was answered, read only and hidden first; the story so far stays away", async () => {
  const written = (visit: Visit): Visit => {
    const at = (id: string, pageId: string, personId: string) => ({
      structure: structureOf(id),
      instrument: { id, version: 1, language: "en-GB" },
      pageId,
      personId,
    });
    const said = (words: string) => ({ kind: "answered", value: { type: "words", words } });
    const one = changePage(visit, at("worth-knowing", "days", mum), (page) => ({
      ...page,
      answers: { way: said("By boat"), since: { kind: "passed" } },
    }));
    const two = changePage(one, at("about-me", "my-day", amelia), (page) => ({
      ...page,
      hiddenFrom: [mum],
      answers: { best: said("At Nan's") },
    }));
    return changePage(two, at("story-so-far", "moves", grace.id), (page) => ({
      ...page,
      neverShared: true,
      answers: { "what-happened": said("Two moves") },
    }));
  };
  let profileId = "";
  const { user } = await renderApp({
    change: trained,
    seed: async (services) => {
      const { caseId, body } = await seedFamily(services);
      const visit = await seedVisit(services, { caseId, body }, (fresh) => written(agreedVisit(fresh)));
      const when = { today: services.today(), nowMs: services.clock.nowMs(), caseBody: body };
      const { profile } = valueOf(finishVisit(visit, { kind: "for-today" }, when));
      profileId = visit.profileId;
      valueOf(await services.store.drafts.remove(visit.profileId));
      await seedRecord(services, { recordType: "profile", recordId: profileId, caseId, body: profile });
    },
    path: () => `/profiles/${profileId}/more`,
  });
  expect(await screen.findByText("Answered by Mum.")).toBeVisible();
  // Nothing more is asked here: the heading is the words of the way that leads to it.
  expect(screen.getByRole("heading", { level: 1, name: "What else was said" })).toBeVisible();
  expect(screen.queryByText("About me")).toBeNull();
  expect(screen.queryByText("The story so far")).toBeNull();
  await user.click(screen.getByRole("link", { name: "Worth knowing" }));
  expect(await screen.findByText("By boat")).toBeVisible();
  expect(screen.getByText("Passed")).toBeVisible();
  expect(screen.queryByRole("textbox")).toBeNull();
});
