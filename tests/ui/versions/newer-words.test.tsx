import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { earlierIn } from "#core/questionnaire/versions/earlier";
import { err } from "#core/result";
import { PageSection } from "#core/schema/page";
import type { Visit } from "#core/schema/visit";
import { changeBand } from "#core/visit/change-band";
import { changeVoice, voiceIn, withSection } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import type { Services } from "../../../src/ui/app/services";
import { amelia, dad, mum, openAtTheTable } from "../../support/at-the-table";
import { evenings, eveningsStructure, eveningsWording } from "../../support/made-up-questionnaire";
import { loadQuestionnaire } from "#core/questionnaire/load-questionnaire";
import { put } from "../../support/changed";
import { shelfOf } from "../../support/shelf-of";
import { createVersionsHere } from "../../../src/ui/app/versions-here";
import { ndProfile } from "../../support/nd-profile";
import { CHANGED, newerNdProfile } from "../../support/newer-nd-profile";
import { renderApp } from "../../support/render-app";
import { grace } from "../../support/test-device";
import { valueOf } from "../../support/value-of";
import { canaryDraft, leavesOf } from "./canary-draft";

const second = newerNdProfile();

const withSecond =
  (next = second) =>
  (): Partial<Services> => ({
    versionsHere: async (id) => (id === "nd-profile" ? [1, 2] : []),
    loadInstrument: async (ref) => (ref !== "current" && ref.version === 2 ? next : ndProfile),
  });

const open = (change: (visit: Visit) => Visit = canaryDraft, page = "newer-words", next = second) =>
  openAtTheTable({ page, change, services: withSecond(next) });

const draftOn = async (services: Services, profileId: string): Promise<Visit> => {
  const draft = await services.store.drafts.load(profileId);
  if (!draft.ok || draft.value.kind !== "visit") throw new Error("the visit is not on the device");
  return draft.value.body;
};
const move = async ({ user }: { user: { click: (element: Element) => Promise<void> } }) => {
  await user.click(await screen.findByRole("button", { name: "Move to the new words" }));
  await screen.findByRole("heading", { name: "This visit has the newer words" });
};
const sectionsOf = ({ profile }: Visit) => Object.entries(profile.sections as object) as [string, object][];

