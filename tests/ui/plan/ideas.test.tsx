import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { actionsOf } from "#core/plan/actions";
import { addAction, changeAction } from "#core/plan/change-plan";
import { takeStrategy } from "#core/plan/take-strategy";
import { chooseFirst } from "#core/plan/work-on-first";
import type { Visit } from "#core/schema/visit";
import { finishAsChosen, chooseWay } from "#core/visit/finishing";
import type { Services } from "../../../src/ui/app/services";
import { agreedVisit, openAtTheTable } from "../../support/at-the-table";
import { renderApp } from "../../support/render-app";
import { seedFamily, seedRecord, seedVisit } from "../../support/seeded-family";
import { shippedStrategies } from "../../support/strategies";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const strategy = (id: string) => shippedStrategies.strategies.find((each) => each.id === id)!;
const haircut = strategy("sensory.community.comfy-haircut");
const food = strategy("sensory.home.one-sure-food");
const swim = strategy("motor.community.gentle-swim");

const working =
  (...strandIds: readonly string[]) =>
  (visit: Visit): Visit =>
    strandIds.reduce((each, strandId) => valueOf(chooseFirst(each, strandId)), visit);
const taking =
  (taken = food, actionId = uuid(0x900)) =>
  (visit: Visit): Visit =>
    valueOf(takeStrategy(visit, actionId, { strategy: taken, version: 1 }));

const open = (change: (visit: Visit) => Visit = (visit) => visit) => openAtTheTable({ page: "plan", change });
const look = async (user: UserEvent): Promise<void> => {
  await user.click(screen.getByRole("button", { name: "Look for ideas" }));
  await dialog().findAllByRole("article");
};
const dialog = () => within(screen.getByRole("dialog", { name: "Ideas to try" }));
const choose = (user: UserEvent, label: string, option: string) =>
  user.selectOptions(dialog().getByRole("combobox", { name: label }), option);
const shown = (): readonly string[] =>
  dialog()
    .queryAllByRole("article")
    .map((article) => within(article).getByRole("heading").textContent);
const abouts = (): readonly string[] =>
  dialog()
    .getAllByRole("article")
    .map((article) => article.querySelector("h3 + p")?.textContent ?? "");
const action = (number: number) => within(screen.getByRole("group", { name: `Action ${number}` }));
const contents = (visit: Visit) => actionsOf(visit.plan.sections).map(({ content }) => content);

describe("looking for ideas", () => {
  test("begins with the lines to work on first, the child's age and home, and chooses nothing for anybody", async () => {
    const { user, kept } = await open(working("sensory", "emotions"));
    await look(user);
    expect(new Set(abouts())).toEqual(
      new Set(["Feelings and worries · Home", "Sounds, light, touch, taste and body signals · Home"]),
    );
    const fitting = shippedStrategies.strategies.filter(
      ({ strandId, setting, bands }) =>
        ["sensory", "emotions"].includes(strandId) && setting === "home" && bands.includes("primary"),
    );
    expect(dialog().getByRole("status")).toHaveTextContent(`${fitting.length} ideas`);
    // In the order in which they were written: not in that of anybody's marks, nor of what was chosen first.
    expect(shown()).toEqual(fitting.slice(0, 12).map(({ title }) => title));
    for (const role of ["checkbox", "radio"] as const) expect(dialog().queryAllByRole(role)).toEqual([]);
    expect(contents(await kept())).toEqual([]);
  });

  test("goes through all nine lines where none was chosen yet, a dozen ideas at a time", async () => {
    const { user } = await open();
    await look(user);
    expect(dialog().getByRole("combobox", { name: "For which line?" })).toHaveDisplayValue("All nine lines");
    expect(shown()).toHaveLength(12);
    await user.click(dialog().getByRole("button", { name: "Show more ideas" }));
    expect(shown()).toHaveLength(24);
    expect(dialog().getAllByRole("heading", { level: 3 })[12]).toHaveFocus();
  });

  test("finds by words, wherever they stand and however they are written", async () => {
    const { user } = await open();
    await look(user);
    await choose(user, "Where?", "Anywhere");
    await user.type(dialog().getByRole("searchbox", { name: "Search for words" }), "HAIRC");
    expect(shown()).toEqual([haircut.title]);
    expect(dialog().getByRole("status")).toHaveTextContent("1 idea");
    await user.type(dialog().getByRole("searchbox", { name: "Search for words" }), "zz");
    expect(dialog().getByRole("status")).toHaveTextContent(/^No idea fits all of this/);
    expect(shown()).toEqual([]);
  });

  test("offers only the places that somebody of this age goes to", async () => {
    const { user } = await open();
    await look(user);
    const places = () =>
      within(dialog().getByRole("combobox", { name: "Where?" }))
        .getAllByRole("option")
        .map(({ textContent }) => textContent);
    expect(places()).toEqual(["Anywhere", "Home", "School or college", "Community"]);
    await choose(user, "For what age?", "Under 2");
    expect(places()).toEqual(["Anywhere", "Home", "Early years", "Community"]);
    await choose(user, "Where?", "Early years");
    expect(new Set(abouts().map((about) => about.split(" · ")[1]))).toEqual(new Set(["Early years"]));
    // A place that is no place of the new age is let go of, and not searched in vain.
    await choose(user, "For what age?", "16 to 25");
    expect(dialog().getByRole("combobox", { name: "Where?" })).toHaveDisplayValue("Anywhere");
    expect(shown()).toHaveLength(12);
  });

  test("goes on where it was when it is opened again", async () => {
    const { user } = await open();
    await look(user);
    await user.type(dialog().getByRole("searchbox"), "toilet");
    const before = shown();
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Look for ideas" }));
    await dialog().findAllByRole("article");
    expect(dialog().getByRole("searchbox")).toHaveValue("toilet");
    expect(shown()).toEqual(before);
  });

  test("says that nobody has reviewed the ideas yet", async () => {
    const { user } = await open();
    await look(user);
    expect(dialog().getByText(/Nobody outside it has reviewed them yet/)).toBeVisible();
  });
});

