import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { voiceIn } from "#core/visit/change-section";
import { amelia, dad, mum, openAtTheTable } from "../../support/at-the-table";

const open = (options: Partial<Parameters<typeof openAtTheTable>[0]> = {}) =>
  openAtTheTable({ page: "strands/attention", ...options });

const lineOf = (name: string) => screen.findByRole("slider", { name: `${name}'s mark` });
const choose = async (user: UserEvent, name: string) => {
  await user.click(screen.getByRole("button", { name: new RegExp(`^${name}`) }));
  return lineOf(name);
};
const markWithKeys = async (user: UserEvent, name: string, keys: string) => {
  (await choose(user, name)).focus();
  await user.keyboard(keys);
};

describe("HAZ-13 each marks an empty line", () => {
  test("what one has marked is not on another's line, nor anywhere on the page", async () => {
    const { user } = await open();
    await markWithKeys(user, "Amelia", "{End}");
    expect(await lineOf("Amelia")).toHaveAttribute("aria-valuenow", "100");
    expect(await choose(user, "Mum")).not.toHaveAttribute("aria-valuenow");
    expect(screen.queryByText(/at the very right/)).not.toBeInTheDocument();
  });

  test("marks are together only once each person here has marked, passed or said go on", async () => {
    const { user, kept } = await open();
    await markWithKeys(user, "Amelia", "{End}");
    await markWithKeys(user, "Mum", "{Home}");
    await choose(user, "Grace");
    await user.click(screen.getByRole("button", { name: "See them together" }));
    expect(
      screen.getByText("Not marked yet: Dad and Grace. Once the marks are together, everyone in the room sees them."),
    ).toBeVisible();
    expect(screen.queryByText(/at the very left/)).not.toBeInTheDocument();

    await user.click(screen.getByRole("button", { name: "They say go on" }));
    expect(await screen.findByText(/at the very left/)).toBeVisible();
    expect(screen.getByText(/at the very right/)).toBeVisible();
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();

    await markWithKeys(user, "Dad", "{ArrowRight}");
    const visit = await kept();
    expect(voiceIn(visit, "attention", dad).mark).toMatchObject({ seenBefore: [amelia, mum] });
    expect(voiceIn(visit, "attention", mum).mark).toMatchObject({ seenBefore: [] });
  });

  test("passing is an answer and never a position", async () => {
    const { user, kept } = await open();
    await lineOf("Amelia");
    await user.click(screen.getByRole("button", { name: "Pass" }));
    expect(screen.getByText("Amelia passes on this one.")).toBeVisible();
    expect(await lineOf("Amelia")).not.toHaveAttribute("aria-valuenow");
    await waitFor(async () => {
      expect(voiceIn(await kept(), "attention", amelia).mark.kind).toBe("passed");
    });
  });
});

describe("every way to mark", () => {
  test("five words place the mark, and it is kept that words placed it", async () => {
    const { user, kept } = await open();
    await lineOf("Amelia");
    await user.click(screen.getByText("Other ways to mark"));
    await user.click(screen.getByRole("radio", { name: "Mostly OK" }));
    expect(await lineOf("Amelia")).toHaveAttribute("aria-valuenow", "70");
    await waitFor(async () => {
      expect(voiceIn(await kept(), "attention", amelia).mark).toMatchObject({ position: 70, input: "words" });
    });
  });

  test.each(["101", "-1", "4.5", "twelve", "", "1e1"])(
    "the number %j is refused beside the field and the mark stays",
    async (typed) => {
      const { user } = await open();
      await markWithKeys(user, "Amelia", "{End}");
      await user.click(screen.getByText("Other ways to mark"));
      const field = screen.getByLabelText(/Or type where it stands/);
      if (typed !== "") await user.type(field, typed);
      await user.click(screen.getByRole("button", { name: "Place it" }));
      expect(field).toHaveAccessibleDescription(/Type a whole number from 0 to 100/);
      expect(await lineOf("Amelia")).toHaveAttribute("aria-valuenow", "100");
    },
  );

  test("a typed number places the mark", async () => {
    const { user } = await open();
    await lineOf("Amelia");
    await user.click(screen.getByText("Other ways to mark"));
    await user.type(screen.getByLabelText(/Or type where it stands/), "0{Enter}");
    expect(await lineOf("Amelia")).toHaveAttribute("aria-valuenow", "0");
  });

  test("HAZ-14 what is told through another person is said to be their understanding", async () => {
    const { user, kept } = await open();
    await markWithKeys(user, "Amelia", "{ArrowRight}");
    await user.click(screen.getByText("Other ways to mark"));
    await user.selectOptions(screen.getByLabelText("How was this mark made?"), "Told through someone");
    await user.selectOptions(screen.getByLabelText("Who understood it this way?"), "Dad");
    const said = "in the middle: “Sometimes OK, sometimes tricky”, as Dad understands it";
    expect(screen.getByText((_, element) => element?.textContent === `Amelia: ${said}`)).toBeVisible();
    expect(await lineOf("Amelia")).toHaveAttribute("aria-valuetext", said);
    await waitFor(async () => {
      expect(voiceIn(await kept(), "attention", amelia).mark).toMatchObject({ how: { kind: "told-through", by: dad } });
    });
  });

  test("a mark can be cleared, and clearing undone", async () => {
    const { user } = await open();
    await markWithKeys(user, "Amelia", "{Home}");
    await user.click(screen.getByRole("button", { name: "Clear" }));
    expect(await lineOf("Amelia")).not.toHaveAttribute("aria-valuenow");
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await lineOf("Amelia")).toHaveAttribute("aria-valuenow", "0");
  });

  test("no family reads a digit for a place", async () => {
    const { user } = await open();
    await markWithKeys(user, "Amelia", "{ArrowRight}{ArrowLeft}");
    expect(document.querySelector("[data-strand]")).not.toHaveTextContent(/\d/);
  });
});

