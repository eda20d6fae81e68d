import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readRescueFile, type RescueFile } from "#core/sealed/rescue-file";
import { deriveHere } from "#platform/sealing/derive-here";
import { createRescueSeal } from "#platform/sealing/rescue-seal";
import { runValidate } from "../../src/cli/commands/run-validate";
import { type RunningApp, startApp } from "../support/app";
import type { Device } from "../support/browser";
import { collectingTerminal } from "../support/collecting-terminal";
import { AMELIA } from "../support/visitor";
import { valueOf } from "../support/value-of";
import { arriveOn, beginOn, noteOn } from "../support/visit-on-a-device";

let app: RunningApp;
const devices: Device[] = [];
beforeAll(async () => {
  app = await startApp();
});
afterEach(async () => {
  for (const device of devices.splice(0)) await device.forget();
});
afterAll(async () => {
  await app.stop();
});

const PASSPHRASE = "four made up words";
const WORDS = "She told us about the harbour, and of the boats.";
const { open, seal } = createRescueSeal({ derive: deriveHere, areaKey: undefined });

const makeFile = async (page: Page, what: string | undefined): Promise<string> => {
  await page.goto(`${app.origin}/settings/rescue`);
  const label = page.getByLabel("What goes into it");
  await label.waitFor();
  if (what !== undefined) {
    await page.getByRole("button", { name: "Show names" }).click();
    await label.selectOption({ label: what });
  }
  await page.getByLabel("A passphrase for this file").fill(PASSPHRASE);
  await page.getByLabel("The same passphrase again").fill(PASSPHRASE);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Make the file" }).click(),
  ]);
  await page.getByText(/was handed to this device/).waitFor();
  const terminal = collectingTerminal();
  expect([runValidate([await download.path()], terminal), terminal.written.err]).toEqual([0, ""]);
  return readFile(await download.path(), "utf8");
};

const putBack = async (page: Page, text: string, passphrase = PASSPHRASE): Promise<void> => {
  await page.goto(`${app.origin}/settings/rescue`);
  await page.getByLabel("The rescue file").setInputFiles({
    name: "strandline-rescue.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await page.getByLabel("Its passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Put it back" }).click();
};

/** Every row of what people wrote, as it lies, byte for byte. */
const rowsOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name = "" }) => (/^strandline-/.test(name) ? [name] : []));
    const all: string[] = [];
    for (const name of names) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => {
          resolve(asked.result);
        };
        asked.onerror = () => {
          reject(new Error("the database did not open"));
        };
      });
      for (const store of ["draft", "outbox"]) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const asked = db.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => {
            resolve(asked.result);
          };
        });
        all.push(
          JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? [...value].join() : value)),
        );
      }
      db.close();
    }
    return all.join("\n");
  });

const aVisitOnAnotherDevice = async (called = AMELIA.called) => {
  const family = { ...AMELIA, name: `${called} Reed`, called };
  const { page, note, visitor } = await beginOn(app, devices, family);
  await note.fill(WORDS);
  await visitor.saved();
  await visitor.leave();
  return page;
};

const carryOn = async (page: Page): Promise<void> => {
  await page.goto(app.origin);
  await page
    .getByRole("button", { name: /Carry on with the visit/ })
    .or(page.getByRole("link", { name: /Carry on with the visit/ }))
    .click();
  await noteOn(page).waitFor();
};

test.each([
  ["everything", "Amelia", undefined],
  ["one child's record", "Bonnie", "Bonnie"],
])(
  "HAZ-02 a rescue file of %s, made in one browser and put back in another: the visit opens with all its words; put back twice, nothing changes",
  async (_, called, what) => {
    const text = await makeFile(await aVisitOnAnotherDevice(called), what);
    expect(text).not.toContain("harbour");
    const { page } = await arriveOn(app, devices);
    await putBack(page, text);
    await page.getByText(/It was put back: one draft/).waitFor();
    await carryOn(page);
    expect(await noteOn(page).inputValue()).toBe(WORDS);
    await page.getByRole("button", { name: "Leave the visit" }).waitFor();
    await page.goto(`${app.origin}/settings/rescue`);
    await page.getByLabel("The rescue file").waitFor();

    const before = await rowsOn(page);
    await putBack(page, text);
    await page.getByText("Everything in this file was here already. Nothing was changed.").waitFor();
    expect(await rowsOn(page)).toBe(before);
  },
);

test("HAZ-02 a file that cannot be put back says which reason it is, and nothing on the device has changed", async () => {
  const text = await makeFile(await aVisitOnAnotherDevice(), undefined);
  const file = valueOf(readRescueFile(text));
  const content = valueOf(await open(file, PASSPHRASE));
  const { fileId } = file;
  const sealed = (changed: typeof content, practice: boolean): Promise<RescueFile> =>
    seal(changed, { fileId, madeAtMs: Date.parse(file.madeAt), practice, passphrase: PASSPHRASE });
  const { page } = await arriveOn(app, devices);
  const before = await rowsOn(page);

  const reasons: readonly (readonly [text: string, passphrase: string, said: RegExp])[] = [
    [text, "four other words", /^The passphrase does not open this file\./],
    [text.slice(0, Math.floor(text.length / 2)), PASSPHRASE, /^This file is cut short\. Its end is missing\./],
    [withOneByteChanged(text), PASSPHRASE, /^The passphrase is right, but the file is not what it was\./],
    [JSON.stringify({ ...file, madeAt: "2020-01-01T00:00:00.000Z" }), PASSPHRASE, /^The passphrase is right, but/],
    ["{}", PASSPHRASE, /^This is not a rescue file\./],
    [JSON.stringify(await sealed(content, false)), PASSPHRASE, /^This file holds real records/],
    [
      JSON.stringify(await sealed({ ...content, userId: fileId }, true)),
      PASSPHRASE,
      /^This file was made by somebody else\./,
    ],
  ];
  for (const [broken, passphrase, said] of reasons) {
    await putBack(page, broken, passphrase);
    await page.getByRole("alert").getByText(said).waitFor();
    expect(await rowsOn(page)).toBe(before);
  }
  await putBack(page, text);
  await page.getByText(/It was put back: one draft/).waitFor();
});

/** One letter of what is sealed is another. */
const withOneByteChanged = (text: string): string => {
  const { content } = JSON.parse(text) as RescueFile;
  const at = Math.floor(content.length / 2);
  const other = content[at] === "A" ? "B" : "A";
  return text.replace(content, `${content.slice(0, at)}${other}${content.slice(at + 1)}`);
};
