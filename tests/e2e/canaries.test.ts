import { afterAll, beforeAll, expect, test } from "vitest";
import { allThatIsKept, filesThatHold } from "../support/all-that-is-kept";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byMouse } from "../support/hands";
import { takeSealingAway } from "../support/sealing-off";
import { createVisitor, type VisitorFamily } from "../support/visitor";

/**
 * Words that are nowhere else. They are short and make no sense, so that a file that is packed as it is written has
 * nothing to pack them with.
 */
const CANARIES = {
  child: "Qzvkx",
  called: "Wjqpf",
  parent: "Xkvzj",
  parentCalled: "Vqhzk",
  loves: "Zjwqx",
  words: "Kqzvw",
  answer: "Jxqvz",
  action: "Pqxzj",
} as const;
const canaries = Object.values(CANARIES);

const FAMILY: VisitorFamily = {
  name: CANARIES.child,
  called: CANARIES.called,
  born: { day: "27", month: "11", year: "2017" },
  people: [{ name: CANARIES.parent, called: CANARIES.parentCalled, role: "Mum" }],
  decides: "child",
};

let app: RunningApp;
let device: Device | undefined;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await device?.forget();
  await app.stop();
});

/** A visit with a canary in every kind of field: with a server until it is under way, without one from there. */
const visitWithCanaries = async (opened: Device) => {
  const page = await opened.context().newPage();
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page), FAMILY);
  await visitor.signIn();
  await visitor.newFamily();
  await visitor.startVisit();
  await visitor.agree({ loves: CANARIES.loves });
  await visitor.mark(CANARIES.called, 70);
  await page.getByLabel("What goes well").fill(CANARIES.words);
  await visitor.saved();
  await app.kill();
  await visitor.openMore();
  await visitor.openPages("Other things worth knowing", CANARIES.parentCalled);
  await visitor.answerChoice("Is there any worry about hearing?", "Yes");
  await visitor.answerWords("What do you notice, and where?", CANARIES.answer);
  await visitor.saved();
  const inMidVisit = await allThatIsKept(page);
  await page.goto(page.url().replace(/\/pages\/.*/, "/plan"));
  await visitor.tryOneThing(CANARIES.action);
  await visitor.finish("This is right for today");
  return { page, kept: [...inMidVisit, ...(await allThatIsKept(page))] };
};

const heldIn = (texts: readonly string[], words: readonly string[]) =>
  words.filter((word) => texts.some((text) => text.includes(word)));

test("no word of a visit lies open in a database, a cache, a text store or a file of the browser", async () => {
  device = await openDevice();
  const { page, kept } = await visitWithCanaries(device);
  expect(heldIn(kept, canaries)).toEqual([]);
  await page.close();
  // As it lies on the disk of a tablet that was left on a bus.
  await device.kill();
  expect(filesThatHold(device.folder, canaries)).toEqual([]);
  await device.forget();
});

test("the same search finds every one of them where the sealing is taken away", async () => {
  await app.start();
  device = await openDevice();
  await takeSealingAway(device.context());
  const { kept } = await visitWithCanaries(device);
  expect(heldIn(kept, canaries)).toEqual(canaries);
  await device.kill();
  expect(filesThatHold(device.folder, canaries)).not.toEqual([]);
  await device.forget();
});
