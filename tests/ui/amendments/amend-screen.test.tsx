import { renderApp } from "../../support/render-app"; // first: it brings the database that Dexie finds
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { shownName } from "#core/schema/person";
import type { Services } from "../../../src/ui/app/services";
import { openAtTheTable } from "../../support/at-the-table";
import { seedFinished } from "../../support/seeded-family";
import { grace } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { amelia, amendRecord, dad, mum, openAgain, openFinished } from "./open-finished";

const open = (change?: Parameters<typeof openFinished>[0]["change"]) =>
  openFinished({ page: "amend", ...(change === undefined ? {} : { change }) });
const what = () => screen.getByRole("textbox", { name: "What is to be put right or added?" });
const why = () => screen.getByRole("textbox", { name: "Why?" });
const who = () => screen.getByRole("group", { name: "Who says so?" });
const says = (name: string | RegExp) => within(who()).getByRole("radio", { name });
const add = () => screen.getByRole("button", { name: "Add it" });
const keptFrom = (name: string) => screen.queryByRole("checkbox", { name });
const askWhoNot = (user: UserEvent) =>
  user.click(screen.getByText("Who should not see this?", { selector: "summary" }));

const write = async (user: UserEvent, field: HTMLElement, text: string): Promise<void> => {
  await user.click(field);
  await user.paste(text);
};
const fill = async (user: UserEvent): Promise<void> => {
  await write(user, what(), "It is trams, not trains.");
  await user.click(says("Amelia"));
  await write(user, why(), "I said trams.");
};
const isSaved = () =>
  waitFor(() => {
    expect(document.querySelector("[data-save-state]")).toHaveAttribute("data-save-state", "saved");
  });
/** A profile in which there is hardly room for one more word. */
const fullUp =
  (get: Services["store"]["records"]["get"]): Services["store"]["records"]["get"] =>
  async (recordId) => {
    const record = await get(recordId);
    if (!record.ok || record.value.recordType !== "profile") return record;
    const { body } = record.value;
    const sections = { ...body.sections, newer: { text: "x".repeat(524_000) } };
    return { ok: true, value: { ...record.value, body: { ...body, sections } } };
  };
/** What stands in the way, once the eye was led to it. */
const summary = async (): Promise<HTMLElement> => {
  const box = await screen.findByRole("alert");
  await waitFor(() => {
    expect(box).toHaveFocus();
  });
  return box;
};
const card = () => screen.findByRole("region", { name: "Check and put right" });