describe("words", () => {
  test("each person's words are their own, and every one is kept", async () => {
    const { user, kept } = await open();
    await lineOf("Amelia");
    await user.type(screen.getByLabelText("What goes well"), "Building");
    await user.click(screen.getByRole("button", { name: /Pin as a strength/ }));
    await choose(user, "Mum");
    expect(screen.getByLabelText("What goes well")).toHaveValue("");
    await user.type(screen.getByLabelText("What is harder, and where"), "Waiting");
    await waitFor(async () => {
      const visit = await kept();
      expect(voiceIn(visit, "attention", amelia)).toMatchObject({ goesWell: "Building", strengthPinned: true });
      expect(voiceIn(visit, "attention", mum)).toMatchObject({ goesWell: "", harder: "Waiting" });
    });
    await choose(user, "Amelia");
    expect(screen.getByLabelText("What goes well")).toHaveValue("Building");
    expect(screen.getByRole("button", { name: /Pinned as a strength/ })).toHaveAttribute("aria-pressed", "true");
  });

  test("a strand with a pattern asks how it goes; others do not", async () => {
    await open({ page: "strands/sensory" });
    expect(await screen.findByLabelText("How it goes")).toBeVisible();
  });
});

test("a key that would send a form does not leave the page", async () => {
  await open();
  const form = (await screen.findByLabelText("What goes well")).closest("form")!;
  expect(fireEvent.submit(form)).toBe(false);
});

describe("examples", () => {
  const answerFirst = async (user: UserEvent, count: number, choice: string) => {
    await user.click(screen.getByRole("button", { name: "Open the examples" }));
    for (const radio of screen.getAllByRole("radio", { name: choice }).slice(0, count)) await user.click(radio);
  };

  test("nothing is suggested before the person has marked", async () => {
    const { user } = await open();
    await lineOf("Amelia");
    await answerFirst(user, 6, "Nearly always");
    expect(screen.queryByRole("button", { name: "Where do these answers sit?" })).not.toBeInTheDocument();
    expect(screen.getByText(/Mark the line first/)).toBeVisible();
  });

  test("after the mark it is shown when asked for, with its working, and never moves the mark", async () => {
    const { user } = await open();
    await markWithKeys(user, "Amelia", "{Home}");
    await answerFirst(user, 4, "Nearly always");
    expect(screen.queryByText(/answers sit about here/)).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Where do these answers sit?" }));
    expect(
      screen.getByText(
        /Amelia's answers sit about here: at the very right.*the one that counts\. From 4 of 6 examples\./,
      ),
    ).toBeVisible();
    expect(await lineOf("Amelia")).toHaveAttribute("aria-valuenow", "0");
  });

  test("too few answers say so", async () => {
    const { user } = await open();
    await markWithKeys(user, "Amelia", "{Home}");
    await answerFirst(user, 3, "Often");
    await user.click(screen.getByRole("button", { name: "Where do these answers sit?" }));
    expect(screen.getByText("Not enough answered, 3 of 6.")).toBeVisible();
  });

  test("what was answered is still chosen when the examples are opened again", async () => {
    const { user } = await open();
    await lineOf("Amelia");
    await user.click(screen.getByRole("button", { name: "Open the examples" }));
    const given = ["Often", "Does not apply", "Don't know", "Not asked"];
    for (const [index, choice] of given.entries())
      await user.click(screen.getAllByRole("radio", { name: choice })[index]!);
    await user.click(screen.getByRole("button", { name: "Close the examples" }));
    await user.click(screen.getByRole("button", { name: "Open the examples" }));
    const chosen = screen.getAllByRole<HTMLInputElement>("radio").filter((radio) => radio.checked);
    expect(chosen.map((radio) => radio.labels?.[0]?.textContent)).toEqual(given);
  });

  test("an area can turn suggestions off", async () => {
    const { user } = await open({ services: (real) => ({ area: { ...real.area, suggestions: false } }) });
    await markWithKeys(user, "Amelia", "{Home}");
    await answerFirst(user, 6, "Often");
    expect(screen.queryByRole("button", { name: "Where do these answers sit?" })).not.toBeInTheDocument();
  });
});

