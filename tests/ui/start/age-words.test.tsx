import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { AgeBand } from "#core/schema/age-band";
import type { Visit } from "#core/schema/visit";
import { changeVoice, emptyHere, withSection } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import { grace } from "../../support/test-device";
import { amelia, mum, openStart, radio, type StartToOpen } from "./open-start";

const QUESTION = "Which words fit best?";
const KEPT = /Marks that are already there stay/;

const marked = (visit: Visit): Visit =>
  placeMark(
    withSection(visit, "here", { ...emptyHere, rightChild: true, presentIds: [amelia, mum, grace.id] }),
    { strandId: "attention", personId: amelia, enteredBy: grace.id, atMs: 1 },
    { position: 68, input: "drag" },
  );
const hiddenFromMum = (visit: Visit): Visit => changeVoice(marked(visit), "attention", amelia, { hiddenFrom: [mum] });

describe("the words for this age", () => {
  test.each([
    ["2026-01-20", "Under 2"],
    ["2023-10-02", "2 to school age"],
    ["2018-03-31", "Primary school"],
    ["2013-05-05", "Secondary school"],
    ["2004-06-01", "16 to 25"],
  ])("of a child born on %s are those for %s, and nothing is said to be missing", async (bornOn, band) => {
    await openStart({ bornOn });
    expect(radio(QUESTION, new RegExp(`^${band} \\(offered for Amelia's age\\)$`))).toBeChecked();
    expect(screen.getAllByText(/offered for Amelia's age/)).toHaveLength(1);
    expect(screen.queryByText(/not here yet/)).not.toBeInTheDocument();
  });

  test("can be another age's, and that is kept", async () => {
    const { user, kept } = await openStart();
    await user.click(radio(QUESTION, "Secondary school"));
    await waitFor(async () => {
      expect((await kept()).profile.sections.frame.band).toBe("secondary");
    });
  });
});

test("a baby in the first year has no nought beside their name", async () => {
  await openStart({ bornOn: "2026-01-20" });
  expect(screen.getByRole("banner")).toHaveTextContent("Amelia");
  expect(screen.getByRole("banner")).not.toHaveTextContent(/\b0\b/);
});

describe("chosen anew when marks are there already", () => {
  test("they stay where they are, and it is said that they do", async () => {
    const { user, kept } = await openStart({ change: marked });
    expect(screen.getByText(KEPT)).toBeVisible();
    await user.click(radio(QUESTION, "Secondary school"));
    await waitFor(async () => {
      const { sections } = (await kept()).profile;
      expect(sections.frame.band).toBe("secondary");
      expect(sections[`voice/attention/${amelia}`]?.mark).toMatchObject({ position: 68, band: "primary" });
    });
  });

  test("nothing is said of it before anybody has marked", async () => {
    await openStart();
    expect(screen.queryByText(KEPT)).not.toBeInTheDocument();
  });

  test("HAZ-08 nor where the only mark is kept from somebody in the room", async () => {
    await openStart({ change: hiddenFromMum });
    expect(radio(QUESTION, /^Primary school/)).toBeChecked();
    expect(screen.queryByText(KEPT)).not.toBeInTheDocument();
  });
});

describe("a questionnaire that has not every age", () => {
  const withBands =
    (...bands: readonly AgeBand[]): NonNullable<StartToOpen["services"]> =>
    (real) => ({
      loadInstrument: async (ref, language) => {
        const instrument = await real.loadInstrument(ref, language);
        return { ...instrument, structure: { ...instrument.structure, bands: [...bands] } };
      },
    });

  test("says plainly which words are here in place of those that are not", async () => {
    await openStart({
      services: withBands("primary"),
      bornOn: "2012-01-01",
      change: (visit) => withSection(visit, "frame", { ...visit.profile.sections.frame, band: "primary" }),
    });
    expect(
      screen.getByText("The words for this age are not here yet. These are the ones for primary school."),
    ).toBeVisible();
  });

  test("offers no choice where there is none", async () => {
    await openStart({ services: withBands("primary") });
    expect(screen.getByText("The lines use the words for primary school.")).toBeVisible();
    expect(screen.queryByRole("group", { name: QUESTION })).not.toBeInTheDocument();
  });
});