describe("an idea", () => {
  test("HAZ-15 is shown whole: what, why, how to tell, whom it is not for, whom to check with, when to stop", async () => {
    const { user } = await open();
    await look(user);
    await choose(user, "Where?", "Anywhere");
    await user.type(dialog().getByRole("searchbox"), "fire alarm");
    const alarms = strategy("sensory.school-or-college.alarms-planned-ahead");
    const card = within(dialog().getByRole("article", { name: alarms.title }));
    const { what, why, howToTell, notFor = "", checkWith = "", stopIf } = alarms;
    for (const words of [what, why, howToTell]) expect(card.getByText(words)).toBeVisible();
    for (const [label, words] of [
      ["Not for", notFor],
      ["Check first with", checkWith],
      ["Stop if", stopIf],
    ] as const) {
      expect(card.getByText(label).nextSibling).toHaveTextContent(words);
      expect(card.getByText(words)).toBeVisible();
    }
    expect(dialog().queryAllByRole("group")).toEqual([]);
  });

  test("is put in the plan with its words, its place and its line, and focus goes there", async () => {
    const { user, kept } = await open();
    await look(user);
    await user.type(dialog().getByRole("searchbox"), "sure food");
    await user.click(dialog().getByRole("button", { name: `Put it in the plan: ${food.title}` }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    const what = action(1).getByRole("textbox", { name: "What will we try?" });
    expect(what).toHaveValue(`${food.title}\n${food.what}`);
    await waitFor(() => {
      expect(what).toHaveFocus();
    });
    expect(action(1).getByRole("combobox", { name: "Where?" })).toHaveDisplayValue("Home");
    expect(action(1).getByRole("combobox", { name: "For which line?" })).toHaveValue("sensory");
    expect(action(1).getByRole("textbox", { name: /How will we know/ })).toHaveValue(food.howToTell);
    expect(contents(await kept())).toMatchObject([
      { setting: "home", strandId: "sensory", whoId: "", changes: "not-said", idea: { strategyId: food.id } },
    ]);
  });

  test("that was taken says so, and is not offered a second time", async () => {
    const { user } = await open(taking());
    await look(user);
    await user.type(dialog().getByRole("searchbox"), "sure food");
    const card = within(dialog().getByRole("article", { name: food.title }));
    expect(card.getByText(/It is in the plan/)).toBeVisible();
    expect(card.queryByRole("button")).not.toBeInTheDocument();
  });

  test("takes the place of an action in which nothing was written", async () => {
    const { user, kept } = await open();
    await user.click(screen.getByRole("button", { name: "Add something to try" }));
    await look(user);
    await user.type(dialog().getByRole("searchbox"), "sure food");
    await user.click(dialog().getByRole("button", { name: /^Put it in the plan/ }));
    expect(contents(await kept())).toHaveLength(1);
  });

  test("cannot be added to a full plan, which says why", async () => {
    const five = (visit: Visit): Visit =>
      [1, 2, 3, 4, 5].reduce(
        (all, at) => changeAction(addAction(all, uuid(at)), uuid(at), { what: `no ${at}` }),
        visit,
      );
    await open(five);
    expect(screen.queryByRole("button", { name: "Look for ideas" })).not.toBeInTheDocument();
    expect(screen.getByText("Five things are plenty. Take one away to add another.")).toBeVisible();
  });
});

describe("HAZ-15 in the plan", () => {
  test("whom to check with and when to stop stay in sight while every word is changed", async () => {
    const { user, kept } = await open(taking());
    const what = action(1).getByRole("textbox", { name: "What will we try?" });
    await user.clear(what);
    await user.type(what, "Toast, always");
    expect(action(1).getByText(food.stopIf)).toBeVisible();
    expect(action(1).getByText(food.checkWith!)).toBeVisible();
    expect(contents(await kept())).toMatchObject([
      { what: "Toast, always", idea: { stopIf: food.stopIf, checkWith: food.checkWith } },
    ]);
  });

  test("they go with the action, and come back with it", async () => {
    const { user } = await open(taking());
    await user.click(screen.getByRole("button", { name: "Take action 1 away" }));
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Take it away" }));
    expect(screen.queryByText(food.stopIf)).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(action(1).getByText(food.stopIf)).toBeVisible();
  });

  test("people's own actions carry none", async () => {
    await open((visit) => changeAction(addAction(visit, uuid(1)), uuid(1), { what: "Our own" }));
    expect(action(1).queryByText("Stop if")).not.toBeInTheDocument();
  });
});

/** What the server tells every device, as it comes with the records. */
const hears = (services: Pick<Services, "store">, useInstead: string) =>
  services.store.deliveries.take({
    puts: [],
    gone: [],
    more: false,
    storeEpoch: "one",
    policy: {
      version: "2",
      withdrawnWording: [{ id: food.id, version: 1, useInstead }],
      questionnaires: [],
      settings: {},
      minimumProtocol: 1,
    },
  });

describe("HAZ-15 an idea that was withdrawn", () => {
  const openWithdrawn = (useInstead: string) =>
    openAtTheTable({
      page: "plan",
      change: taking(),
      services: (services) => {
        const { deliveries } = services.store;
        const heard = hears(services, useInstead);
        return {
          store: {
            ...services.store,
            deliveries: { ...deliveries, policy: async () => (await heard, deliveries.policy()) },
          },
        };
      },
    });

  test("is not offered any more", async () => {
    const { user } = await openWithdrawn("");
    await screen.findByText(/This idea has been withdrawn since/);
    await look(user);
    await user.type(dialog().getByRole("searchbox"), "sure food");
    expect(shown()).not.toContain(food.title);
  });

  test("is said to be so on the action, with what to use instead by its title", async () => {
    await openWithdrawn(swim.id);
    expect(await action(1).findByText(/This idea has been withdrawn since/)).toBeVisible();
    expect(await action(1).findByText(swim.title)).toBeVisible();
    expect(action(1).getByText(food.stopIf)).toBeVisible();
  });
});

test("HAZ-15 a finished plan shows whom to check with and when to stop under the action", async () => {
  let profileId = "";
  await renderApp({
    seed: async (services) => {
      const family = await seedFamily(services);
      const change = (visit: Visit): Visit =>
        changeAction(taking()(chooseWay(visit, "for-today", uuid(3))), uuid(0x900), { changes: "adults-or-place" });
      const visit = await seedVisit(services, family, (fresh) => change(agreedVisit(fresh)));
      valueOf(await services.store.drafts.remove(visit.profileId));
      const when = { today: services.today(), nowMs: services.clock.nowMs(), caseBody: family.body };
      const { profile, plan } = valueOf(finishAsChosen(visit, when));
      const { caseId } = visit;
      profileId = visit.profileId;
      await seedRecord(services, { recordType: "profile", recordId: profileId, caseId, body: profile });
      await seedRecord(services, { recordType: "plan", recordId: visit.planId, caseId, body: plan });
    },
    path: () => `/profiles/${profileId}/plan`,
  });
  const tried = within(await screen.findByRole("region", { name: "What we will try" }));
  expect(tried.getByRole("heading", { name: food.title })).toBeVisible();
  expect(tried.getByText(food.what)).toBeVisible();
  expect(tried.getByText(food.checkWith!)).toBeVisible();
  expect(tried.getByText(food.stopIf)).toBeVisible();
});
