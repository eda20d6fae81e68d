import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Chance } from "../../../bench/words";
import type { RunningApp } from "../app";
import type { Device } from "../browser";
import { byMouse } from "../hands";
import { AMELIA, createVisitor } from "../visitor";
import { createNotebook, type Notebook } from "./notebook";
import { rowsIn } from "./rows-in";
import { type Look, watchScreens } from "./screen-watch";
import { watchWrites, type Write } from "./write-watch";

const PERSON = AMELIA.called;
const WORDS = ["dens", "tunnels", "maps", "snails", "harbour", "boats", "trains", "rain"];

/** One way to be at work when the battery dies: `lead` gets there, and the moment is counted from where `act` begins. */
interface Work {
  readonly name: string;
  readonly longestMs: number;
  readonly lead?: (at: AtWork) => Promise<void>;
  readonly act: (at: AtWork) => Promise<void>;
}

interface AtWork {
  readonly page: Page;
  readonly chance: Chance;
  readonly notebook: Notebook;
  /** Pages that the app was told to go to. */
  readonly goingTo: string[];
}

export interface KilledVisitsDeps {
  readonly app: RunningApp;
  readonly device: Device;
  readonly chance: Chance;
}

/**
 * A visit on a device whose browser is killed again and again.
 *
 * Shape  the server is dead all the while, so that whatever was finished stays in the outbox to be counted.
 */
export const createKilledVisits = ({ app, device, chance }: KilledVisitsDeps) => {
  let notebook = createNotebook();
  let finishedVisits = 0;
  let isUnderWay = true;
  let allowedPlaces: readonly string[] = [];
  let looks: readonly Look[] = [];
  let writes: readonly Write[] = [];
  let writesSeen = 0;
  let caseUrl = "";

  const openPage = async (): Promise<Page> => {
    looks = await watchScreens(device.context(), PERSON);
    writes = await watchWrites(device.context());
    return device.context().newPage();
  };
  const beginVisit = async (page: Page): Promise<void> => {
    const visitor = createVisitor(page, byMouse(page));
    await visitor.startVisit();
    await visitor.agree();
    await visitor.saved();
    notebook = createNotebook();
    isUnderWay = true;
  };

  /** What lies on the disk must be all of a visit that goes on, or all of one that was finished: never between. */
  const countRows = async (page: Page, wasSeenFinished: boolean): Promise<void> => {
    const { draft, outbox } = await rowsIn(page);
    const justFinished = isUnderWay && draft === 0;
    expect({ draft, outbox }, "all of a visit, or all that it became").toEqual({
      draft: justFinished || !isUnderWay ? 0 : 1,
      // One operation for the profile, one for its plan.
      outbox: 2 * (finishedVisits + (justFinished ? 1 : 0)),
    });
    if (wasSeenFinished) expect(justFinished, "what was seen finished").toBe(true);
    if (!justFinished) return;
    finishedVisits += 1;
    isUnderWay = false;
  };

  const find = async (page: Page): Promise<void> => {
    await page.waitForURL(/\/profiles\/[^/]+\/(?:strands\/[a-z]+|plan|picture|start)$/);
    const place = new URL(page.url()).pathname.split("/").slice(3).join("/");
    if (allowedPlaces.length > 0) expect(allowedPlaces).toContain(place);
    if (place.startsWith("strands/")) await readStrand(page, notebook);
  };

  return {
    begin: async (): Promise<void> => {
      const page = await openPage();
      await page.goto(app.origin);
      const visitor = createVisitor(page, byMouse(page));
      await visitor.signIn();
      await visitor.newFamily();
      // Delivered, so that nothing else is in the outbox from here on.
      while ((await rowsIn(page)).outbox > 0) await page.waitForTimeout(50);
      caseUrl = page.url();
      await app.kill();
      await beginVisit(page);
    },

    /** Opens the app as after a battery died, looks for what was there, and dies again in the middle of some work. */
    killOnce: async (work: Work): Promise<string> => {
      const seenFinished = looks.some((look) => look.finished);
      const context = await device.reopen();
      const page = await openPage();
      await page.goto(app.origin);
      // The app's own page asks who is here before anything else; its databases are there from the start.
      await countRows(page, isUnderWay && seenFinished);
      if (isUnderWay) await find(page);
      else {
        await page.goto(caseUrl);
        await beginVisit(page);
      }
      const at = { page, chance, notebook, goingTo: [] as string[] };
      await work.lead?.(at);
      const moment = Math.floor(chance() * work.longestMs);
      // It is cut off in the middle, so how it ends says nothing.
      void work.act(at).catch(() => undefined);
      await page.waitForTimeout(moment);
      const killedAtMs = Date.now();
      await device.kill();
      expect(context.pages()).toHaveLength(0);
      expect(
        writes.filter(({ durability }) => durability !== "strict"),
        "writes that do not wait for the disk",
      ).toEqual([]);
      writesSeen += writes.length;
      allowedPlaces = [...notebook.killed(looks, killedAtMs), ...at.goingTo];
      return `${work.name} ${moment} ms`;
    },

    finishedVisits: () => finishedVisits,
    writesSeen: () => writesSeen,
    /** After the last kill: everything is looked for once more. */
    reopenLast: async (): Promise<Page> => {
      const seenFinished = looks.some((look) => look.finished);
      await device.reopen();
      const page = await openPage();
      await page.goto(app.origin);
      await countRows(page, isUnderWay && seenFinished);
      if (isUnderWay) await find(page);
      return page;
    },
  };
};

