import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import type { Visit } from "#core/schema/visit";
import { changeBand, chooseBandOn } from "#core/visit/change-band";
import { changeVoice, voiceIn } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import { amelia, mum, openAtTheTable } from "../../support/at-the-table";
import { grace } from "../../support/test-device";

const open = (change: (visit: Visit) => Visit = (visit) => visit) =>
  openAtTheTable({ page: "strands/attention", change });
const lineOf = (name: string) => screen.findByRole("slider", { name: `${name}'s mark` });
const choose = async (user: UserEvent, name: string) => {
  await user.click(screen.getByRole("button", { name: new RegExp(`^${name}`) }));
  return lineOf(name);
};
const openAges = (user: UserEvent, band: string) => user.click(screen.getByText(`The words here are for: ${band}`));
const seeTogether = async (user: UserEvent) => {
  await user.click(screen.getByRole("button", { name: "See them together" }));
  await user.click(screen.getByRole("button", { name: "They say go on" }));
  await screen.findByRole("heading", { name: "A mark together" });
};

const marked = (personId: string) => (visit: Visit) =>
  placeMark(visit, { strandId: "attention", personId, enteredBy: grace.id, atMs: 1 }, { position: 68, input: "drag" });

describe("the words of another age on one line", () => {
  test("are chosen there, stand under the line and in the examples, and are kept", async () => {
    const { user, kept } = await open();
    await choose(user, "Mum");
    expect(screen.getByText("Small steps, reminders and chances to move help with some tasks.")).toBeVisible();
    await openAges(user, "Primary school");
    expect(await screen.findByRole("radio", { name: /^Primary school ?\(chosen for this visit\)$/ })).toBeChecked();
    await user.click(screen.getByRole("radio", { name: "2 to school age" }));
    expect(
      screen.getByText("Help to start, a picture or a shorter wait is enough with some games and jobs."),
    ).toBeVisible();
    expect(screen.getByText("The words here are for: 2 to school age")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Open the examples" }));
    expect(screen.getByRole("group", { name: /Gets into play they like/ })).toBeVisible();
    await waitFor(async () => {
      expect((await kept()).profile.sections["talk/attention"]?.descriptionsBand).toBe("early-years");
    });
  });

  test("go back to the visit's own, and nothing of the choice stays", async () => {
    const { user, kept } = await open((visit) => chooseBandOn(visit, "attention", "early-years"));
    await lineOf("Amelia");
    await openAges(user, "2 to school age");
    await user.click(await screen.findByRole("radio", { name: /^Primary school/ }));
    await waitFor(async () => {
      expect((await kept()).profile.sections["talk/attention"]?.descriptionsBand).toBeUndefined();
    });
  });

  test("leave a mark where it is; its line says beside whose words it was made, until it is moved", async () => {
    const { user } = await open();
    (await choose(user, "Mum")).focus();
    await user.keyboard("{End}");
    await openAges(user, "Primary school");
    await user.click(await screen.findByRole("radio", { name: "Secondary school" }));
    expect(await lineOf("Mum")).toHaveAttribute("aria-valuenow", "100");
    expect(screen.getByText("When Mum marked, the words here were for: Primary school.")).toBeVisible();
    (await lineOf("Mum")).focus();
    await user.keyboard("{ArrowLeft}");
    expect(screen.queryByText(/When Mum marked/)).not.toBeInTheDocument();
  });
});

describe("once the marks are together", () => {
  const changed = (visit: Visit): Visit => changeBand(marked(mum)(visit), "secondary");

  test("it is said whose was made beside other words", async () => {
    const { user } = await open(changed);
    await seeTogether(user);
    expect(screen.getByText("When Mum marked, the words here were for: Primary school.")).toBeVisible();
  });

  test("HAZ-08 and nothing is said of a mark that somebody in the room may not see", async () => {
    const { user } = await open((visit) => changeVoice(changed(visit), "attention", mum, { hiddenFrom: [amelia] }));
    await seeTogether(user);
    expect(screen.queryByText(/the words here were for/)).not.toBeInTheDocument();
    expect(screen.getByText("The words here are for: Secondary school")).toBeVisible();
  });
});

describe("not yet", () => {
  const openExamples = async (user: UserEvent) => {
    await screen.findByRole("slider");
    await user.click(screen.getByRole("button", { name: "Open the examples" }));
  };

  test("HAZ-04 is offered under school age with what a child learns to do, and kept beside its nought", async () => {
    const { user, kept } = await open((visit) => changeBand(visit, "early-years"));
    await openExamples(user);
    const offered = screen.getAllByRole("radio", { name: "Not yet" });
    expect(offered.map((each) => each.closest("fieldset")?.querySelector("legend")?.textContent)).toEqual([
      "Finishes something short, such as a song, a page or a small puzzle, with company.",
      "Waits a short while for a turn, with something to do, moving as they like.",
      "Stops near a road, water or something hot, with a hand or a reminder.",
    ]);
    await user.click(offered[0]!);
    await waitFor(async () => {
      expect(voiceIn(await kept(), "attention", amelia).answersByPromptId).toEqual({
        "attention.early-years.finishing": { kind: "answered", choice: "not-yet", points: 0 },
      });
    });
  });

  test("HAZ-04 is told in the working of a suggestion, and only there where it was said", async () => {
    const { user } = await open((visit) => changeBand(marked(amelia)(visit), "early-years"));
    await user.click(await screen.findByRole("button", { name: "Show Amelia's line" }));
    await openExamples(user);
    for (const radio of screen.getAllByRole("radio", { name: "Often" })) await user.click(radio);
    await user.click(screen.getByRole("button", { name: "Where do these answers sit?" }));
    expect(screen.getByText(/middle ground/)).not.toHaveTextContent("Not yet");
    await user.click(screen.getAllByRole("radio", { name: "Not yet" })[0]!);
    expect(screen.getByText(/middle ground/)).toHaveTextContent("“Not yet” counts on the left, like “hardly ever”");
  });

  test("is never offered at school age", async () => {
    const { user } = await open();
    await openExamples(user);
    expect(screen.getAllByRole("radio", { name: "Nearly always" })).toHaveLength(6);
    expect(screen.queryByRole("radio", { name: "Not yet" })).not.toBeInTheDocument();
  });
});

test("HAZ-14 with a baby in the room no line of the baby's own is open before somebody chooses it", async () => {
  const { user } = await open((visit) => changeBand(visit, "under-2"));
  expect(await lineOf("Mum")).toBeVisible();
  expect(await choose(user, "Amelia")).toBeVisible();
});
