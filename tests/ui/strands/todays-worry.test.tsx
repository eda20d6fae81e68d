import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Visit } from "#core/schema/visit";
import { placeMark } from "#core/visit/mark";
import { chooseLength, chooseStrand } from "#core/visit/visit-length";
import { mum, openAtTheTable } from "../../support/at-the-table";
import { grace } from "../../support/test-device";

const worry = (visit: Visit): Visit =>
  chooseStrand(chooseStrand(chooseLength(visit, "worry"), "energy", true), "sensory", true);
const rail = () => within(screen.getByRole("navigation", { name: "The nine lines" }));

test("the way goes through today's lines to the picture; every other line is in the rail, and can be taken in", async () => {
  const { user, path, kept } = await openAtTheTable({ page: "strands/energy", change: worry });
  await user.click(await screen.findByRole("link", { name: /^Next: Sounds|^Next: Sens/ }));
  await waitFor(() => {
    expect(path()).toContain("/strands/sensory");
  });
  expect(screen.queryByRole("link", { name: /^Next/ })).not.toBeInTheDocument();
  expect(within(screen.getByRole("contentinfo")).getByRole("link", { name: "See the picture" })).toBeVisible();

  expect(rail().getAllByRole("link", { name: /not one of today's lines/ })).toHaveLength(7);
  await user.click(rail().getByRole("link", { name: /^Feelings/ }));
  expect(await screen.findByText(/You can talk about it all the same/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Add it to today's lines" }));
  expect(screen.queryByText(/You can talk about it all the same/)).not.toBeInTheDocument();
  expect((await kept()).profile.sections.frame.length.strandIds).toEqual(["energy", "sensory", "emotions"]);
});

test("how much is changed from inside the visit, where people are", async () => {
  const { user, path } = await openAtTheTable({ page: "strands/energy", change: worry });
  await user.click(await screen.findByRole("button", { name: "How much: Today's worry" }));
  const dialog = within(screen.getByRole("dialog", { name: "How much today?" }));
  await user.click(dialog.getByRole("radio", { name: /^The whole picture/ }));
  await user.click(dialog.getByRole("button", { name: "Done" }));
  expect(path()).toContain("/strands/energy");
  expect(screen.getByRole("link", { name: /^Next: Focus|^Next: Attention/ })).toBeVisible();
  expect(rail().queryByRole("link", { name: /not one of today's lines/ })).not.toBeInTheDocument();
});

test("one page shows today's lines, and names the others with a way to each", async () => {
  await openAtTheTable({ page: "strands", change: worry });
  expect(await screen.findByRole("heading", { level: 1, name: "Today's lines" })).toBeVisible();
  expect(document.querySelectorAll("section[data-strand]")).toHaveLength(2);
  const others = screen.getByRole("heading", { name: "Not one of today's lines" }).parentElement ?? document.body;
  expect(within(others).getAllByRole("link")).toHaveLength(7);
});

test("the picture draws what was talked about, and says of the rest that it was not talked about this time", async () => {
  const { user } = await openAtTheTable({
    page: "picture",
    change: (visit) =>
      placeMark(
        worry(visit),
        { strandId: "energy", personId: mum, enteredBy: grace.id, atMs: 1 },
        { position: 30, input: "drag" },
      ),
  });
  await user.click(await screen.findByRole("button", { name: "Look at the picture" }));
  await screen.findByText("This is about today's worry, not all nine lines.");
  const drawn = () => [...document.querySelectorAll<HTMLElement>("[data-strand]")].map((row) => row.dataset["strand"]);
  expect(drawn()).toEqual(["energy", "sensory"]);
  expect(screen.getByText(/^Not talked about this time:/)).toHaveTextContent("Feelings");
  await user.click(screen.getByRole("button", { name: "Show as a table" }));
  expect(drawn()).toEqual(["energy", "sensory"]);
  expect(screen.getByText(/^Not talked about this time:/)).toBeVisible();
});
