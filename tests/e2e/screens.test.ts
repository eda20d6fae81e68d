import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import practiceArea from "../../practice/area.json";
import practicePeople from "../../practice/people.json";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { DEVICE_PASSPHRASE } from "../support/device-passphrase";
import { byMouse } from "../support/hands";
import { practiceRecords } from "../support/practice-families";
import { createVisitor } from "../support/visitor";

let app: RunningApp;
let device: Device;
let page: Page;
let caseId = "";
let otherCaseId = "";
let openProfile = "";
let finishedProfile = "";
let profileWithPages = "";
let openMum = "";
let openChild = "";

/** Two finished profiles, the plan of the first looked at again, and one open visit of the same made-up child, so that every screen has something on it. */
beforeAll(async () => {
  app = await startApp();
  device = await openDevice({}, { leaves: false });
  page = await device.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page));
  await visitor.signIn();
  await visitor.newFamily();
  otherCaseId = idIn(page.url(), "cases");
  // The same child once more, so that one record stands beside the other.
  await page.goto(app.origin);
  await visitor.newFamily();
  await page.waitForFunction((other) => !location.pathname.includes(other), otherCaseId);
  caseId = idIn(page.url(), "cases");
  const visit = async () => {
    await visitor.startVisit();
    await visitor.agree();
    await visitor.mark("Amelia", 70);
    await visitor.mark("Mum", 30);
    await visitor.mark("Dad", 32);
    await page.getByLabel("What goes well").fill("Tells long stories");
    await page.getByRole("button", { name: "Pin as a strength" }).click();
    await visitor.seeTogether();
  };
  await visit();
  await visitor.toPicture();
  await visitor.toPlan();
  await visitor.tryOneThing("A quiet corner after lunch");
  await visitor.finish("This is right for today");
  finishedProfile = idIn(page.url(), "profiles");
  const fillPages = async () => {
    await visitor.openMore();
    await visitor.openPages("About me");
    await visitor.nextPage();
    await visitor.answerChoice("Pick a picture to stand for you.", "Turtle");
    openChild = new URL(page.url()).pathname.replace(/\/[a-z-]+$/, "");
    await visitor.doneForNow();
    await visitor.openPages("Other things worth knowing", "Mum");
    await visitor.answerChoice("Is there any worry about hearing?", "Yes");
    await visitor.answerWords("What do you notice, and where?", "Turns the sound up");
  };
  await page.goto(`${app.origin}/cases/${caseId}`);
  await visitor.startVisit();
  await visitor.agree();
  await fillPages();
  profileWithPages = idIn(page.url(), "profiles");
  await visitor.saved();
  await visitor.leave();
  await page.goto(`${app.origin}/cases/${caseId}`);
  await visitor.openAlone();
  await visitor.nextPage();
  await page.getByRole("radio").first().click();
  await page.getByRole("button", { name: "Add one" }).click();
  await visitor.saved();
  await page.goto(`${app.origin}/profiles/${profileWithPages}/plan`);
  await visitor.finish("This is right for today");
  await page.goto(`${app.origin}/cases/${caseId}`);
  await visit();
  await visitor.toPicture();
  await visitor.toPlan();
  await visitor.finish("This is right for today");
  await page.goto(`${app.origin}/profiles/${finishedProfile}/review`);
  await page.getByLabel("What will we do next?").fill("Tells long stories");
  await page.getByRole("button", { name: "Keep what we said" }).click();
  await page.getByRole("heading", { level: 3, name: /20\d\d$/ }).waitFor();
  await page.goto(`${app.origin}/cases/${caseId}`);
  await visit();
  openProfile = idIn(page.url(), "profiles");
  await fillPages();
  openMum = new URL(page.url()).pathname.replace(/\/[a-z-]+$/, "");
  await visitor.saved();
});

afterAll(async () => {
  await device.forget();
  await app.stop();
});

const idIn = (url: string, folder: string): string => new RegExp(`/${folder}/([0-9a-f-]{36})`).exec(url)?.[1] ?? "";

const IN_FAMILY_VIEW = "what stays closed in family view";

