import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { openAtTheTable } from "../../support/at-the-table";

const open = () => openAtTheTable({ page: "strands/attention" });
const lineOf = (name: string) => screen.findByRole("slider", { name: `${name}'s mark` });
const choose = async (user: UserEvent, name: string) => {
  await user.click(screen.getByRole("button", { name: new RegExp(`^${name}`) }));
  return lineOf(name);
};
const strand = () => document.querySelector<HTMLElement>('section[data-strand="attention"]') ?? document.body;
const pictures = () => [...strand().querySelectorAll("svg[data-picture]")];

const CHILDS = [
  "This is tricky for me. I'd like lots of help",
  "Sometimes OK, sometimes tricky",
  "This goes well for me",
];
const ADULTS = ["Needs a lot of support here", "Some support, some of the time", "Goes well with everyday support"];

describe("a child's own line", () => {
  test("has the child's words at its three places, each with a picture, and none of the adults'", async () => {
    await open();
    await lineOf("Amelia");
    for (const words of CHILDS)
      expect(within(strand()).getByText(words, { selector: "b:not(.visually-hidden)" })).toBeVisible();
    for (const words of ADULTS) expect(within(strand()).queryByText(words)).not.toBeInTheDocument();
    expect(screen.getByText(/^Small steps, reminders/)).not.toBeVisible();
    expect(pictures().map((picture) => picture.getAttribute("data-picture"))).toEqual(["left", "middle", "right"]);
  });

  test("HAZ-03 has more hands in its picture the further left it stands, and the same star in all", async () => {
    await open();
    await lineOf("Amelia");
    expect(pictures().map((picture) => picture.querySelectorAll("g").length)).toEqual([2, 1, 0]);
    expect(new Set(pictures().map((picture) => picture.lastElementChild?.getAttribute("d"))).size).toBe(1);
  });

  test("keeps its pictures from those who listen: they hear the words beside them", async () => {
    await open();
    for (const picture of pictures()) expect(picture).toHaveAttribute("aria-hidden", "true");
    expect(await lineOf("Amelia")).toHaveAccessibleDescription(new RegExp(CHILDS.join(" +")));
  });

  test.each([
    ["{Home}", `at the very left: “${CHILDS[0]}”`],
    ["{ArrowRight}", `in the middle: “${CHILDS[1]}”`],
    ["{End}", `at the very right: “${CHILDS[2]}”`],
    ["{ArrowRight}{PageUp}", "a little right of the middle"],
  ])("after %s says %s, on the screen and to those who listen", async (keys, said) => {
    const { user } = await open();
    (await lineOf("Amelia")).focus();
    await user.keyboard(keys);
    expect(await lineOf("Amelia")).toHaveAttribute("aria-valuetext", said);
    expect(
      screen.getByText((_, element) => element?.tagName === "P" && element.textContent === `Amelia: ${said}`),
    ).toBeVisible();
  });

  test("keeps the adults' descriptions folded, to be opened", async () => {
    const { user } = await open();
    await lineOf("Amelia");
    await user.click(screen.getByText("What this can look like"));
    expect(screen.getByText(/^Small steps, reminders/)).toBeVisible();
  });
});

test("an adult's line has the adults' words, their descriptions and no pictures", async () => {
  const { user } = await open();
  (await choose(user, "Mum")).focus();
  await user.keyboard("{End}");
  for (const words of ADULTS) expect(within(strand()).getByText(words)).toBeVisible();
  for (const words of CHILDS) expect(within(strand()).queryByText(words)).not.toBeInTheDocument();
  expect(screen.getByText(/^Small steps, reminders/)).toBeVisible();
  expect(pictures()).toEqual([]);
  expect(await lineOf("Mum")).toHaveAttribute("aria-valuetext", "at the very right, goes well with everyday support");
});
