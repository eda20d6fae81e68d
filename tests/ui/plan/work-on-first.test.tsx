import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { workedOnFirst } from "#core/plan/work-on-first";
import type { Visit } from "#core/schema/visit";
import { changeVoice } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import { seeEverythingTogether } from "#core/visit/together";
import { amelia, dad, mum, openAtTheTable } from "../../support/at-the-table";
import { grace, ndProfile } from "../../support/test-device";

const strandIds = ndProfile.structure.strands.map((strand) => strand.id);
const FEELINGS = "Feelings and worries";
const FOCUS = "Focus, waiting and finishing";
const ENERGY = "Energy and rest";
const PLAY = "People, play and friendship";

type Places = Readonly<Record<string, Readonly<Record<string, number>>>>;

const marked = (visit: Visit, places: Places): Visit =>
  Object.entries(places).reduce(
    (all, [strandId, byPerson]) =>
      Object.entries(byPerson).reduce(
        (one, [personId, position]) =>
          placeMark(one, { strandId, personId, enteredBy: grace.id, atMs: 1 }, { position, input: "drag" }),
        all,
      ),
    visit,
  );
const seen = (places: Places) => (visit: Visit) => seeEverythingTogether(marked(visit, places), strandIds, 2);
const open = (places: Places) => openAtTheTable({ page: "plan", change: seen(places) });

const card = () => screen.getByRole("region", { name: "What to work on first" });
const strand = (name: string) => within(card()).getByRole("checkbox", { name });
const order = () =>
  within(within(card()).getByRole("list", { name: "Chosen, in this order" }))
    .getAllByRole("listitem")
    .map((item) => item.querySelector("span + span")?.textContent);
/** What is on the card, without the ids that React gives anew to every page. */
const drawn = () => card().innerHTML.replaceAll(/_r_\w+_/g, "");
const tick = async (user: UserEvent, ...names: readonly string[]) => {
  for (const name of names) await user.click(strand(name));
};

describe("what is offered", () => {
  test("the lines furthest to the left are named as an offer, and nothing is chosen by it", async () => {
    await open({ emotions: { [amelia]: 20 }, attention: { [amelia]: 30, [mum]: 34 }, social: { [amelia]: 80 } });
    const said = within(card()).getByText("Offered first, because the marks stand furthest to the left:");
    expect(
      within(said.parentElement ?? card())
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual([FEELINGS, FOCUS]);
    expect(strand(FEELINGS)).toHaveAccessibleDescription(/^offered first/);
    expect(within(card()).getAllByRole("checkbox", { checked: false })).toHaveLength(9);
  });

  test("lines that people see differently are named apart from the offer", async () => {
    await open({ emotions: { [amelia]: 20 }, attention: { [amelia]: 80, [mum]: 30 } });
    const said = within(card()).getByText(/^Seen differently by different people/);
    expect(
      within(said.parentElement ?? card())
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual([FOCUS]);
    expect(strand(FOCUS)).toHaveAccessibleDescription(/^seen differently/);
  });

  test("much the same is said as such, by name", async () => {
    await open(Object.fromEntries(strandIds.map((strandId) => [strandId, { [amelia]: 30 }])));
    expect(card()).toHaveTextContent("The lines are much the same. Choose by what matters most to Amelia.");
    expect(screen.queryByText("offered first")).not.toBeInTheDocument();
  });

  test("nothing offered is said kindly, and all nine can still be chosen", async () => {
    const { user, kept } = await open({ social: { [amelia]: 80 } });
    expect(card()).toHaveTextContent("Choose what matters most to Amelia, or leave this open.");
    await tick(user, PLAY);
    expect(workedOnFirst(await kept())).toEqual(["social"]);
  });
});

describe("choosing", () => {
  test("up to three, kept in the order of choosing, with the reason beside the fourth", async () => {
    const { user, kept } = await open({});
    await tick(user, FEELINGS, FOCUS, ENERGY, PLAY);
    expect(workedOnFirst(await kept())).toEqual(["emotions", "attention", "energy"]);
    expect(strand(PLAY)).not.toBeChecked();
    expect(strand(PLAY)).toHaveAccessibleDescription(
      /Three are chosen already\. Take one away, then choose this one\./,
    );
    expect(screen.getByRole("alert")).toBeVisible();
  });

  test("taking one away takes the reason away and makes room", async () => {
    const { user, kept } = await open({});
    await tick(user, FEELINGS, FOCUS, ENERGY, PLAY, FOCUS);
    expect(screen.queryByText(/Three are chosen already/)).not.toBeInTheDocument();
    await tick(user, PLAY);
    expect(workedOnFirst(await kept())).toEqual(["emotions", "energy", "social"]);
  });

  test("the order can be changed, and focus stays with what moved", async () => {
    const { user, kept } = await open({});
    await tick(user, FEELINGS, FOCUS, ENERGY);
    await user.click(screen.getByRole("button", { name: `Move up: ${ENERGY}` }));
    expect(order()).toEqual([FEELINGS, ENERGY, FOCUS]);
    expect(document.activeElement).toHaveTextContent(ENERGY);
    expect(screen.getByText(`${ENERGY} is now number 2.`)).toHaveRole("status");
    expect(workedOnFirst(await kept())).toEqual(["emotions", "energy", "attention"]);
    expect(screen.queryByRole("button", { name: `Move up: ${FEELINGS}` })).not.toBeInTheDocument();
  });
});

describe("HAZ-13 what this page shows of others' marks", () => {
  test("before they are seen together: nothing drawn, nothing derived, and the way leads to where people are asked", async () => {
    await openAtTheTable({
      page: "plan",
      change: (visit) => marked(visit, { emotions: { [amelia]: 20 }, attention: { [amelia]: 80, [mum]: 30 } }),
    });
    expect(card()).toHaveTextContent("Some marks have not been seen together yet.");
    expect(screen.queryByText("offered first")).not.toBeInTheDocument();
    expect(screen.queryByText("seen differently")).not.toBeInTheDocument();
    expect(screen.queryByText(/left of the middle|far to the/)).not.toBeInTheDocument();
    expect(screen.queryByRole("link", { name: "See the picture" })).not.toBeInTheDocument();
    for (const link of screen.getAllByRole("link", { name: "Back to the lines" })) {
      expect(link).toHaveAttribute("href", expect.stringMatching(/\/strands$/));
    }
  });

  test("HAZ-08 a mark kept from somebody in the room leaves no trace, not in the offer either", async () => {
    const places: Places = { attention: { [mum]: 40 } };
    const hidden = (visit: Visit): Visit =>
      changeVoice(marked(visit, { attention: { [dad]: 90 }, energy: { [dad]: 5 } }), "attention", dad, {
        hiddenFrom: [mum],
      });
    const withHidden = await openAtTheTable({
      page: "plan",
      change: (visit) => seen(places)(changeVoice(hidden(visit), "energy", dad, { hiddenFrom: [amelia] })),
    });
    const withIt = drawn();
    withHidden.close();
    await open(places);
    expect(drawn()).toBe(withIt);
  });
});
