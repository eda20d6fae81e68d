import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { pageCode, type PrintedPage } from "#core/paper/page-code";
import { amelia, openAtTheTable } from "../../support/at-the-table";
import { madeUpAboutMe, madeUpPages } from "../../support/made-up-pages";
import { shelfOf } from "../../support/shelf-of";
import { grace } from "../../support/test-device";
import { uuid } from "../../support/uuid";

const SECTION = `page/about-me/my-day/${amelia}` as const;
const BEST = "What is the best part of your day?";

const open = async () => {
  const app = await openAtTheTable({
    page: `pages/about-me/${amelia}/my-day`,
    services: () => ({ shelf: shelfOf(madeUpPages) }),
  });
  const { user } = app;
  await user.click(await screen.findByText("Copy from paper"));
  const draft = await app.services.store.drafts.load(app.profileId);
  if (!draft.ok || draft.value.kind !== "visit") throw new Error("no visit");
  const { caseId } = draft.value.body;
  const codeOf = (change: Partial<PrintedPage> = {}): string =>
    pageCode({ caseId, questionnaire: madeUpAboutMe.structure, band: "primary", part: "page", number: 3, ...change });
  const type = async (code: string) => {
    const field = screen.getByLabelText("The code on the page");
    await user.clear(field);
    await user.type(field, code);
    await user.click(screen.getByRole("button", { name: "Copy this page" }));
  };
  return { ...app, codeOf, type };
};

test("HAZ-01 HAZ-20 a code that does not belong to this page is said plainly, and nothing is copied", async () => {
  const { codeOf, type } = await open();
  const slip = codeOf().replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  for (const [code, said] of [
    [slip, /a letter is wrong, missing or in another place/],
    [codeOf({ caseId: uuid(0x951) }), /belongs to another child's record/],
    [codeOf({ part: "plan", number: 1 }), /This code is not of a page of “About me”/],
    [codeOf({ number: 2 }), /This code is of another page: A picture for me/],
  ] as const) {
    await type(code);
    expect(screen.getByLabelText("The code on the page")).toHaveAccessibleDescription(said);
    expect(screen.queryByText(/^Copying page/)).not.toBeInTheDocument();
  }
  expect(screen.getByRole("link", { name: "Go to that page" })).toBeVisible();
});

test("HAZ-20 a page is kept as copied by whom and from which page, until it is changed on the screen", async () => {
  const { user, codeOf, type, kept } = await open();
  await type(codeOf().toLowerCase());
  await screen.findByText(/^Copying page .+ for .+\. The answers are kept as copied from paper by/);
  await user.type(screen.getByLabelText(BEST), "Lunch");
  await screen.findByText(/^The answers on this page: copied from paper by Grace/);
  expect((await kept()).profile.sections[SECTION]).toMatchObject({ paper: { by: grace.id, code: codeOf() } });
  await user.click(screen.getByRole("button", { name: "Stop copying" }));
  expect(screen.getByText(/^The answers on this page: copied/)).toBeVisible();
  await user.type(screen.getByLabelText(BEST), "!");
  expect(screen.queryByText(/^The answers on this page: copied/)).not.toBeInTheDocument();
  expect((await kept()).profile.sections[SECTION]).not.toHaveProperty("paper");
  await user.click(screen.getByText("Copy from paper"));
  await type(codeOf());
  expect(screen.getByLabelText("The code on the page")).toHaveAccessibleDescription(/given on the screen here/);
});