/** Every screen, by the words it goes by here. */
const screens: Readonly<Record<string, () => string>> = {
  "your families": () => "/cases",
  "new family": () => "/cases/new",
  "a family's record": () => `/cases/${caseId}`,
  "two records of one child, side by side": () => `/cases/${caseId}/same-child/${otherCaseId}`,
  "a blank set": () => `/cases/${caseId}/paper`,
  settings: () => "/settings",
  "what is held": () => "/settings/held",
  "signing in again": () => "/sign-in",
  "a finished picture": () => `/profiles/${finishedProfile}/picture`,
  "a finished plan": () => `/profiles/${finishedProfile}/plan`,
  "looking at the plan again": () => `/profiles/${finishedProfile}/review`,
  "profiles side by side": () => `/cases/${caseId}/over-time`,
  "putting something right": () => `/profiles/${finishedProfile}/amend`,
  "a copy, before it is said for whom": () => `/profiles/${finishedProfile}/report`,
  "more, once it is finished": () => `/profiles/${profileWithPages}/more`,
  "finished pages": () => `/profiles/${profileWithPages}/pages/worth-knowing`,
  "what only the practitioner wrote": () => `/profiles/${profileWithPages}/own/story-so-far`,
  "my notes": () => `/cases/${caseId}/notes`,
  "a concern that is being written": () => `/cases/${caseId}/notes/concern`,
  "whom to ring": () => `/cases/${caseId}/notes/doors`,
  "nothing here": () => "/cases/00000000-0000-4000-8000-000000000000",
  "the opening screen": () => "/",
  // From here on a visit is open: what lies outside it is closed.
  "the start of a visit": () => `/profiles/${openProfile}/start`,
  "a strand": () => `/profiles/${openProfile}/strands/communication`,
  "a strand that nobody has marked": () => `/profiles/${openProfile}/strands/sensory`,
  "all nine strands": () => `/profiles/${openProfile}/strands`,
  "the picture": () => `/profiles/${openProfile}/picture`,
  "the plan": () => `/profiles/${openProfile}/plan`,
  "more to talk about": () => `/profiles/${openProfile}/more`,
  "who answers": () => `/profiles/${openProfile}/pages/worth-knowing`,
  "a page worth knowing": () => `${openMum}/hearing`,
  "a page with several choices": () => `${openMum}/sleep`,
  "what was left for later": () => openMum,
  "a page of the child's own": () => `${openChild}/love`,
  [IN_FAMILY_VIEW]: () => `/profiles/${openProfile}/own/story-so-far`,
};

const opened = async (): Promise<void> => {
  // A heading is there only once the page has said whether it is locked.
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(() => {
    const title = document.querySelector("h1")?.textContent ?? "";
    // The address is right a moment before the screen is.
    const isUnlocked = location.pathname !== "/unlock" && document.querySelector('input[name="username"]') === null;
    return isUnlocked && title !== "" && !/One moment|מסמהנ/.test(title);
  });
};

/** Leaves the visit that is open, where an address lies outside it, in whatever language the screen is. */
const leaveVisit = async (): Promise<void> => {
  const closed = page.locator('[data-family-view="closed"]');
  if (!(await closed.isVisible())) return;
  await closed.getByRole("button").last().click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input").fill(DEVICE_PASSPHRASE);
  await dialog.locator("button[type=submit]").click();
  await closed.waitFor({ state: "detached" });
  await opened();
};

const show = async (
  path: string,
  { language, width }: { language: "en-GB" | "ar-XB"; width: number },
): Promise<void> => {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate((chosen) => {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith("preferences")))
      localStorage.setItem(name, JSON.stringify({ language: chosen }));
  }, language);
  await page.goto(app.origin + path);
  await opened();
  if (path !== screens[IN_FAMILY_VIEW]?.()) await leaveVisit();
  const asksFirst = page.locator("main [data-asks-first]");
  if (await asksFirst.isVisible()) {
    await asksFirst.click();
    await asksFirst.waitFor({ state: "detached" });
    await opened();
  }
  for (const closed of await page.locator("main summary").all()) {
    if (!(await closed.evaluate((summary) => (summary.parentElement as HTMLDetailsElement).open))) await closed.click();
  }
};

describe.each(["en-GB", "ar-XB"] as const)("in %s", (language) => {
  describe.each([320, 1280])("at %i px", (width) => {
    test.each(Object.keys(screens))("%s: axe finds nothing, and nothing is wider than the screen", async (name) => {
      await show(screens[name]?.() ?? "", { language, width });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === "ar-XB" ? "rtl" : "ltr");
    });
  });
});

test.each(Object.keys(screens))("%s: no text is outside the locale", async (name) => {
  await show(screens[name]?.() ?? "", { language: "ar-XB", width: 1280 });
  expect(await latinTexts(page)).toEqual([]);
});

