import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { addAction, changeAction } from "#core/plan/change-plan";
import { err } from "#core/result";
import type { Visit } from "#core/schema/visit";
import { withSection } from "#core/visit/change-section";
import type { Services } from "../../../src/ui/app/services";
import { mum, openAtTheTable, teacher } from "../../support/at-the-table";
import { renderApp } from "../../support/render-app";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const WAYS = {
  "for-today": "Finish for today",
  "right-for-today": "This is right for today",
  "seen-differently": "We see some of it differently",
} as const;

type Open = Partial<Parameters<typeof openAtTheTable>[0]>;
const open = (options: Open = {}) => openAtTheTable({ page: "plan", ...options });
type Opened = Awaited<ReturnType<typeof open>>;

const choose = (user: UserEvent, way: keyof typeof WAYS) =>
  user.click(screen.getByRole("radio", { name: new RegExp(`^${WAYS[way]}`) }));
const pressFinish = (user: UserEvent) => user.click(screen.getByRole("button", { name: "Finish" }));
const confirmButton = () => within(screen.getByRole("dialog")).getByRole("button", { name: "Finish" });
const summary = () => {
  const alert = screen.getByRole("heading", { name: "Not finished yet" }).closest<HTMLElement>("[role=alert]");
  return alert ?? expect.fail("no summary");
};
const reasons = () =>
  within(summary())
    .getAllByRole("listitem")
    .map((item) => item.textContent);

const finishedRecord = async ({ services, profileId }: Pick<Opened, "services" | "profileId">) => {
  const record = valueOf(await services.store.records.get(profileId));
  if (record.recordType !== "profile") throw new Error("not a profile");
  return record;
};
const onTheFinishedPicture = async ({ path, profileId }: Opened) => {
  await waitFor(() => {
    expect(path()).toBe(`/profiles/${profileId}/picture`);
  });
  expect(await screen.findByText("Waiting to be sent")).toBeVisible();
};
const withOutbox =
  (finish: (real: Services["store"]["outbox"]["finish"]) => Services["store"]["outbox"]["finish"]) =>
  (services: Services): Partial<Services> => ({
    store: { ...services.store, outbox: { ...services.store.outbox, finish: finish(services.store.outbox.finish) } },
  });

describe("the three ways to finish", () => {
  test.each(["for-today", "right-for-today"] as const)("%s: the page becomes the finished record", async (way) => {
    const opened = await open();
    await choose(opened.user, way);
    await pressFinish(opened.user);
    expect(screen.getByRole("dialog")).toHaveTextContent(
      "From then on the profile is not changed. If something needs putting right, a correction is added beside the old words.",
    );
    await opened.user.click(confirmButton());
    await onTheFinishedPicture(opened);
    const { body, delivery, otherRevIds } = await finishedRecord(opened);
    expect(body.sections.finish).toMatchObject({ outcome: { kind: way }, atMs: opened.device.nowMs });
    expect([delivery.kind, otherRevIds]).toEqual(["waiting", []]);
    expect((await opened.services.store.drafts.load(opened.profileId)).ok).toBe(false);
  });

  test("seeing some of it differently keeps who, where and their words", async () => {
    const opened = await open();
    const { user } = opened;
    await choose(user, "seen-differently");
    const view = within(screen.getByRole("group", { name: "Different view 1" }));
    await user.selectOptions(view.getByRole("combobox", { name: "Who?" }), "Mum");
    await user.type(view.getByRole("textbox", { name: "Where?" }), "Energy and rest");
    await user.type(view.getByRole("textbox", { name: "In their words" }), "At home it is different.");
    await user.click(screen.getByRole("button", { name: "Add another view" }));
    await pressFinish(user);
    await user.click(confirmButton());
    await onTheFinishedPicture(opened);
    expect((await finishedRecord(opened)).body.sections.finish?.outcome).toEqual({
      kind: "seen-differently",
      views: [{ personId: mum, where: "Energy and rest", words: "At home it is different." }],
    });
  });

  test("the plan goes with it, as a record of its own that names its profile", async () => {
    const opened = await open({
      change: (visit) =>
        changeAction(addAction(visit, uuid(0x900)), uuid(0x900), {
          what: "A quiet corner",
          changes: "adults-or-place",
        }),
    });
    await choose(opened.user, "for-today");
    await pressFinish(opened.user);
    await opened.user.click(confirmButton());
    await onTheFinishedPicture(opened);
    const { records } = valueOf(await opened.services.store.records.list("plan"));
    expect(records.map(({ body }) => [body.profileId, Object.keys(body.sections)])).toEqual([
      [opened.profileId, [`action/${uuid(0x900)}`]],
    ]);
  });

  test("what was typed a moment before is in it", async () => {
    const opened = await open();
    await choose(opened.user, "for-today");
    await opened.user.click(screen.getByRole("button", { name: "Add something that would help" }));
    await opened.user.keyboard("A therapist in school");
    await pressFinish(opened.user);
    fireEvent.click(confirmButton());
    await onTheFinishedPicture(opened);
    const { records } = valueOf(await opened.services.store.records.list("plan"));
    expect(JSON.stringify(records[0]?.body)).toContain("A therapist in school");
  });

  test("going back from the question changes nothing", async () => {
    const { user, kept } = await open();
    await choose(user, "for-today");
    await pressFinish(user);
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Back" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect((await kept()).profile.sections).not.toHaveProperty("finish");
  });
});

