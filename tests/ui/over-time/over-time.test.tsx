import { renderApp } from "../../support/render-app"; // first: it brings the database that Dexie finds
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ProfileBody } from "#core/schema/profile";
import { startVisit } from "#core/visit/start-visit";
import {
  type SeededFamily,
  seedFamily,
  seedFinished,
  seedRecord,
  type SeedServices,
} from "../../support/seeded-family";
import { voice } from "../../support/server/bodies";
import { uuid } from "../../support/uuid";

const [amelia, mum, teacher] = [uuid(100), uuid(101), uuid(102)];
const casePath = `/cases/${uuid(150)}`;
const march = Date.UTC(2026, 2, 3, 12);
const june = Date.UTC(2026, 5, 3, 12);

interface Marked {
  readonly at: number;
  readonly band?: string;
  readonly marks: Readonly<Record<string, object>>;
}

/** One finished profile with marks on the first line, of a day and of an age. */
const seedMarked = async (services: SeedServices, family: SeededFamily, { at, band, marks }: Marked) => {
  const { ids, practitioner, today } = services;
  const { caseId, body } = family;
  const instrument = await services.loadInstrument("current", "en-GB");
  const begun = { caseId, caseBody: body, instrument, ledBy: practitioner.id, today: today(), nowMs: at };
  const { profileId, profile } = startVisit(begun, ids);
  const { frame } = profile.sections;
  const sections = {
    frame: { ...frame, band: band ?? frame.band },
    finish: { outcome: { kind: "right-for-today" }, atMs: at },
    ...Object.fromEntries(Object.entries(marks).map(([who, made]) => [`voice/communication/${who}`, made])),
  };
  const finished = ProfileBody.parse({ schemaVersion: 1, sections });
  await seedRecord(services, { recordType: "profile", recordId: profileId, caseId, body: finished });
};

const open = async (...profiles: readonly Marked[]) => {
  const app = await renderApp({
    path: `${casePath}/over-time`,
    seed: async (services) => {
      const family = await seedFamily(services);
      for (const each of profiles) await seedMarked(services, family, each);
    },
  });
  await screen.findByRole("heading", { level: 1, name: "Amelia's profiles side by side" });
  return app;
};
const strand = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('section[data-strand="communication"]');
  if (found === null) throw new Error("the strand is not there");
  return found;
};
const linesIn = (place: HTMLElement) =>
  within(within(place).getAllByRole("list")[0] ?? place)
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

test("HAZ-06 each line has the profiles one under another, the first on top, with days and words, and the notice", async () => {
  await open(
    { at: june, marks: { [amelia]: voice(50), [mum]: voice(20) } },
    { at: march, marks: { [amelia]: voice(0), [mum]: voice(70) } },
  );
  expect(linesIn(strand())).toEqual([
    "First, 3 March 2026Amelia: at the very left, needs a lot of support here. Mum: right of the middle.",
    "Second, 3 June 2026Amelia: in the middle. Mum: far to the left.",
  ]);
  expect(strand().querySelectorAll("svg")).toHaveLength(4);
  expect(screen.getByText(/Do not stop what helps because of this page/)).toBeVisible();
});

test("a mark made beside other words is hollow, and why is said in words", async () => {
  await open(
    { at: march, band: "early-years", marks: { [mum]: voice(70) } },
    { at: june, marks: { [mum]: voice(20) } },
  );
  expect(
    screen.getByText("First, Mum: the words were those of another age, so the marks are not compared."),
  ).toBeVisible();
  expect(strand().querySelectorAll('svg[class*="open"]')).toHaveLength(1);
});

test("people who share a reason are named together, and it is said once", async () => {
  await open(
    { at: march, band: "early-years", marks: { [amelia]: voice(50), [mum]: voice(70) } },
    { at: june, marks: { [amelia]: voice(50), [mum]: voice(20) } },
  );
  expect(
    screen.getByText("First, Amelia and Mum: the words were those of another age, so the marks are not compared."),
  ).toBeVisible();
  expect(screen.getAllByText(/another age/)).toHaveLength(1);
});

test("HAZ-08 a mark that somebody on the record may not see leaves no trace: not drawn, not said, not compared", async () => {
  const hidden = { [mum]: voice(70, { hiddenFrom: [teacher] }) };
  await open({ at: march, marks: { [amelia]: voice(50), ...hidden } }, { at: june, marks: { [amelia]: voice(50) } });
  expect(linesIn(strand())).toEqual([
    "First, 3 March 2026Amelia: in the middle.",
    "Second, 3 June 2026Amelia: in the middle.",
  ]);
  expect(screen.queryByText("Mum")).toBeNull();
});

test("as a table it says the same, without a digit in any place", async () => {
  const { user } = await open(
    { at: march, marks: { [amelia]: voice(0) } },
    { at: june, marks: { [amelia]: voice(50), [mum]: voice(20) } },
  );
  await user.click(screen.getByRole("button", { name: "Show as a table" }));
  const table = screen.getByRole("table", { name: "The lines of each profile in words" });
  expect(
    within(table)
      .getAllByRole("columnheader")
      .map(({ textContent }) => textContent),
  ).toEqual(["Line", "First, 3 March 2026", "Second, 3 June 2026"]);
  const cells = within(table).getAllByRole("cell");
  expect(cells.slice(0, 2).map(({ textContent }) => textContent)).toEqual([
    "Amelia: at the very left, needs a lot of support here",
    "Amelia: in the middleMum: far to the left",
  ]);
  for (const cell of cells) expect(cell.textContent).not.toMatch(/\d/);
});

test("beside it stands what happened when, in order, with who led; no total and no number of marks", async () => {
  await open({ at: june, marks: {} }, { at: march, marks: {} });
  const timeline = screen.getByRole("region", { name: "What happened when" });
  expect(
    within(timeline)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual([
    "3 March 2026A profile was madeLed by GraceSee the picture of 3 March 2026",
    "3 June 2026A profile was madeLed by GraceSee the picture of 3 June 2026",
  ]);
});

test("the record's page leads there once there are two profiles, and with one the page says so kindly", async () => {
  const { close } = await renderApp({
    path: casePath,
    seed: async (services) => {
      const family = await seedFamily(services);
      for (const at of [march, june]) await seedMarked(services, family, { at, marks: {} });
    },
  });
  expect(await screen.findByRole("link", { name: "See the profiles side by side" })).toHaveAttribute(
    "href",
    `${casePath}/over-time`,
  );
  close();
  await renderApp({
    path: `${casePath}/over-time`,
    seed: async (services) => {
      await seedFinished(services, await seedFamily(services));
    },
  });
  expect(await screen.findByRole("heading", { level: 1, name: "There is only one profile so far" })).toBeVisible();
});
