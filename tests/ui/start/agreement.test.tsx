import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { amelia, goOn, mum, nan, openStart, radio, tick } from "./open-start";

const understands = "Does Amelia understand what this is?";
const doubt = "Is there a doubt about today's decision?";
const steps = [
  "Can Amelia understand what this is?",
  "Can Amelia remember it for long enough to decide?",
  "Can Amelia weigh it up?",
  "Can Amelia tell us the decision, in any way?",
];
const aSeventeenYearOld = { bornOn: "2009-06-01" };

const box = (name: string) => screen.getByRole("textbox", { name });
const missing = async (user: UserEvent) => {
  await user.click(goOn());
  return within(await screen.findByRole("alert"));
};
const confirmAmeliaIsHere = async (user: UserEvent) => {
  await user.click(tick("Yes, this is Amelia"));
  await user.click(tick("Amelia"));
};

describe("what this is", () => {
  test("the purpose and the limit of privacy are there in their fixed words, and that it was said is asked for", async () => {
    const { user, keptAgreement } = await openStart();
    expect(screen.getByText(/^To record a shared conversation .* saying no to an assessment\.$/)).toBeVisible();
    expect(
      screen.getByText(
        "If I think you or someone else is not safe, I have to tell someone who can help. I will try to tell you first.",
      ),
    ).toBeVisible();
    const summary = await missing(user);
    await user.click(summary.getByText("Say how far privacy goes, and tick that you said it"));
    expect(tick("I have said this")).toHaveFocus();
    await user.keyboard(" ");
    await waitFor(async () => {
      expect((await keptAgreement()).privacyLimitSaid).toBe(true);
    });
  });
});

describe("under 16", () => {
  test("a child who understands decides, in words that must be written; then the lines open", async () => {
    const { user, path, profileId, keptAgreement } = await openStart();
    await confirmAmeliaIsHere(user);
    await user.click(tick("I have said this"));
    expect((await missing(user)).getAllByRole("button").map((each) => each.textContent)).toEqual([
      "Say whether Amelia understands what this is",
    ]);

    await user.click(radio(understands, "Yes"));
    expect(screen.getByText("Then it is for Amelia to decide.")).toBeVisible();
    await user.click(radio("What does Amelia say?", "Yes"));
    const summary = await missing(user);
    expect(summary.getAllByRole("button")).toHaveLength(1);
    await user.click(summary.getByText("Write the words it was said in"));
    expect(box("In Amelia's words")).toHaveFocus();
    await user.keyboard("OK, if I can draw.");
    await waitFor(async () => {
      expect(await keptAgreement()).toMatchObject({
        understands: "yes",
        decision: "yes",
        words: "OK, if I can draw.",
        decidedById: amelia,
      });
    });
    await user.click(goOn());
    await waitFor(() => {
      expect(path()).toBe(`/profiles/${profileId}/strands/communication`);
    });
  });

  test("for a child who does not understand yet an adult decides, parental responsibility first, and the wish is still asked", async () => {
    const { user, keptAgreement } = await openStart();
    await user.click(radio(understands, "No"));
    const who = within(screen.getByRole("group", { name: "Who decides?" }));
    expect(who.getAllByRole("radio").map((each) => each.getAttribute("aria-describedby") !== null)).toEqual([
      true,
      true,
      true,
    ]);
    expect(who.getAllByRole("radio").map((each) => (each as HTMLInputElement).labels?.[0]?.textContent)).toEqual([
      "Dadhas parental responsibility",
      "Mumparental responsibility not written down",
      "Nanno parental responsibility",
    ]);
    expect((await missing(user)).getByText("Choose who decides")).toBeVisible();

    await user.click(who.getByRole("radio", { name: "Dad" }));
    expect(screen.queryByText(/It is not written down/)).not.toBeInTheDocument();
    await user.click(radio("What does Dad say?", "Yes"));
    await user.type(box("In Dad's words"), "Please go ahead.");
    await user.type(box("What would Amelia like?"), "Not too long.");
    await waitFor(async () => {
      expect(await keptAgreement()).toMatchObject({
        decision: "yes",
        words: "Please go ahead.",
        childWish: "Not too long.",
      });
    });
  });

  test("someone without parental responsibility is met with a kind word, and not stopped", async () => {
    const { user, keptAgreement } = await openStart();
    await user.click(radio(understands, "No"));
    await user.click(screen.getByRole("radio", { name: "Nan" }));
    expect(screen.getByText(/^It is not written down that Nan has parental responsibility\./)).toBeVisible();
    await user.click(screen.getByRole("radio", { name: "Mum" }));
    expect(screen.getByText(/^It is not written down that Mum has parental responsibility\./)).toBeVisible();
    await waitFor(async () => {
      expect((await keptAgreement()).decidedById).toBe(mum);
    });
  });

  test("a child's yes is not passed on to an adult: it is asked again, and the child's words become the wish", async () => {
    const { user, keptAgreement } = await openStart();
    await user.click(radio(understands, "Yes"));
    await user.click(radio("What does Amelia say?", "Yes"));
    await user.type(box("In Amelia's words"), "Want to draw");
    await user.click(radio(understands, "No"));
    expect(radio("What is the answer?", "Yes")).not.toBeChecked();
    expect(box("In their words")).toHaveValue("");
    expect(box("What would Amelia like?")).toHaveValue("Want to draw");
    await waitFor(async () => {
      expect(await keptAgreement()).toMatchObject({ decision: "undecided", words: "", childWish: "Want to draw" });
    });
  });
});