describe("HAZ-07 who should not see this", () => {
  test("what is kept from somebody in the room is in no shared view, and covered on its own line", async () => {
    const { user, kept } = await open();
    await markWithKeys(user, "Amelia", "{Home}");
    await user.click(screen.getByText("Who should not see this?", { selector: "summary" }));
    await user.click(screen.getByRole("checkbox", { name: "Mum" }));
    expect(screen.queryByRole("slider")).not.toBeInTheDocument();
    expect(screen.getByText("Amelia's line is covered while others look on.")).toBeVisible();

    await markWithKeys(user, "Mum", "{End}");
    await user.click(screen.getByRole("button", { name: "See them together" }));
    await user.click(screen.getByRole("button", { name: "They say go on" }));
    const section = document.querySelector<HTMLElement>('section[data-strand="attention"]');
    expect(within(section ?? document.body).queryByText(/at the very left/)).not.toBeInTheDocument();
    await waitFor(async () => {
      expect(voiceIn(await kept(), "attention", amelia).hiddenFrom).toEqual([mum]);
    });

    await user.click(screen.getByRole("button", { name: /^Amelia/ }));
    await user.click(screen.getByRole("button", { name: "Show Amelia's line" }));
    expect(await lineOf("Amelia")).toHaveAttribute("aria-valuenow", "0");
  });
});

test("HAZ-07 words that are kept from somebody in the room are covered too when there is no mark, and again each time", async () => {
  const { user } = await open();
  await lineOf("Amelia");
  await user.type(screen.getByLabelText("What is harder, and where"), "Loud voices");
  await user.click(screen.getByText("Who should not see this?", { selector: "summary" }));
  await user.click(screen.getByRole("checkbox", { name: "Dad" }));
  expect(screen.queryByDisplayValue("Loud voices")).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Show Amelia's line" }));
  expect(screen.getByDisplayValue("Loud voices")).toBeVisible();
  await choose(user, "Mum");
  await user.click(screen.getByRole("button", { name: /^Amelia/ }));
  expect(screen.queryByDisplayValue("Loud voices")).not.toBeInTheDocument();
});

test("HAZ-13 a mark made apart is covered when people come back to it while others have still to mark", async () => {
  const { user } = await open();
  await markWithKeys(user, "Amelia", "{End}");
  await choose(user, "Mum");
  await user.click(screen.getByRole("button", { name: /^Amelia/ }));
  expect(screen.queryByRole("slider")).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Show Amelia's line" }));
  expect(await lineOf("Amelia")).toHaveAttribute("aria-valuenow", "100");
});

test("HAZ-08 neither the chip nor the rail betrays that a hidden answer exists", async () => {
  const { user } = await open();
  await lineOf("Amelia");
  await user.click(screen.getByRole("button", { name: "Pass" }));
  expect(screen.getByRole("button", { name: /^Amelia/ })).toHaveTextContent("has answered");
  await user.click(screen.getByText("Who should not see this?", { selector: "summary" }));
  await user.click(screen.getByRole("checkbox", { name: "Mum" }));
  expect(screen.getByRole("button", { name: /^Amelia/ })).not.toHaveTextContent("has answered");
});

describe("together", () => {
  test("people may agree a mark, or that they see it differently, once the marks are together", async () => {
    const { user, kept } = await open();
    await markWithKeys(user, "Amelia", "{Home}");
    expect(screen.queryByRole("slider", { name: "The mark together" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "See them together" }));
    await user.click(screen.getByRole("button", { name: "They say go on" }));
    screen.getByRole("slider", { name: "The mark together" }).focus();
    await user.keyboard("{ArrowRight}");
    await waitFor(async () => {
      expect((await kept()).profile.sections["agreed/attention"]?.outcome).toMatchObject({
        kind: "placed",
        mark: { position: 50 },
      });
    });
    await user.click(screen.getByRole("button", { name: "We see this differently" }));
    expect(screen.getByText(/That is a finished answer/)).toBeVisible();
    await waitFor(async () => {
      expect((await kept()).profile.sections["agreed/attention"]?.outcome.kind).toBe("differently");
    });
  });

  test("two parents are told apart by their letters", async () => {
    const { user } = await open();
    await markWithKeys(user, "Mum", "{Home}");
    await markWithKeys(user, "Dad", "{Home}");
    await user.click(screen.getByRole("button", { name: "See them together" }));
    await user.click(screen.getByRole("button", { name: "They say go on" }));
    expect(screen.getAllByText("M").length).toBeGreaterThan(0);
    expect(screen.getAllByText("D").length).toBeGreaterThan(0);
  });
});

test("an address of no strand says that there is nothing here", async () => {
  await open({ page: "strands/handwriting" });
  expect(screen.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
