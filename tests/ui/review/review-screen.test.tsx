import { renderApp } from "../../support/render-app"; // first: it brings the database that Dexie finds
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { ReviewBody } from "#core/schema/review";
import type { Services } from "../../../src/ui/app/services";
import { makeOperation } from "#storage/make-operation";
import { seedFamily, seedFinished } from "../../support/seeded-family";
import { grace, createTestDevice } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";
import { amelia, corner, mum, openAgain, openPlanned, pictures, planned, seedPlanned, teacher } from "./open-planned";

const card = (name: string | RegExp) => screen.findByRole("region", { name });
const pick = async (user: UserEvent, within_: HTMLElement, legend: string, choice: string) =>
  user.click(within(within(within_).getByRole("group", { name: legend })).getByRole("radio", { name: choice }));
const write = async (user: UserEvent, field: HTMLElement, text: string): Promise<void> => {
  await user.click(field);
  await user.paste(text);
};
const isSaved = () =>
  waitFor(() => {
    expect(document.querySelector("[data-save-state]")).toHaveAttribute("data-save-state", "saved");
  });
const keep = () => screen.getByRole("button", { name: "Keep what we said" });
const readList = async () => {
  await screen.findAllByRole("heading", { level: 3, name: /20\d\d$/ });
  return card("Looked at again");
};
const reviewsIn = async (services: Services) => valueOf(await services.store.records.list("review")).records;
const bodyWith = (sections: Readonly<Record<string, unknown>>, profileId: string, finishedAtMs: number): ReviewBody =>
  ReviewBody.parse({
    schemaVersion: 1,
    profileId,
    planId: uuid(1),
    sections: {
      frame: { hiddenFrom: [], ledBy: grace.id, startedAtMs: 1, finishedAtMs, practice: true, presentIds: [mum] },
      ...sections,
    },
  });
const bring = async ({ store, ids, sha256 }: Services, caseId: string, body: ReviewBody): Promise<void> => {
  const record = { recordType: "review", recordId: ids.next(), caseId, parents: [], body, nowMs: 5 } as const;
  valueOf(await store.outbox.add([valueOf(await makeOperation({ ...record, ids, sha256 }))]));
};