describe("putting something right", () => {
  test("asks what, who says so and why, and promises beside it that the old words stay", async () => {
    await open();
    expect(screen.getByRole("heading", { level: 1, name: "Correct or add something" })).toBeVisible();
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
    expect(screen.getByText(/^Amelia's profile was finished on Tuesday,? 24 November 2026\.$/)).toBeVisible();
    expect(
      within(who())
        .getAllByRole("radio")
        .map((radio) => radio.closest("label")?.querySelector("bdi")?.textContent),
    ).toEqual(["Amelia", "Mum", "Dad", "Miss Ionescu", "Grace"]);
    const promise = screen.getByRole("heading", { name: "The old words stay" }).parentElement;
    expect(promise).toHaveTextContent("Nothing is rubbed out.");
  });

  test("adds it, and it stands on the picture at once, waiting to be sent", async () => {
    const { user, kept, drafts, path, profileId } = await open();
    await fill(user);
    await user.click(add());
    const list = await within(await card()).findByRole("list", { name: "Put right or added later" });
    expect(list).toHaveTextContent("Amelia, 24 November 2026It is trams, not trains.Why: I said trams.");
    expect(path()).toBe(`/profiles/${profileId}/picture`);
    await waitFor(() => {
      expect(screen.getByText("Added. It stands beside the old words.")).toHaveFocus();
    });
    expect(screen.getByText("Waiting to be sent")).toBeVisible();
    expect(await kept()).toMatchObject([
      { what: "It is trams, not trains.", byId: amelia, why: "I said trams.", hiddenFrom: [] },
    ]);
    expect(await drafts()).toEqual([]);
  });

  test("pressed twice adds it once", async () => {
    const { user, kept } = await open();
    await fill(user);
    await user.dblClick(add());
    await card();
    expect(await kept()).toHaveLength(1);
  });

  test("goes back to the page it was begun on", async () => {
    const { user, path, profileId } = await openFinished({ page: "plan" });
    await user.click(await screen.findByRole("link", { name: "Correct or add something" }));
    await screen.findByRole("button", { name: "Add it" });
    await fill(user);
    await user.click(add());
    expect(await within(await card()).findByText("It is trams, not trains.")).toBeVisible();
    expect(path()).toBe(`/profiles/${profileId}/plan`);
  });

  test("says what is missing on top and beside each field, and leads to it", async () => {
    const { user, kept } = await open();
    await user.click(add());
    const box = await summary();
    expect(
      within(box)
        .getAllByRole("button")
        .map((each) => each.textContent),
    ).toEqual(["Write what is to be put right or added.", "Choose who says so.", "Write why, in a few words."]);
    expect(what()).toBeInvalid();
    expect(what()).toHaveAccessibleDescription(/Write what is to be put right or added\.$/);
    expect(who()).toHaveAccessibleDescription("Choose who says so.");
    expect(why()).toHaveAccessibleDescription(/Write why, in a few words\.$/);
    await user.click(within(box).getByRole("button", { name: "Choose who says so." }));
    expect(says("Amelia")).toHaveFocus();
    await user.click(within(box).getByRole("button", { name: /^Write why/ }));
    expect(why()).toHaveFocus();
    expect(await kept()).toEqual([]);
  });

  test("what is put right leaves the summary, and focus stays in the field", async () => {
    const { user } = await open();
    await write(user, what(), "  \n ");
    await user.click(add());
    await summary();
    await write(user, why(), "I said trams.");
    expect(why()).toHaveFocus();
    await user.click(says("Dad"));
    expect(
      within(screen.getByRole("alert"))
        .getAllByRole("button")
        .map((each) => each.textContent),
    ).toEqual(["Write what is to be put right or added."]);
    await user.click(add());
    await summary();
    await write(user, what(), "Trams");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("words in any script, and words that look like code, are kept as they were typed", async () => {
    const { user, kept } = await open();
    const words = "<b>ترام</b> {{name}} $t(appName) 🚋\nand the bus";
    await write(user, what(), words);
    await user.click(says("Mum"));
    await write(user, why(), "مريم");
    await user.click(add());
    expect((await within(await card()).findByText(/ترام/)).textContent).toBe(words);
    expect((await kept())[0]).toMatchObject({ what: words, why: "مريم", byId: mum });
  });

  test.each([
    ["QuotaExceeded", "This device is full."],
    ["DatabaseClosed", "It could not be saved on this device just now."],
    ["ChangedElsewhere", "This was changed in another window."],
  ] as const)("%s is said, and every word stays on the page", async (type, words) => {
    const { user, kept } = await open(({ store }) => ({
      store: { ...store, outbox: { ...store.outbox, finish: async () => ({ ok: false, error: { type } }) as const } },
    }));
    await fill(user);
    await user.click(add());
    expect(await summary()).toHaveTextContent(words);
    expect(what()).toHaveValue("It is trams, not trains.");
    expect(await kept()).toEqual([]);
  });

  test("that would make the record too large says so", async () => {
    const { user, kept } = await open(({ store }) => ({
      store: { ...store, records: { ...store.records, get: fullUp(store.records.get) } },
    }));
    await fill(user);
    await user.click(add());
    expect(await summary()).toHaveTextContent("Shorten what you wrote, then add it.");
    expect(what()).toHaveValue("It is trams, not trains.");
    expect(await kept()).toEqual([]);
  });

  test("while a visit is not finished there is nothing to put right, and the page says where to change it", async () => {
    await openAtTheTable({ page: "amend" });
    expect(screen.getByRole("heading", { level: 1, name: "This profile is not finished yet" })).toBeVisible();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.getByRole("link", { name: "Go to the plan" })).toBeVisible();
  });
});

describe("HAZ-02 what was typed and not added", () => {
  test("is there again after the page is lost, and can be added then", async () => {
    const first = await open();
    await fill(first.user);
    await askWhoNot(first.user);
    await isSaved();
    first.close();

    const again = await openAgain(first.device, `/profiles/${first.profileId}/amend`);
    expect(what()).toHaveValue("It is trams, not trains.");
    expect(says("Amelia")).toBeChecked();
    expect(why()).toHaveValue("I said trams.");
    await again.user.click(add());
    expect(await within(await card()).findByText("It is trams, not trains.")).toBeVisible();
  });

  test("is offered to carry on with, where something is put right", async () => {
    const { user } = await open();
    await write(user, what(), "It is trams");
    await isSaved();
    await user.click(screen.getByRole("link", { name: "Back" }));
    await user.click(await screen.findByRole("link", { name: "Carry on with what was begun" }));
    expect(await screen.findByRole("textbox", { name: /What is to be/ })).toHaveValue("It is trams");
  });

  test("belongs to its own profile, and not to another of the same child", async () => {
    const { user, services, device, close } = await open();
    await write(user, what(), "It is trams");
    await isSaved();
    const family = await services.store.records.get(uuid(150));
    if (!family.ok || family.value.recordType !== "case") throw new Error("no family");
    const otherId = await seedFinished(services, { caseId: family.value.recordId, body: family.value.body });
    close();
    await openAgain(device, `/profiles/${otherId}/amend`);
    expect(what()).toHaveValue("");
  });

  test("is thrown away only when somebody says so twice, and the profile stays as it is", async () => {
    const { user, drafts, kept } = await open();
    expect(screen.queryByRole("button", { name: "Throw this away" })).toBeNull();
    await write(user, what(), "It is trams");
    await isSaved();
    await user.click(screen.getByRole("button", { name: "Throw this away" }));
    await user.click(screen.getByRole("button", { name: "Keep it", hidden: true }));
    expect(await drafts()).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Throw this away" }));
    await user.click(screen.getByRole("button", { name: "Throw it away", hidden: true }));
    await card();
    expect(await drafts()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  test("is written in one window at a time, and the other says so", async () => {
    const { device, profileId, close } = await openFinished({ page: "picture" });
    close();
    const other = await device.open();
    const hold = await other.draftLocks.holdDraft(`amendment/${profileId}`);
    await renderApp({ device, path: `/profiles/${profileId}/amend` });
    expect(await screen.findByRole("heading", { name: "This is being written in another window" })).toBeVisible();
    hold.release();
  });

  test("that another version wrote otherwise opens with what can be read", async () => {
    const { device, profileId, services, close } = await openFinished({ page: "picture" });
    const body = { profileId, what: "It is trams", byId: 7, hiddenFrom: "Dad", later: true };
    await services.store.drafts.save({ kind: "amendment", id: uuid(5), caseId: uuid(150), startedAtMs: 1, body }, 0);
    close();
    const again = await openAgain(device, `/profiles/${profileId}/amend`);
    expect(what()).toHaveValue("It is trams");
    await again.user.click(says("Amelia"));
    await isSaved();
    const drafts = await again.services.store.drafts.list();
    expect(drafts.ok && drafts.value.drafts[0]?.body).toMatchObject({ later: true, byId: amelia, what: "It is trams" });
  });
});

describe("HAZ-07 who should not see it", () => {
  test("can be anybody but the one who says so and the one who writes it down", async () => {
    const { user } = await open();
    await askWhoNot(user);
    expect(keptFrom("Amelia")).toBeInTheDocument();
    expect(says(/^Grace/)).toBeInTheDocument();
    await user.click(says("Amelia"));
    expect(keptFrom("Amelia")).toBeNull();
    expect(keptFrom("Dad")).toBeInTheDocument();
    expect(keptFrom(shownName(grace))).toBeNull();
  });

  test("is kept with it, and it is then not on the screen that everyone may look at", async () => {
    const { user, kept } = await open();
    await fill(user);
    await askWhoNot(user);
    await user.click(screen.getByRole("checkbox", { name: "Dad" }));
    await user.click(add());
    const shown = await card();
    await screen.findByText("Added. It stands beside the old words.");
    expect(shown).not.toHaveTextContent("trams");
    expect((await kept())[0]).toMatchObject({ hiddenFrom: [dad] });
  });

  test("what was begun and is kept from somebody is covered until it is asked for", async () => {
    const first = await open();
    await fill(first.user);
    await askWhoNot(first.user);
    await first.user.click(screen.getByRole("checkbox", { name: "Dad" }));
    await isSaved();
    first.close();
    const again = await openAgain(first.device, `/profiles/${first.profileId}/amend`);
    expect(document.body).not.toHaveTextContent("trams");
    expect(screen.queryByRole("textbox")).toBeNull();
    await again.user.click(screen.getByRole("button", { name: "Show what was begun" }));
    expect(what()).toHaveValue("It is trams, not trains.");
    expect(screen.getByRole("checkbox", { name: "Dad" })).toBeChecked();
  });

  test("the choices do not fold away under the finger that takes the last one back", async () => {
    const { user } = await open();
    await askWhoNot(user);
    await user.click(screen.getByRole("checkbox", { name: "Dad" }));
    await user.click(screen.getByRole("checkbox", { name: "Dad" }));
    expect(screen.getByRole("checkbox", { name: "Dad" }).closest("details")).toHaveAttribute("open");
  });
});

test("HAZ-23 what came from elsewhere while this was being written stays, and there are not two versions", async () => {
  const { user, services, profileId, kept } = await open();
  await fill(user);
  await amendRecord(services, profileId, { what: "From elsewhere", byId: mum });
  await user.click(add());
  const shown = await card();
  expect(await within(shown).findByText("From elsewhere")).toBeVisible();
  expect((await kept()).map((each) => each?.what).sort()).toEqual(["From elsewhere", "It is trams, not trains."]);
  const record = await services.store.records.get(profileId);
  expect(record.ok && record.value.otherRevIds).toEqual([]);
});
