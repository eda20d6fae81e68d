import { fireEvent, screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { actionsOf } from "#core/plan/actions";
import { addAction, changeAction } from "#core/plan/change-plan";
import type { Visit } from "#core/schema/visit";
import { dad, mum, openAtTheTable, teacher } from "../../support/at-the-table";
import { uuid } from "../../support/uuid";

const actionId = (number: number) => uuid(0x900 + number);
const withActions = (whats: readonly string[]) => (visit: Visit) =>
  whats.reduce(
    (all, what, index) =>
      changeAction(addAction(all, actionId(index)), actionId(index), { what, changes: "adults-or-place" }),
    visit,
  );
const open = (...whats: readonly string[]) => openAtTheTable({ page: "plan", change: withActions(whats) });

const action = (number: number) => within(screen.getByRole("group", { name: `Action ${number}` }));
const add = (user: UserEvent) => user.click(screen.getByRole("button", { name: "Add something to try" }));
const contents = (visit: Visit) => actionsOf(visit.plan.sections).map(({ content }) => content);

describe("one action", () => {
  test("every part of it is kept as it was said", async () => {
    const { user, kept } = await open();
    await add(user);
    expect(action(1).getByRole("textbox", { name: "What will we try?" })).toHaveFocus();
    await user.keyboard("A quiet corner");
    await user.selectOptions(action(1).getByRole("combobox", { name: "For which line?" }), "Feelings and worries");
    await user.selectOptions(action(1).getByRole("combobox", { name: "Where?" }), "School or college");
    await user.selectOptions(action(1).getByRole("combobox", { name: "Who will do it?" }), "Miss Ionescu");
    await user.click(action(1).getByRole("radio", { name: "Asked" }));
    await user.click(action(1).getByRole("radio", { name: "Adults or the place" }));
    fireEvent.change(action(1).getByLabelText("From when?"), { target: { value: "2026-11-30" } });
    await user.type(action(1).getByRole("textbox", { name: "How will we know that it helps?" }), "Calmer");
    await user.type(action(1).getByRole("textbox", { name: "What does Amelia think of it?" }), "Good");
    expect(contents(await kept())).toEqual([
      {
        hiddenFrom: [],
        order: 0,
        what: "A quiet corner",
        strandId: "emotions",
        setting: "school-or-college",
        whoId: teacher,
        asked: "asked",
        changes: "adults-or-place",
        from: "2026-11-30",
        howWeKnow: "Calmer",
        childThinks: "Good",
      },
    ]);
  });

  test("whether somebody was asked is asked only once somebody is named, and another person has not been asked", async () => {
    const { user, kept } = await open("A quiet corner");
    const who = () => action(1).getByRole("combobox", { name: "Who will do it?" });
    expect(action(1).queryByRole("group", { name: /been asked/ })).not.toBeInTheDocument();
    await user.selectOptions(who(), "Miss Ionescu");
    await user.click(
      within(action(1).getByRole("group", { name: "Has Miss Ionescu been asked?" })).getByRole("radio", {
        name: "Said yes",
      }),
    );
    await user.selectOptions(who(), "Mum");
    expect(action(1).getByRole("radio", { name: "Not asked yet" })).toBeChecked();
    expect(contents(await kept())[0]).toMatchObject({ whoId: mum, asked: "not-yet" });
  });

  test("a day that cannot be is said beside the field and not kept", async () => {
    const { kept } = await open("A quiet corner");
    const from = action(1).getByLabelText("From when?");
    fireEvent.change(from, { target: { value: "2026-11-30" } });
    fireEvent.change(from, { target: { value: "0202-11-30" } });
    fireEvent.blur(from);
    expect(from).toHaveAccessibleDescription("Check the day and its year. Nothing has changed.");
    expect(contents(await kept())[0]?.from).toBe("2026-11-30");
  });
});

describe("how many", () => {
  test("with five there is no way to add a sixth, and the page says why", async () => {
    const { user } = await open("one", "two", "three", "four");
    await add(user);
    expect(screen.queryByRole("button", { name: "Add something to try" })).not.toBeInTheDocument();
    expect(screen.getByText("Five things are plenty. Take one away to add another.")).toBeVisible();
  });

  test("a third for the family is met with a question at once, and the question goes when it is answered", async () => {
    const { user } = await open("one", "two", "three");
    const give = (number: number, name: string) =>
      user.selectOptions(action(number).getByRole("combobox", { name: "Who will do it?" }), name);
    await give(1, "Mum");
    await give(2, "Dad");
    const question = "More than two of these are for the family. Who else could do one of them?";
    expect(screen.queryByText(question)).not.toBeInTheDocument();
    await give(3, "Mum");
    expect(screen.getByText(question)).toBeVisible();
    await give(3, "Grace");
    expect(screen.queryByText(question)).not.toBeInTheDocument();
  });
});

describe("taking one away", () => {
  const takeAway = (user: UserEvent, number: number) =>
    user.click(screen.getByRole("button", { name: `Take action ${number} away` }));

  test("asks once, and going back keeps it", async () => {
    const { user, kept } = await open("one", "two");
    await takeAway(user, 1);
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Back" }));
    expect(contents(await kept()).map(({ what }) => what)).toEqual(["one", "two"]);
  });

  test("can be undone: it comes back in its place with every word", async () => {
    const { user, kept } = await open("one", "two");
    await user.selectOptions(action(1).getByRole("combobox", { name: "Who will do it?" }), "Dad");
    await takeAway(user, 1);
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Take it away" }));
    expect(contents(await kept()).map(({ what }) => what)).toEqual(["two"]);
    expect(action(1).getByRole("textbox", { name: "What will we try?" })).toHaveValue("two");

    const undo = screen.getByRole("button", { name: "Undo" });
    expect(undo).toHaveFocus();
    await user.click(undo);
    expect(contents(await kept())).toMatchObject([{ what: "one", whoId: dad }, { what: "two" }]);
    expect(action(1).getByRole("textbox", { name: "What will we try?" })).toHaveValue("one");
    expect(action(1).getByRole("textbox", { name: "What will we try?" })).toHaveFocus();
    expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  });
});

test("typing draws nothing again: the field alone holds the words, and the draft has them", async () => {
  const { user, kept } = await open("one", "two");
  const field = action(2).getByRole<HTMLTextAreaElement>("textbox", { name: "What will we try?" });
  const touched = new Set<Node>();
  const watcher = new MutationObserver((records) => {
    for (const { target } of records) touched.add(target);
  });
  watcher.observe(screen.getByRole("main"), { subtree: true, childList: true, attributes: true, characterData: true });
  await user.type(field, " more");
  watcher.disconnect();
  // Drawing the card again would have brought the new words in as what the field began with.
  expect(field.defaultValue).toBe("two");
  expect([...touched].filter((node) => node !== field)).toEqual([]);
  expect(contents(await kept())[1]?.what).toBe("two more");
});
