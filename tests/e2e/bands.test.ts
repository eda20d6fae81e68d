import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AgeBand } from "#core/schema/age-band";
import words from "../../questionnaires/nd-profile/v1/en-GB.json";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byKeys, byMouse, byTouch, type Hands } from "../support/hands";
import { AMELIA, createVisitor, type VisitorFamily } from "../support/visitor";

let app: RunningApp;
let device: Device;

beforeAll(async () => {
  app = await startApp();
  device = await openDevice({ hasTouch: true });
  const page = await device.context().newPage();
  await page.goto(app.origin);
  await createVisitor(page, byMouse(page)).signIn();
  // From here on there is no server: every visit is begun, made and finished without one.
  await app.kill();
});
afterAll(async () => {
  await device.forget();
  await app.stop();
});

/** So many months before today, on a day that every month has. */
const bornMonthsAgo = (months: number): VisitorFamily["born"] => {
  const day = new Date();
  day.setDate(15);
  day.setMonth(day.getMonth() - months);
  return { day: "15", month: String(day.getMonth() + 1), year: String(day.getFullYear()) };
};
const MUM = { name: "Sarah Reed", called: "Mum", role: "Mum" };
const family = (name: string, months: number, decides: VisitorFamily["decides"]): VisitorFamily => ({
  ...{ name: `${name} Reed`, called: name, born: bornMonthsAgo(months), people: [MUM], decides },
});

interface BandVisit {
  readonly band: AgeBand;
  readonly hands: (page: Page) => Hands;
  readonly family: VisitorFamily;
  /** How the child's mark came about, where it was not by the child alone. */
  readonly how?: string;
  readonly notYet: boolean;
}

const visits: readonly BandVisit[] = [
  {
    band: "under-2",
    hands: byTouch,
    family: family("Ivo", 10, "parent"),
    how: "Understood from watching",
    notYet: true,
  },
  { band: "early-years", hands: byMouse, family: family("Nell", 30, "parent"), how: "From pictures", notYet: true },
  { band: "primary", hands: byKeys, family: AMELIA, notYet: false },
  { band: "secondary", hands: byTouch, family: family("Idris", 14 * 12 + 2, "child"), notYet: false },
  { band: "16-to-25", hands: byKeys, family: family("Marta", 22 * 12, "young-person"), notYet: false },
];

test.each(visits)(
  "a whole visit without a server for the age $band",
  async ({ band, hands, family: who, how, notYet }) => {
    const page = await device.context().newPage();
    await page.goto(app.origin);
    const hand = hands(page);
    const visitor = createVisitor(page, hand, who);
    await visitor.newFamily();
    await visitor.startVisit();
    await visitor.agree();

    await page.getByRole("slider").first().waitFor();
    await visitor.mark(who.called, 62);
    await hand.press(page.locator("summary", { hasText: "Other ways to mark" }));
    const made = page.getByLabel("How was this mark made?");
    if (how !== undefined) await hand.pick(made, how);
    await visitor.mark("Mum", 40);
    // The words under the line and the examples are those of the age.
    await page.getByText(words.strands.communication.descriptions[band].left).filter({ visible: true }).waitFor();
    await hand.press(page.getByRole("button", { name: "Open the examples" }));
    const examples = page.getByRole("group", { name: promptsOf("communication") });
    expect(await examples.count()).toBeGreaterThanOrEqual(5);
    expect((await examples.getByText("Not yet").count()) > 0).toBe(notYet);
    for (const index of [0, 1, 2, 3, 4]) {
      await hand.press(examples.nth(index).getByRole("radio", { name: "Often", exact: true }));
    }
    await hand.press(page.getByRole("button", { name: "Where do these answers sit?" }));
    await page.getByText(/Mum's answers sit about here/).waitFor();

    await visitor.seeTogether();
    await visitor.goOn(/^Next: /);
    await visitor.pass(who.called);
    await visitor.mark("Mum", 20);
    await visitor.goOn(/^Next: /);
    await visitor.mark("Mum", 55);
    await visitor.toPicture();
    await visitor.toPlan();
    await visitor.tryOneThing("A quiet corner after lunch");
    await visitor.finish("This is right for today");

    await page.reload();
    await page.getByText("Right for today.").waitFor();
    const row = page.locator('li[data-strand="communication"]');
    expect(await row.textContent()).toContain("Mum: a little left of the middle");
    await page.close();
  },
);

const promptsOf = (strandId: "communication"): RegExp => {
  const said = Object.values(words.strands[strandId].prompts);
  return new RegExp(`^(?:${said.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})$`);
};