const slider = (page: Page): Locator => page.getByRole("slider", { name: `${PERSON}'s mark`, exact: true });
const note = (page: Page): Locator => page.locator("main textarea").first();
const strandOf = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1) ?? "";

/** Reads what stands on the strand's page, and holds it against the notebook. */
const readStrand = async (page: Page, notebook: Notebook): Promise<void> => {
  // A line that was marked is covered while others look on.
  const show = page.getByRole("button", { name: `Show ${PERSON}'s line` });
  await slider(page).or(show).waitFor();
  if (await show.isVisible()) await show.click();
  const mark = await slider(page).getAttribute("aria-valuenow");
  notebook.finds(strandOf(page), { note: await note(page).inputValue(), mark: mark === null ? null : Number(mark) });
};

const types = async ({ page, chance, notebook }: AtWork, wordCount: number): Promise<void> => {
  await note(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  for (let count = 0; count < wordCount; count += 1) {
    const word = `${WORDS[Math.floor(chance() * WORDS.length)] ?? ""} `;
    notebook.enters(strandOf(page), { note: notebook.most(strandOf(page)).note + word });
    await page.keyboard.type(word, { delay: chance() * 40 });
  }
};

const marks = async ({ page, chance, notebook }: AtWork, steps: number): Promise<void> => {
  await slider(page).focus();
  for (let step = 0; step < steps; step += 1) {
    const { mark } = notebook.most(strandOf(page));
    if (mark !== null && mark >= 99) return;
    notebook.enters(strandOf(page), { mark: mark === null ? 50 : mark + 1 });
    await page.keyboard.press("ArrowRight", { delay: 5 + chance() * 30 });
  }
};

const moves = async ({ page, notebook, goingTo }: AtWork): Promise<void> => {
  const next = page.getByRole("link", { name: /^Next: / });
  const isLast = (await next.count()) === 0;
  const way = isLast ? page.getByRole("link", { name: "Back", exact: true }) : next;
  const href = (await way.getAttribute("href")) ?? "";
  goingTo.push(href.split("/").slice(3).join("/"));
  await way.click();
  await page.waitForURL((url) => url.pathname === href);
  await readStrand(page, notebook);
};

const toStrand = async ({ page, notebook }: AtWork): Promise<void> => {
  if (/\/strands\/[a-z]+$/.test(page.url())) return;
  const path = new URL(page.url()).pathname.replace(/\/(?:plan|picture|start)$/, "/strands/communication");
  await page.goto(new URL(path, page.url()).href);
  await note(page).waitFor();
  await readStrand(page, notebook);
};

/** What somebody may be doing when it happens. */
export const works: Readonly<Record<"typing" | "marking" | "moving" | "finishing", Work>> = {
  typing: { name: "typing", longestMs: 2_500, lead: toStrand, act: (at) => types(at, 60) },
  marking: { name: "marking", longestMs: 1_500, lead: toStrand, act: (at) => marks(at, 60) },
  moving: {
    name: "moving from strand to strand",
    longestMs: 3_000,
    lead: toStrand,
    act: async (at) => {
      for (;;) {
        await types(at, 3);
        await marks(at, 2);
        await moves(at);
      }
    },
  },
  finishing: {
    name: "finishing",
    longestMs: 500,
    lead: async (at) => {
      await toStrand(at);
      await types(at, 4);
      const visitor = createVisitor(at.page, byMouse(at.page));
      await visitor.toPicture();
      await visitor.toPlan();
      await at.page.getByRole("radio", { name: /This is right for today/ }).click();
      at.goingTo.push("picture", "plan");
      await at.page.getByRole("button", { name: "Finish", exact: true }).last().click();
      await at.page.getByRole("dialog").waitFor();
    },
    act: ({ page }) => page.getByRole("dialog").getByRole("button", { name: "Finish" }).click(),
  },
};