describe("from 16", () => {
  test("a young person is presumed able and decides", async () => {
    const { user, keptAgreement } = await openStart(aSeventeenYearOld);
    expect(screen.queryByRole("group", { name: understands })).not.toBeInTheDocument();
    expect(screen.getByText("Amelia is 16 or over. It is Amelia's own decision.")).toBeVisible();
    expect(radio(doubt, "No")).toBeChecked();
    await user.click(radio("What does Amelia say?", "Yes"));
    await waitFor(async () => {
      expect(await keptAgreement()).toMatchObject({ decision: "yes", decidedById: amelia, capacityDoubt: false });
    });
  });

  test("a doubt opens the four steps; with each a yes it stays their own decision", async () => {
    const { user } = await openStart(aSeventeenYearOld);
    await user.click(radio(doubt, "Yes"));
    expect(screen.queryByRole("group", { name: "What does Amelia say?" })).not.toBeInTheDocument();
    await user.click(radio(steps[0]!, "Yes"));
    const summary = await missing(user);
    await user.click(summary.getByText("Answer each of the four questions"));
    expect(radio(steps[1]!, "Yes")).toHaveFocus();
    for (const step of steps) await user.click(radio(step, "Yes"));
    expect(screen.getByText("Then it is Amelia's own decision.")).toBeVisible();
    expect(screen.getByRole("group", { name: "What does Amelia say?" })).toBeVisible();
  });

  test("a step that is a no leads to best interests: who decided with whom, in words, and the wish", async () => {
    const { user, keptAgreement } = await openStart(aSeventeenYearOld);
    await user.click(radio(doubt, "Yes"));
    for (const step of steps) await user.click(radio(step, step === steps[2] ? "No" : "Yes"));
    await user.type(box("What help was given?"), "Pictures, and a day to think.");
    expect(screen.getByText(/decided in Amelia's best interests/)).toBeVisible();
    await user.click(
      within(screen.getByRole("group", { name: "Who makes the decision today?" })).getByLabelText("Nan"),
    );
    await user.click(radio("What is decided?", "Yes"));
    expect((await missing(user)).getByText("Write the words it was said in")).toBeVisible();
    await user.type(box("Who decided with whom, and why"), "Nan with Miss Ionescu.");
    await user.type(box("What would Amelia like?"), "Music on.");
    await waitFor(async () => {
      expect(await keptAgreement()).toMatchObject({
        capacityDoubt: true,
        capacitySteps: { understand: true, remember: true, weigh: false, tell: true },
        capacityHelp: "Pictures, and a day to think.",
        decidedById: nan,
        decision: "yes",
        words: "Nan with Miss Ionescu.",
        childWish: "Music on.",
      });
    });
  });
});

describe("a no", () => {
  const sayNo = async (user: UserEvent) => {
    await user.click(radio(understands, "Yes"));
    await user.click(radio("What does Amelia say?", "No"));
    await user.type(box("In Amelia's words"), "Not today.");
  };

  test("is fine: nothing more is asked, the one action leaves the visit, the no and its words are kept", async () => {
    const { user, path, profileId, services } = await openStart();
    await user.type(box("What does Amelia love?"), "drums");
    await sayNo(user);
    expect(screen.getByText("That is fine. No profile is made today.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Go to the nine lines" })).not.toBeInTheDocument();
    expect(screen.queryByRole("group", { name: understands })).not.toBeInTheDocument();
    expect(screen.queryByRole("textbox", { name: "What does Amelia love?" })).not.toBeInTheDocument();

    const leave = screen.getAllByRole("button", { name: "Leave the visit" });
    await user.click(leave.at(-1)!);
    await waitFor(() => {
      expect(path()).toBe("/");
    });
    expect(await services.store.drafts.load(profileId)).toMatchObject({
      ok: true,
      value: {
        body: {
          left: true,
          profile: {
            sections: { agreement: { decision: "no", words: "Not today." }, [`loves/${amelia}`]: { loves: "drums" } },
          },
        },
      },
    });
  });

  test("is turned into a yes only on purpose, and stays on the record in its words", async () => {
    const { user, keptAgreement } = await openStart();
    await sayNo(user);
    await user.click(radio("What does Amelia say?", "Yes"));
    const dialog = within(screen.getByRole("dialog", { name: "Has the answer changed?" }));
    await user.click(dialog.getByRole("button", { name: "Keep the no" }));
    expect(radio("What does Amelia say?", "No")).toBeChecked();
    await waitFor(async () => {
      expect(await keptAgreement()).toMatchObject({ decision: "no", words: "Not today." });
    });

    await user.click(radio("What does Amelia say?", "Yes"));
    await user.click(screen.getByRole("button", { name: "Yes, the answer has changed" }));
    expect(radio("What does Amelia say?", "Yes")).toBeChecked();
    expect(box("In Amelia's words")).toHaveValue("");
    expect(screen.getByText("Earlier the answer was no: “Not today.”")).toBeVisible();
    await waitFor(async () => {
      expect(await keptAgreement()).toMatchObject({
        decision: "yes",
        words: "",
        earlierNos: [{ words: "Not today." }],
      });
    });
    expect((await missing(user)).getByText("Write the words it was said in")).toBeVisible();
  });
});