describe("newer words are shown before anything is moved", () => {
  test("a quiet line in the visit leads to what changes, word for word, before beside after", async () => {
    const { user, path, services, profileId } = await open(canaryDraft, "strands/energy");
    const before = await draftOn(services, profileId);
    await user.click(await screen.findByRole("link", { name: "There are newer words" }));
    await screen.findByRole("heading", { level: 1, name: "There are newer words" });
    expect(path()).toContain("/newer-words");

    const changes = screen.getByRole("heading", { name: "What changes in the words" }).parentElement ?? document.body;
    const text = changes.textContent;
    const { strands, choices } = ndProfile.wording;
    for (const words of [
      strands["communication"]?.prompts[CHANGED.removed],
      strands["social"]?.prompts[CHANGED.reworded],
      strands["energy"]?.descriptions.primary?.left,
      choices[CHANGED.choice],
      CHANGED.addedWords,
      CHANGED.rewordedWords,
      CHANGED.description,
      CHANGED.choiceWords,
      "This example now reads the other way round",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/new.*taken away|taken away.*new/s);
    expect(await draftOn(services, profileId)).toMatchObject({ profile: before.profile });
  });

  test("what becomes of each thing said is named, and what was said is not shown", async () => {
    await open();
    const becomes = (await screen.findByRole("heading", { name: "What becomes of what was said" })).parentElement;
    const list = (name: RegExp) =>
      within(within(becomes!).getByText(name).parentElement!)
        .getAllByRole("listitem", { hidden: true })
        .map(({ textContent }) => textContent);
    expect(list(/^Stays in its place, under other words/)).toContain("Mum, Energy and rest: the mark");
    expect(list(/^Stays in its place, under other words/)).toContain(
      "Together, Energy and rest: what was placed together",
    );
    const removed = ndProfile.wording.strands["communication"]?.prompts[CHANGED.removed] ?? "";
    expect(list(/^Has no place/)).toContain(`Dad, Talking, listening and being understood: “${removed}”`);
    expect(list(/^Stays as it is/)).toContain("Amelia, Moving and using hands: the mark");
    expect(screen.getByRole("main")).not.toHaveTextContent("canary");
  });

  test("staying with these words changes nothing, and goes back to where people were", async () => {
    const { user, path, services, profileId } = await open(canaryDraft, "strands/energy");
    const before = await draftOn(services, profileId);
    await user.click(await screen.findByRole("link", { name: "There are newer words" }));
    await user.click(await screen.findByRole("link", { name: "Stay with these words" }));
    expect(path()).toContain("/strands/energy");
    expect((await draftOn(services, profileId)).profile).toEqual(before.profile);
  });

  test("HAZ-07 what is kept from somebody in the room leaves no trace in the preview", async () => {
    const marked = (visit: Visit): Visit =>
      placeMark(
        visit,
        { strandId: "energy", personId: mum, enteredBy: grace.id, atMs: 1 },
        { position: 30, input: "drag" },
      );
    const hidden = await open((visit) =>
      changeVoice(
        placeMark(
          marked(visit),
          { strandId: "energy", personId: dad, enteredBy: grace.id, atMs: 2 },
          { position: 60, input: "drag" },
        ),
        "energy",
        dad,
        { hiddenFrom: [mum], harder: "Secret words" },
      ),
    );
    await screen.findByText("Mum, Energy and rest: the mark");
    const withIt = screen.getByRole("main").innerHTML;
    expect(withIt).not.toContain("Dad");
    hidden.close();
    await open(marked);
    await screen.findByText("Mum, Energy and rest: the mark");
    expect(screen.getByRole("main").innerHTML).toBe(withIt);
  });
});

describe("the draft is moved", () => {
  test("HAZ-02 and every word of it is found after, in its place or with the words that it answered", async () => {
    const opened = await open();
    const before = await draftOn(opened.services, opened.profileId);
    await move(opened);
    const after = await draftOn(opened.services, opened.profileId);
    expect(after.profile.sections.frame.instrument).toEqual({ id: "nd-profile", version: 2, language: "en-GB" });
    const now = new Map(sectionsOf(after));
    for (const [sectionId, section] of sectionsOf(before)) {
      if (sectionId === "frame") continue;
      const found = leavesOf(now.get(sectionId));
      for (const leaf of leavesOf(section)) expect(found, sectionId).toContain(leaf);
    }
    for (const words of JSON.stringify(before).match(/\w+ canary \d+/g) ?? []) {
      expect(JSON.stringify({ ...after, beforeMove: undefined })).toContain(`"${words}"`);
    }
    const mums = earlierIn(voiceIn(after, "communication", mum));
    expect(mums.find(({ key }) => key === CHANGED.removed)).toMatchObject({
      question: ndProfile.wording.strands["communication"]?.prompts[CHANGED.removed],
      answer: voiceIn(before, "communication", mum).answersByPromptId[CHANGED.removed],
    });
    const turned = earlierIn(voiceIn(after, "attention", mum)).find(({ key }) => key === CHANGED.turned);
    expect(turned?.answer).toEqual(voiceIn(before, "attention", mum).answersByPromptId[CHANGED.turned]);
    expect(voiceIn(after, "attention", mum).answersByPromptId).not.toHaveProperty(CHANGED.turned);
    expect(after.plan).toEqual(before.plan);
  });

  test("what there is to look at leads to its place, with what was asked then; what still fits is not shown again", async () => {
    const opened = await open((visit) =>
      placeMark(
        visit,
        { strandId: "energy", personId: mum, enteredBy: grace.id, atMs: 1 },
        { position: 30, input: "drag" },
      ),
    );
    const { user, path } = opened;
    await move(opened);
    await user.click(screen.getByRole("link", { name: "Go to the line" }));
    expect(path()).toContain("/strands/energy");
    await screen.findByRole("heading", { name: "Energy and rest" });
    const uncover = screen.queryByRole("button", { name: "Show Mum's line" });
    if (uncover !== null) await user.click(uncover);
    expect(screen.getByRole("slider", { name: "Mum's mark" })).toBeVisible();
    const card = screen.getByRole("heading", { name: "Said under earlier words" }).closest("section") ?? document.body;
    await waitFor(() => {
      expect(card).toHaveTextContent(ndProfile.wording.strands["energy"]?.descriptions.primary?.left ?? "");
    });
    expect(card).toHaveTextContent(CHANGED.description);
    expect(card).not.toHaveTextContent(/\b30\b/);
    await user.click(within(card).getByRole("button", { name: "It still fits" }));
    expect(screen.queryByRole("heading", { name: "Said under earlier words" })).not.toBeInTheDocument();
    await waitFor(async () => {
      const kept = earlierIn(voiceIn(await opened.kept(), "energy", mum));
      expect(kept).toMatchObject([{ key: "mark", lookedAt: true, answer: { position: 30 } }]);
    });
  });

  test("HAZ-02 and a reopened app has it as it was moved, with the new words, and can still undo it", async () => {
    const opened = await open();
    const before = await draftOn(opened.services, opened.profileId);
    await move(opened);
    const moved = await draftOn(opened.services, opened.profileId);
    opened.close();
    const again = await renderApp({
      device: opened.device,
      path: `/profiles/${opened.profileId}/strands/social`,
      change: withSecond(),
    });
    await again.user.click(await screen.findByRole("button", { name: "Open the examples" }));
    expect(screen.getByRole("group", { name: CHANGED.rewordedWords })).toBeVisible();
    expect((await draftOn(again.services, opened.profileId)).profile).toEqual(moved.profile);
    await again.user.click(screen.getByRole("button", { name: "Undo" }));
    await screen.findByRole("link", { name: "There are newer words" });
    await waitFor(async () => {
      expect((await draftOn(again.services, opened.profileId)).profile).toEqual(before.profile);
    });
  });
});

describe("a move is undone", () => {
  test("HAZ-02 and everything is exactly as it was before", async () => {
    const opened = await open();
    const before = await draftOn(opened.services, opened.profileId);
    await move(opened);
    await opened.user.click(screen.getByRole("button", { name: "Undo the move" }));
    await screen.findByRole("heading", { level: 1, name: "There are newer words" });
    const undone = await draftOn(opened.services, opened.profileId);
    expect(undone.profile).toEqual(before.profile);
    expect(undone.beforeMove).toBeUndefined();
  });

  test("until something else is said: then nothing of what was before is kept beside it", async () => {
    const opened = await open();
    await move(opened);
    const { user } = opened;
    await user.click(screen.getByRole("link", { name: "Carry on with the visit" }));
    expect(await screen.findByText("This visit has moved to newer words.")).toBeVisible();
    const loves = await screen.findByLabelText("What does Amelia love?");
    await user.type(loves, "!");
    await waitFor(() => {
      expect(screen.queryByText("This visit has moved to newer words.")).not.toBeInTheDocument();
    });
    await waitFor(async () => {
      const kept = await opened.kept();
      expect(kept.beforeMove).toBeUndefined();
      expect(kept.profile.sections.frame.instrument.version).toBe(2);
    });
  });
});

describe("a move that is not possible", () => {
  test("for want of this age's words is said plainly, and nothing has changed", async () => {
    const next = newerNdProfile(({ structure, wording }) => {
      structure.bands = structure.bands.filter((band) => band !== "secondary");
      for (const strand of structure.strands) {
        strand.prompts = strand.prompts
          .map((prompt) => ({ ...prompt, bands: prompt.bands.filter((band) => band !== "secondary") }))
          .filter(({ bands }) => bands.length > 0);
        const words = wording.strands[strand.id];
        Reflect.deleteProperty(words?.descriptions ?? {}, "secondary");
        const ids = strand.prompts.map(({ id }) => id);
        for (const id of Object.keys(words?.prompts ?? {})) {
          if (!ids.includes(id)) Reflect.deleteProperty(words?.prompts ?? {}, id);
        }
      }
    });
    const { services, profileId } = await open(
      (visit) => changeBand(canaryDraft(visit), "secondary"),
      "newer-words",
      next,
    );
    expect(await screen.findByText(/have none for this age: Secondary school\. Nothing has changed/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Move to the new words" })).not.toBeInTheDocument();
    expect((await draftOn(services, profileId)).profile.sections.frame.instrument.version).toBe(1);
  });

  test("to another questionnaire likewise", async () => {
    const next = { ...second, structure: { ...second.structure, id: "another" } };
    await open(canaryDraft, "newer-words", next);
    expect(await screen.findByText(/belong to another set of questions\. Nothing has changed/)).toBeVisible();
  });

  test("HAZ-02 for want of room on the device leaves everything as it was", async () => {
    let isFull = false;
    const opened = await openAtTheTable({
      page: "newer-words",
      change: canaryDraft,
      services: ({ store }) => ({
        ...withSecond()(),
        store: {
          ...store,
          drafts: {
            ...store.drafts,
            save: (draft, version) =>
              isFull ? Promise.resolve(err({ type: "QuotaExceeded" })) : store.drafts.save(draft, version),
          },
        },
      }),
    });
    const before = await draftOn(opened.services, opened.profileId);
    isFull = true;
    await opened.user.click(await screen.findByRole("button", { name: "Move to the new words" }));
    expect(await screen.findByText(/nothing was moved/)).toBeVisible();
    isFull = false;
    await screen.findByText(/Saved on this device/, undefined, { timeout: 20_000 });
    expect((await draftOn(opened.services, opened.profileId)).profile).toEqual(before.profile);
  });
});

describe("pages of another questionnaire", () => {
  const sectionId = `page/evenings/at-home/${mum}` as const;
  const next = valueOf(
    loadQuestionnaire(
      { file: "structure.json", content: put(eveningsStructure, "version", 2) },
      { file: "en-GB.json", content: put(eveningsWording, "items/what-helps/text", "What makes it easier?") },
    ),
  );
  const answered = (visit: Visit): Visit =>
    withSection(
      visit,
      sectionId,
      PageSection.parse({
        instrument: { id: "evenings", version: 1, language: "en-GB" },
        answers: { "what-helps": { kind: "answered", value: { type: "words", words: "A story, twice" } } },
      }),
    );
  const shelf = shelfOf([evenings, next]);
  const services = (): Partial<Services> => ({ shelf, versionsHere: createVersionsHere(shelf) });

  test("are moved by the same page, with what was asked then beside the answer", async () => {
    const opened = await openAtTheTable({ page: "newer-words", change: answered, services });
    expect(await screen.findByText("What makes it easier?")).toBeInTheDocument();
    expect(screen.getByText("Mum, Evenings: “What helps?”")).toBeVisible();
    await move(opened);
    const page = (await draftOn(opened.services, opened.profileId)).profile.sections[sectionId];
    expect(page).toMatchObject({
      instrument: { version: 2 },
      answers: { "what-helps": { value: { words: "A story, twice" } } },
      earlier: [{ key: "what-helps", question: "What helps?" }],
    });
    await opened.user.click(screen.getByText("Show Mum's words"));
    expect(screen.getByText("A story, twice")).toBeVisible();
  });

  test.each([{ hiddenFrom: [amelia] }, { neverShared: true }])(
    "HAZ-08 say nothing of themselves where they are kept from the room: %j",
    async (kept) => {
      await openAtTheTable({
        page: "strands/energy",
        change: (visit) => {
          const there = answered(visit);
          return withSection(there, sectionId, { ...there.profile.sections[sectionId]!, ...kept });
        },
        services,
      });
      await screen.findByRole("slider");
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(screen.queryByRole("link", { name: "There are newer words" })).not.toBeInTheDocument();
    },
  );
});

test("where there is nothing newer, nothing is said of it", async () => {
  await openAtTheTable({ page: "newer-words" });
  expect(await screen.findByRole("heading", { name: "These are the newest words" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "There are newer words" })).not.toBeInTheDocument();
});
