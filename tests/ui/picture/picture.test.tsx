import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Visit } from "#core/schema/visit";
import { changeVoice } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import { amelia, dad, mum, openAtTheTable as openVisitAt } from "../../support/at-the-table";
import { grace } from "../../support/test-device";

const marked = (visit: Visit, strandId: string, personId: string, position: number): Visit =>
  placeMark(visit, { strandId, personId, enteredBy: grace.id, atMs: 1 }, { position, input: "drag" });

const threeMarks = (visit: Visit): Visit =>
  marked(marked(marked(visit, "attention", amelia, 68), "attention", mum, 38), "attention", dad, 36);

/** Opens the picture and, where somebody has still to mark, says to look all the same. */
const openAtTheTable = async (options: Parameters<typeof openVisitAt>[0]) => {
  const opened = await openVisitAt(options);
  const look = screen.queryByRole("button", { name: "Look at the picture" });
  if (look !== null) await opened.user.click(look);
  await screen.findByRole("heading", { name: "Amelia's picture" });
  return opened;
};

const rowOf = (strandId: string): HTMLElement => {
  const row = document.querySelector<HTMLElement>(`li[data-strand="${strandId}"], tr[data-strand="${strandId}"]`);
  return row ?? expect.fail(`no row for ${strandId}`);
};

test("each of the nine lines says in words what it draws, the young person first, without a digit", async () => {
  await openAtTheTable({ page: "picture", change: threeMarks });
  expect(document.querySelectorAll("li[data-strand]")).toHaveLength(9);
  expect(rowOf("attention")).toHaveTextContent(
    "Amelia: right of the middle. Mum: a little left of the middle. Dad: left of the middle.",
  );
  expect(rowOf("energy")).toHaveTextContent("no mark");
  expect(screen.getByRole("main")).not.toHaveTextContent(/\d%|\b\d{1,3}\b(?! November| 2026)/);
});

test("the table says the same as the lines", async () => {
  const { user } = await openAtTheTable({ page: "picture", change: threeMarks });
  await user.click(screen.getByRole("button", { name: "Show as a table" }));
  const table = screen.getByRole("table", { name: "The nine lines in words" });
  expect(
    within(table)
      .getAllByRole("columnheader")
      .map((header) => header.textContent),
  ).toEqual(["Line", "Amelia", "Mum", "Dad"]);
  const attention = within(table).getByRole("row", { name: /Focus, waiting and finishing/ });
  expect(
    within(attention)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  ).toEqual(["right of the middle", "a little left of the middle", "left of the middle"]);
});

test("since last time: what has moved is asked about line by line, and what holds of many is said once", async () => {
  const last = (visit: Visit): Visit =>
    [mum, dad].reduce((so, who) => marked(marked(so, "attention", who, 38), "energy", who, 60), visit);
  const now = (visit: Visit): Visit => [mum, dad].reduce((so, who) => marked(so, "energy", who, 62), threeMarks(visit));
  await openAtTheTable({
    page: "picture",
    change: (visit) => marked(now(visit), "attention", mum, 70),
    visitedBefore: last,
  });
  const card = within(screen.getByRole("heading", { name: "Since November 2025" }).parentElement!);
  expect(card.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Focus and finishing, Mum: in November 2025 the mark was further left. Does that fit with what you see?",
    "About the same place: Energy and rest (Mum and Dad); Focus and finishing (Dad).",
  ]);
});

test("two parents who differ from the child: the line is named, the views beside each other, no shared mark yet", async () => {
  await openAtTheTable({ page: "picture", change: threeMarks });
  expect(screen.getByRole("heading", { name: "Worth talking about" })).toBeVisible();
  expect(
    screen.getByText(/Focus, waiting and finishing looks different to different people\. Amelia: right/),
  ).toBeVisible();
  expect(screen.getByText("No shared mark yet.")).toBeVisible();
});

test("strengths are words and stand first, wherever the mark is", async () => {
  await openAtTheTable({
    page: "picture",
    change: (visit) =>
      changeVoice(marked(visit, "social", amelia, 5), "social", amelia, {
        goesWell: "Kind to younger children\n\nTells jokes",
        strengthPinned: true,
      }),
  });
  const strengths = screen.getByRole("heading", { name: /What goes well/ }).closest("section") ?? document.body;
  expect(
    within(strengths)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(["Kind to younger children – Amelia", "Tells jokes – Amelia"]);
});

test("HAZ-08 a mark kept from somebody in the room leaves no trace, not even in what is derived", async () => {
  const withHidden = await openAtTheTable({
    page: "picture",
    change: (visit) =>
      changeVoice(marked(marked(visit, "attention", amelia, 90), "attention", mum, 40), "attention", amelia, {
        hiddenFrom: [mum],
        goesWell: "Secret joy",
        strengthPinned: true,
      }),
  });
  const withIt = screen.getByRole("main").innerHTML;
  expect(withIt).not.toContain("Secret joy");
  withHidden.close();
  await openAtTheTable({ page: "picture", change: (visit) => marked(visit, "attention", mum, 40) });
  expect(screen.getByRole("main").innerHTML).toBe(withIt);
});

test("HAZ-06 a mark to the right is no reason to stop what helps, and the picture says so", async () => {
  await openAtTheTable({ page: "picture" });
  expect(screen.getByText(/Do not stop what helps because of this page/)).toBeVisible();
});

test("HAZ-13 while somebody here has still to mark, the picture asks first, however it is opened", async () => {
  const { kept } = await openVisitAt({ page: "picture", change: (visit) => marked(visit, "attention", amelia, 68) });
  expect(screen.getByText(/Not everyone here has marked yet on: Focus/)).toBeVisible();
  expect(screen.getByRole("main")).not.toHaveTextContent("right of the middle");
  expect((await kept()).profile.sections["talk/attention"]).toBeUndefined();
});

test("opening the picture shows every mark, and it is kept that whoever marks after has seen them", async () => {
  const { kept } = await openAtTheTable({ page: "picture", change: (visit) => marked(visit, "attention", amelia, 68) });
  await waitFor(async () => {
    const visit = await kept();
    expect(visit.profile.sections["talk/attention"]?.togetherSinceMs).toEqual(expect.any(Number));
    expect(visit.profile.sections["talk/energy"]).toBeUndefined();
  });
});