test("a half-chosen way to finish and the words written there survive the page's end", async () => {
  const { user, kept, close, device, profileId } = await open();
  await choose(user, "seen-differently");
  await user.type(screen.getByRole("textbox", { name: "In their words" }), "Not at home.");
  await kept();
  close();
  await renderApp({ device, path: `/profiles/${profileId}/plan` });
  expect(await screen.findByRole("radio", { name: new RegExp(`^${WAYS["seen-differently"]}`) })).toBeChecked();
  expect(screen.getByRole("textbox", { name: "In their words" })).toHaveValue("Not at home.");
});

describe("a view that was removed", () => {
  test("comes back with its words", async () => {
    const { user } = await open();
    await choose(user, "seen-differently");
    await user.type(screen.getByRole("textbox", { name: "In their words" }), "Not at home.");
    await user.click(screen.getByRole("button", { name: "Take view 1 away" }));
    expect(screen.queryByRole("textbox", { name: "In their words" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(screen.getByRole("textbox", { name: "In their words" })).toHaveValue("Not at home.");
  });
});

describe("what stands in the way", () => {
  const faulty = (visit: Visit): Visit =>
    [0, 1, 2].reduce(
      (all, index) =>
        changeAction(addAction(all, uuid(0x900 + index)), uuid(0x900 + index), {
          what: index === 1 ? "" : "Something",
          whoId: mum,
          changes: "child",
        }),
      visit,
    );

  test("is named all at once, each with the way to its place, and nothing is finished", async () => {
    const { user, kept } = await open({ change: faulty });
    await pressFinish(user);
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(summary()).toHaveFocus();
    expect(reasons()).toEqual([
      "Action 2: write what you will try, or take it away.",
      "Two at most are for the family: who else could do one of them?",
      "At least one action is something adults or the place will change. Which one?",
      "Choose how you want to finish.",
    ]);
    const go = async (reason: RegExp) => {
      await user.click(within(summary()).getByRole("button", { name: reason }));
      return document.activeElement;
    };
    expect(await go(/^Action 2/)).toHaveAccessibleDescription(/Action 2: write what you will try/);
    expect(await go(/^Two at most/)).toHaveTextContent("More than two of these are for the family.");
    expect(await go(/^At least one/)).toBe(
      within(screen.getByRole("group", { name: "Action 1" })).getByRole("radio", { name: "Adults or the place" }),
    );
    expect(await go(/^Choose how/)).toBe(screen.getByRole("radio", { name: /^Finish for today/ }));
    expect((await kept()).profile.sections).not.toHaveProperty("finish");
  });

  test("goes from its place as soon as it is put right, and then it can be finished", async () => {
    const opened = await open({ change: faulty });
    const { user } = opened;
    await pressFinish(user);
    const second = within(screen.getByRole("group", { name: "Action 2" }));
    const what = second.getByRole("textbox", { name: "What will we try?" });
    await user.type(what, "A quiet corner");
    expect(what).toHaveFocus();
    expect(what).not.toHaveAccessibleDescription(/Action 2/);
    await user.selectOptions(second.getByRole("combobox", { name: "Who will do it?" }), "Miss Ionescu");
    await user.click(second.getByRole("radio", { name: "Adults or the place" }));
    await choose(user, "right-for-today");
    await pressFinish(user);
    await user.click(confirmButton());
    await onTheFinishedPicture(opened);
  });

  test("is nothing before people ask to finish: an unfinished plan is no mistake", async () => {
    await open({
      change: (visit) => changeAction(addAction(visit, uuid(0x900)), uuid(0x900), { whoId: teacher }),
    });
    expect(screen.queryByText(/write what you will try/)).not.toBeInTheDocument();
    expect(screen.queryByText(/Which one\?/)).not.toBeInTheDocument();
    expect(screen.queryByText("Choose how you want to finish.")).not.toBeInTheDocument();
  });

  test("six actions, from an undo or another version, are too many", async () => {
    const { user } = await open({
      change: (visit) =>
        [0, 1, 2, 3, 4, 5].reduce(
          (all, index) =>
            changeAction(addAction(all, uuid(0x900 + index)), uuid(0x900 + index), {
              what: "Something",
              changes: "adults-or-place",
            }),
          visit,
        ),
    });
    await choose(user, "for-today");
    await pressFinish(user);
    expect(reasons()).toEqual(["Five things at most: take away what can wait."]);
  });

  test("a different view without its words or its person is named by its number", async () => {
    const { user } = await open();
    await choose(user, "seen-differently");
    await pressFinish(user);
    expect(reasons()).toEqual(["Write down what is seen differently, or finish another way."]);
    await user.type(screen.getByRole("textbox", { name: "Where?" }), "Energy and rest");
    await pressFinish(user);
    expect(reasons()).toEqual([
      "Different view 1: choose whose view it is.",
      "Different view 1: write it in their words.",
    ]);
    await user.click(within(summary()).getByRole("button", { name: /in their words/ }));
    expect(screen.getByRole("textbox", { name: "In their words" })).toHaveFocus();
  });
});

describe("HAZ-02 the store refuses", () => {
  const refusesOnce = (error: "QuotaExceeded" | "ChangedElsewhere") =>
    withOutbox((real) => {
      let refused = false;
      return async (finished) => {
        if (refused) return real(finished);
        refused = true;
        return err({ type: error });
      };
    });

  test("a full device is named, every word is still on the page and in the draft, and it can be tried again", async () => {
    const opened = await open({ services: refusesOnce("QuotaExceeded") });
    const { user } = opened;
    await choose(user, "for-today");
    await user.click(screen.getByRole("button", { name: "Add something that would help" }));
    await user.keyboard("A therapist in school");
    await pressFinish(user);
    await user.click(confirmButton());
    await waitFor(() => {
      expect(reasons()).toEqual([
        "This device is full. Your words are still on this page. Free some space, then finish.",
      ]);
    });
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(JSON.stringify((await opened.kept()).plan)).toContain("A therapist in school");
    await user.type(screen.getByRole("textbox", { name: /What would help/ }), " every week");
    await pressFinish(user);
    await user.click(confirmButton());
    await onTheFinishedPicture(opened);
    const { records } = valueOf(await opened.services.store.records.list("plan"));
    expect(JSON.stringify(records.map(({ body }) => body))).toContain("A therapist in school every week");
  });

  test("a visit that another window changed is not finished over", async () => {
    const opened = await open();
    await choose(opened.user, "for-today");
    await opened.kept();
    const { store } = opened.services;
    const draft = valueOf(await store.drafts.load(opened.profileId));
    if (draft.kind !== "visit") throw new Error("not a visit");
    const elsewhere = withSection(draft.body, `loves/${mum}`, { hiddenFrom: [], loves: "Trains", easier: "" });
    valueOf(await store.drafts.save({ ...draft, body: elsewhere }, draft.version));
    await pressFinish(opened.user);
    await opened.user.click(confirmButton());
    await waitFor(() => {
      expect(reasons()[0]).toMatch(/^This visit was changed in another window/);
    });
    expect((await store.records.get(opened.profileId)).ok).toBe(false);
    expect(JSON.stringify(valueOf(await store.drafts.load(opened.profileId)))).toContain("Trains");
  });

  test("words that cannot be saved are not finished without", async () => {
    let full = false;
    const outbox = vi.fn();
    const opened = await open({
      services: (services) => ({
        store: {
          ...services.store,
          drafts: {
            ...services.store.drafts,
            save: async (...args) => (full ? err({ type: "QuotaExceeded" }) : services.store.drafts.save(...args)),
          },
          outbox: { ...services.store.outbox, finish: outbox },
        },
      }),
    });
    await choose(opened.user, "for-today");
    await opened.kept();
    full = true;
    await opened.user.click(screen.getByRole("button", { name: "Add something that would help" }));
    await pressFinish(opened.user);
    await opened.user.click(confirmButton());
    await waitFor(() => {
      expect(reasons()[0]).toMatch(/^This device is full/);
    });
    expect(outbox).not.toHaveBeenCalled();
  });
});

test("pressing Finish twice makes one profile and one plan", async () => {
  let calls = 0;
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const opened = await open({
    services: withOutbox((real) => async (finished) => {
      calls += 1;
      await held;
      return real(finished);
    }),
  });
  await choose(opened.user, "for-today");
  await pressFinish(opened.user);
  const button = confirmButton();
  fireEvent.click(button);
  fireEvent.click(button);
  expect(await screen.findByText("Finishing …")).toBeInTheDocument();
  fireEvent.click(confirmButton());
  goOn();
  await onTheFinishedPicture(opened);
  expect(calls).toBe(1);
  const { store } = opened.services;
  expect(valueOf(await store.records.list("profile")).records.map(({ otherRevIds }) => otherRevIds)).toEqual([[]]);
  expect(valueOf(await store.records.list("plan")).records.map(({ otherRevIds }) => otherRevIds)).toEqual([[]]);
});