describe("looking at the plan again", () => {
  test("asks of each action whether it was tried, whether it helped and in whose words, and what next", async () => {
    const { user, services, caseId, planId, profileId, path } = await openPlanned();
    const one = await card("A quiet corner");
    await pick(user, one, "Did we try it?", "A little");
    await user.click(within(one).getByRole("button", { name: /^Mum/ }));
    await pick(user, one, "Mum, did it help?", "A bit");
    await write(user, within(one).getByRole("textbox", { name: "In Mum's words" }), "Calmer at tea.");
    await pick(user, one, "What next?", "Carry on");
    await user.click(keep());
    await waitFor(() => {
      expect(path()).toBe(`/profiles/${profileId}/plan`);
    });
    const [review, ...others] = await reviewsIn(services);
    expect(others).toEqual([]);
    expect(review).toMatchObject({ caseId, delivery: { kind: "waiting" }, body: { profileId, planId } });
    expect(review?.body.sections).toEqual({
      frame: expect.objectContaining({ ledBy: grace.id, practice: true, presentIds: [], hiddenFrom: [] }) as object,
      [`action/${corner}`]: { hiddenFrom: [], tried: "a-little", next: "carry-on", nextWords: "" },
      [`action/${corner}/${mum}`]: { hiddenFrom: [], helped: "a-bit", words: "Calmer at tea." },
    });
    expect(valueOf(await services.store.drafts.list()).drafts).toEqual([]);
    const list = await readList();
    expect(within(list).getByText("A quiet corner")).toBeVisible();
    expect(list).toHaveTextContent("Tried: A little");
    expect(list).toHaveTextContent("Mum: A bit. Calmer at tea.");
    expect(list.querySelector("[data-delivery]")).toHaveAttribute("data-delivery", "waiting");
    await waitFor(() => {
      expect(within(list).getByRole("heading", { level: 3 })).toHaveFocus();
    });
  });

  test("HAZ-15 when to stop stands at the action", async () => {
    await openPlanned();
    expect(await within(await card("A quiet corner")).findByText("They stop eating.")).toBeVisible();
    expect(within(await card("Pictures of the day")).queryByText(/Stop/, { selector: "dt" })).toBeNull();
  });

  test("HAZ-02 what was said survives a kill, and is carried on with from the plan", async () => {
    const device = createTestDevice();
    const { user, close, profileId } = await openPlanned({ device });
    await write(user, screen.getByRole("textbox", { name: "What will we do next?" }), "Talk to the school.");
    await user.click(screen.getByRole("checkbox", { name: /^Amelia/ }));
    await isSaved();
    close();
    const again = await openAgain(device, `/profiles/${profileId}/plan`);
    await again.user.click(await screen.findByRole("link", { name: "Carry on with what was begun" }));
    expect(await screen.findByRole("textbox", { name: "What will we do next?" })).toHaveValue("Talk to the school.");
    expect(screen.getByRole("checkbox", { name: /^Amelia/ })).toBeChecked();
  });

  test("with nothing said, one answer is asked for; nothing else is demanded", async () => {
    const { user, services } = await openPlanned();
    await user.click(keep());
    expect(await screen.findByRole("alert")).toHaveTextContent("Nothing is said yet. One answer is enough.");
    await waitFor(() => {
      expect(keep()).toBeEnabled();
    });
    await pick(user, await card("Pictures of the day"), "Did we try it?", "Not yet");
    await user.click(keep());
    await readList();
    expect(await reviewsIn(services)).toHaveLength(1);
  });

  test("asks the child and family alone whether who holds the whole is still the right person", async () => {
    const { user, services } = await openPlanned();
    const right = await card("Is Grace still the right person for you?");
    const chips = within(right).getAllByRole("button");
    expect(chips.map(({ textContent }) => textContent)).toEqual(["Amelia", "Mum"]);
    await user.click(within(right).getByRole("button", { name: /^Amelia/ }));
    await pick(user, right, "Amelia, is Grace still the right person for you?", "Yes");
    await user.click(keep());
    await readList();
    const [review] = await reviewsIn(services);
    expect(review?.body.sections[`right-person/${amelia}`]).toMatchObject({ aboutId: grace.id, answer: "yes" });
  });

  test("a day about twelve weeks on, on a school day, is offered and not set", async () => {
    const { user, services } = await openPlanned();
    const next = await card("What happens next");
    // Twelve weeks on from 24 November is in the half-term holiday of the made-up area, or is not: never a Sunday.
    expect(within(next).getByText(/^Offered, not set:/)).toHaveTextContent(
      /(Mon|Tues|Wednes|Thurs|Fri)day.* February 2027/,
    );
    await user.click(within(next).getByRole("button", { name: "Set this day" }));
    await user.click(keep());
    const list = await readList();
    const [review] = await reviewsIn(services);
    expect(review?.body.sections.next?.reviewOn).toMatch(/^2027-02-\d\d$/);
    expect(list).toHaveTextContent(/Look at it again together on .* February 2027\./);
  });

  test("HAZ-08 an action that somebody on the record may not see is not there", async () => {
    const hidden = { hiddenFrom: [teacher] };
    await openPlanned({ change: planned(hidden) });
    await card("A quiet corner");
    expect(screen.queryByText("Pictures of the day")).toBeNull();
  });

  test("HAZ-07 words kept from somebody are kept with the review, and are not on the shared screen", async () => {
    const { user, services } = await openPlanned();
    const one = await card("A quiet corner");
    await user.click(within(one).getByRole("button", { name: /^Mum/ }));
    await write(user, within(one).getByRole("textbox", { name: "In Mum's words" }), "Not at school.");
    await user.click(within(one).getByText("Who should not see this?", { selector: "summary" }));
    await user.click(within(one).getByRole("checkbox", { name: "Miss Ionescu" }));
    expect(within(one).getByRole("button", { name: /^Mum/ }).textContent).toBe("Mum");
    await pick(user, one, "Did we try it?", "Yes");
    await user.click(keep());
    const list = await readList();
    expect(list).toHaveTextContent("Tried: Yes");
    expect(screen.queryByText(/Not at school/)).toBeNull();
    const [review] = await reviewsIn(services);
    expect(review?.body.sections[`action/${corner}/${mum}`]).toMatchObject({ hiddenFrom: [teacher] });
  });

  test("thrown away on somebody's word, it is gone, and the plan stays", async () => {
    const { user, services, path, profileId } = await openPlanned();
    await pick(user, await card("A quiet corner"), "Did we try it?", "Yes");
    await isSaved();
    await user.click(screen.getByRole("button", { name: "Throw this away" }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Throw it away" }));
    await waitFor(() => {
      expect(path()).toBe(`/profiles/${profileId}/plan`);
    });
    expect(valueOf(await services.store.drafts.list()).drafts).toEqual([]);
    expect(await reviewsIn(services)).toEqual([]);
  });
});

test("HAZ-08 where the plan is not on the device nothing may be said of it: whom its words are kept from is not known", async () => {
  let profileId = "";
  const { services } = await renderApp({
    seed: async (opened) => {
      profileId = await seedFinished(opened, await seedFamily(opened));
    },
    path: () => `/profiles/${profileId}/review`,
  });
  await screen.findByRole("heading", { level: 1, name: "The plan is not on this device" });
  expect(screen.queryByRole("button", { name: "Keep what we said" })).toBeNull();
  expect(await reviewsIn(services)).toEqual([]);
});

describe("reviews to read", () => {
  test("stand under the plan in the order of time; one that another device made is there once it came", async () => {
    const { services, caseId, profileId } = await openPlanned({ page: "plan" });
    const day = (n: number) => Date.UTC(2027, n, 3, 12);
    await bring(services, caseId, bodyWith({ next: { words: "Second.", reviewOn: "" } }, profileId, day(5)));
    await screen.findByText("Second.");
    await bring(services, caseId, bodyWith({ [`action/${pictures}`]: { tried: "could-not" } }, profileId, day(1)));
    await screen.findByText("Tried: We could not");
    const list = await readList();
    expect(
      within(list)
        .getAllByRole("heading", { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringMatching(/3 February 2027$/), expect.stringMatching(/3 June 2027$/)]);
    expect(list).toHaveTextContent("With Mum. Led by Grace");
    expect(within(list).getByRole("button", { name: "Start a new profile" })).toBeVisible();
  });

  test("stand on the record's page too, and a new profile is begun beside the first", async () => {
    const device = createTestDevice();
    const { user } = await renderApp({
      device,
      path: `/cases/${uuid(150)}`,
      seed: async (services) => {
        const { profileId, caseId } = await seedPlanned(services);
        await bring(
          services,
          caseId,
          bodyWith({ next: { words: "On.", reviewOn: "" } }, profileId, Date.UTC(2027, 1, 3)),
        );
      },
    });
    const list = await screen.findByRole("list", { name: "When the plan was looked at again" });
    expect(screen.getByRole("link", { name: "Look at the plan again" })).toBeVisible();
    await user.click(within(list).getByRole("link", { name: /3 February 2027/ }));
    const under = await readList();
    await waitFor(() => {
      expect(within(under).getByRole("heading", { level: 3 })).toHaveFocus();
    });
    await user.click(await within(under).findByRole("button", { name: "Start a new profile" }));
    await screen.findByRole("heading", { name: /right child|Is this/i });
  });
});