describe.each([
  ["in the dark", { colorScheme: "dark", forcedColors: "none" }],
  ["in the reader's own few colours", { colorScheme: "dark", forcedColors: "active" }],
] as const)("%s", (_, media) => {
  const looked = [
    "settings",
    "a family's record",
    "a finished picture",
    "the start of a visit",
    "a strand",
    "the picture",
    "the plan",
    "a page of the child's own",
    IN_FAMILY_VIEW,
  ];
  beforeAll(() => page.emulateMedia(media));
  afterAll(() => page.emulateMedia({ colorScheme: null, forcedColors: null }));

  test.each(looked)("%s: axe finds nothing", async (name) => {
    await show(screens[name]?.() ?? "", { language: "en-GB", width: 1280 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`)).toEqual([]);
  });

  test("every mark, line, choice and ring is drawn, and not in the colour of its ground", async () => {
    await show(screens["a strand"]?.() ?? "", { language: "en-GB", width: 1280 });
    expect(await undrawn()).toEqual([]);
    await show(screens["the picture"]?.() ?? "", { language: "en-GB", width: 1280 });
    expect(await undrawn()).toEqual([]);
  });
});

/** What a strand or the picture draws without words, and cannot be seen. */
const undrawn = async (): Promise<string[]> => {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor.replace("rgba(0, 0, 0, 0)", "");
    const grounds = [ground, getComputedStyle(document.documentElement).backgroundColor, "rgba(0, 0, 0, 0)", "none"];
    const isSeen = (...colours: string[]) => colours.some((colour) => !grounds.includes(colour));
    const faults: string[] = [];
    const look = (selector: string, least: number, isDrawn: (style: CSSStyleDeclaration) => boolean) => {
      const found = [...document.querySelectorAll(selector)];
      if (found.length < least) faults.push(`${selector}: only ${found.length}`);
      for (const each of found) if (!isDrawn(getComputedStyle(each))) faults.push(`${selector}: ${each.outerHTML}`);
    };
    look("main svg[class*=glyph] path", 3, ({ fill, stroke }) => isSeen(fill, stroke));
    look("[class*=box] > [class*=_line_]", 1, ({ backgroundColor, backgroundImage }) =>
      isSeen(backgroundColor, backgroundImage),
    );
    look("[aria-pressed=true], nav [aria-current=step]", 0, ({ boxShadow, borderColor }) =>
      isSeen(boxShadow, borderColor),
    );
    look(":focus-visible", 1, ({ outlineStyle, outlineColor }) => outlineStyle !== "none" && isSeen(outlineColor));
    return faults;
  });
};

test("HAZ-03 the line and the picture run left to right in a right-to-left page", async () => {
  await show(screens["the picture"]?.() ?? "", { language: "ar-XB", width: 1280 });
  const row = page.locator('li[data-strand="communication"]');
  const x = async (shape: string): Promise<number> =>
    (await row.locator(`svg[class*="${shape}"]`).first().boundingBox())?.x ?? NaN;
  expect(await x("_family_")).toBeLessThan(await x("_child_"));
});

const DATE_WORDS = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\band\b/g;
/** Who answers at the area's numbers, and when, as the area writes it. */
const numbersOfArea = practiceArea.settings.safetyDoors.flatMap(({ lines }) =>
  lines.flatMap(({ who, hours }) => [who, hours]),
);
/** The names and numbers that the practice area brings along. */
const practiceWords: readonly string[] = [
  practiceArea.name,
  // As they stand once the words of dates are taken out.
  ...[practiceArea.name, ...numbersOfArea].map((text) => text.replace(DATE_WORDS, "")),
  ...practicePeople.people.map(({ name }) => name),
  ...practicePeople.agencies.map(({ name }) => name),
  ...practiceRecords.flatMap(({ people }) => people.flatMap(({ name, childCalls }) => [name, childCalls])),
];

/** Text that holds Latin letters though the language has none: everything but what people wrote themselves. */
const latinTexts = (shown: Page): Promise<string[]> =>
  shown.evaluate((madeUp) => {
    const written = [
      ...madeUp,
      "Amelia",
      "Reed",
      "Sarah",
      "Tom",
      "Mum",
      "Dad",
      "Grace",
      "Okafor",
      "Tells long stories",
      "A quiet corner after lunch",
      "Building dens",
      "Yes, I want to show you.",
      "Turns the sound up",
    ];
    const withoutWritten = (text: string) => written.reduce((rest, words) => rest.replaceAll(words, ""), text);
    const found: string[] = [];
    const look = (text: string, where: string) => {
      if (/[A-Za-z]{2,}/.test(withoutWritten(text))) found.push(`${where}: ${text.trim()}`);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || /^(SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(parent.tagName)) continue;
      // Dates are written as English writes them: the made-up language has no dates of its own.
      look(
        (node.textContent ?? "").replace(
          /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(January|February|March|April|May|June|July|August|September|October|November|December)\b|\band\b|\b\d+\s[GM]B\b/g,
          "",
        ),
        parent.tagName,
      );
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [alt], [aria-valuetext]")) {
      for (const name of ["aria-label", "placeholder", "title", "alt", "aria-valuetext"])
        look(element.getAttribute(name) ?? "", name);
    }
    return found;
  }, practiceWords);
