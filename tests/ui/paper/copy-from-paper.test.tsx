import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { pageCode, type PrintedPage } from "#core/paper/page-code";
import { voiceIn } from "#core/visit/change-section";
import { mum, openAtTheTable } from "../../support/at-the-table";
import { ndProfile } from "../../support/nd-profile";
import { grace } from "../../support/test-device";
import { uuid } from "../../support/uuid";

const STRAND = "attention";

const open = async () => {
  const app = await openAtTheTable({ page: `strands/${STRAND}` });
  const { user } = app;
  await user.click(screen.getByRole("button", { name: /^Mum/ }));
  await user.click(await screen.findByText("Copy from paper"));
  const draft = await app.services.store.drafts.load(app.profileId);
  if (!draft.ok || draft.value.kind !== "visit") throw new Error("no visit");
  const { caseId } = draft.value.body;
  const codeOf = (change: Partial<PrintedPage> = {}): string =>
    pageCode({ caseId, questionnaire: ndProfile.structure, band: "primary", part: "line", number: 3, ...change });
  const type = async (code: string) => {
    const field = screen.getByLabelText("The code on the page");
    await user.clear(field);
    await user.type(field, code);
    await user.click(screen.getByRole("button", { name: "Copy this page" }));
  };
  return { ...app, codeOf, type };
};

describe("a page's code", () => {
  test("HAZ-20 that does not belong here is said plainly, and nothing is copied", async () => {
    const { codeOf, type } = await open();
    const slip = codeOf().replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    for (const [code, said] of [
      [slip, /a letter is wrong, missing or in another place/],
      [codeOf({ caseId: uuid(0x951) }), /belongs to another child's record/],
      [codeOf({ band: "secondary" }), /are for: Secondary school\. The words here are for: Primary school/],
      [codeOf({ questionnaire: { id: "nd-profile", version: 2 } }), /another version of the words/],
      [codeOf({ number: 4 }), /This page is for another line: Feelings and worries/],
      [codeOf({ part: "child-line" }), /goes onto .+'s own line/],
    ] as const) {
      await type(code);
      expect(screen.getByLabelText("The code on the page")).toHaveAccessibleDescription(said);
      expect(screen.queryByText(/^Copying page/)).not.toBeInTheDocument();
    }
  });

  test("HAZ-20 that belongs here opens the usual line and words, kept as copied by whom, from which page", async () => {
    const { user, codeOf, type, kept } = await open();
    await type(codeOf().toLowerCase());
    await screen.findByText(/^Copying page .+ for Mum\. The mark and words are kept as copied from paper by/);
    screen.getByRole("slider", { name: "Mum's mark" }).focus();
    await user.keyboard("{ArrowRight}");
    await user.type(screen.getByLabelText("What goes well"), "Builds");
    await screen.findByText(/^The mark and the words: copied from paper by/);
    await user.click(screen.getByRole("button", { name: "Stop copying" }));
    await user.type(screen.getByLabelText("What is harder, and where"), "Mornings");
    const { mark, paperByField, goesWell, harder } = voiceIn(await kept(), STRAND, mum);
    const paper = { by: grace.id, code: codeOf() };
    expect(mark).toMatchObject({ kind: "placed", how: { kind: "from-paper", paper } });
    expect([goesWell, harder]).toEqual(["Builds", "Mornings"]);
    expect(paperByField).toMatchObject({ goesWell: paper });
    expect(Object.keys(paperByField ?? {})).toEqual(["goesWell"]);
  });

  test("is one person's: whoever is chosen next enters on the screen", async () => {
    const { user, codeOf, type } = await open();
    await type(codeOf());
    await screen.findByText(/^Copying page/);
    await user.click(screen.getByRole("button", { name: /^Dad/ }));
    await screen.findByRole("slider", { name: "Dad's mark" });
    expect(screen.queryByText(/^Copying page/)).not.toBeInTheDocument();
    expect(within(document.body).getByText("Copy from paper")).toBeInTheDocument();
  });
});
