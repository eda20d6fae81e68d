import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app";
import { type Device, openDevice } from "../support/browser";
import { byMouse } from "../support/hands";
import { createVisitor, type VisitorFamily } from "../support/visitor";

/** A made-up family whose every word is found again wherever it was let slip. */
const FAMILY: VisitorFamily = {
  name: "Canaryname Quillfeather",
  called: "Canarycalled",
  born: { day: "27", month: "11", year: "2017" },
  people: [{ name: "Canaryparent Quillfeather", called: "Canarymama", role: "Mum" }],
  decides: "child",
};
const PERSONAL = /canary|quillfeather|2017-11-27/i;

let app: RunningApp;
let device: Device;
let page: Page;
const asked: { url: string; cacheControl: string | undefined }[] = [];
const addresses = new Set<string>();
const titles = new Set<string>();
const said: string[] = [];

/** Hears all that the browser asks for, shows in its tab, and writes to its console. */
const listen = (context: BrowserContext): void => {
  context.on("request", (request) => {
    addresses.add(request.url());
  });
  context.on("response", (response) => {
    asked.push({ url: response.url(), cacheControl: response.headers()["cache-control"] });
  });
  context.on("console", (message) => {
    said.push(message.text());
  });
  context.on("weberror", (error) => {
    said.push(String(error.error()));
  });
};

const hearTab = async (): Promise<void> => {
  addresses.add(page.url());
  titles.add(await page.title());
};

/** A whole visit, with a canary in every kind of field, and a copy at its end. */
beforeAll(async () => {
  app = await startApp();
  device = await openDevice();
  const context = device.context();
  listen(context);
  await context.addInitScript(() => {
    const shown: string[] = [];
    Object.assign(globalThis, { notificationsShown: shown });
    globalThis.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        shown.push(title);
      }
    };
    ServiceWorkerRegistration.prototype.showNotification = (title) => {
      shown.push(title);
      return Promise.resolve();
    };
  });
  page = await context.newPage();
  page.on("framenavigated", () => void hearTab().catch(() => undefined));
  await page.goto(app.origin);
  const visitor = createVisitor(page, byMouse(page), FAMILY);
  await visitor.signIn();
  await visitor.newFamily();
  await hearTab();
  await visitor.startVisit();
  await visitor.agree({ loves: "Canaryloves" });
  await visitor.mark("Canarycalled", 70);
  await visitor.mark("Canarymama", 30);
  await page.getByLabel("What goes well").fill("Canarywords about school");
  await visitor.openMore();
  await visitor.openPages("Other things worth knowing", "Canarymama");
  await visitor.answerChoice("Is there any worry about hearing?", "Yes");
  await visitor.answerWords("What do you notice, and where?", "Canaryanswer");
  await hearTab();
  await page.reload();
  await visitor.saved();
  await page.goto(page.url().replace(/\/pages\/.*/, "/plan"));
  await visitor.tryOneThing("Canaryaction");
  await visitor.finish("This is right for today");
  await hearTab();
  await page.getByRole("link", { name: "Make a copy" }).click();
  await page.locator("h1").first().waitFor();
  await hearTab();
  await page.goto(app.origin);
  await page.locator('[data-sync="all-delivered"]').waitFor();
  await hearTab();
});

afterAll(async () => {
  await device.forget();
  await app.stop();
});

describe("a visit lets nothing slip", () => {
  test("nothing is asked of anybody but the area's own server, and the policy would not let it be", async () => {
    const others = [...addresses].filter((url) => !/^(?:blob:|data:)/.test(url) && new URL(url).origin !== app.origin);
    expect(others).toEqual([]);
    expect(addresses.size).toBeGreaterThan(20);
    const refused = await page.evaluate(() =>
      fetch("http://127.0.0.1:9/elsewhere", { mode: "no-cors" }).then(
        () => "sent",
        () => "refused",
      ),
    );
    expect(refused).toBe("refused");
    await expect.poll(() => said.some((text) => /Content Security Policy/.test(text))).toBe(true);
    const policy = (await fetch(app.origin)).headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/default-src '(?:none|self)'/);
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test("no answer of the server about anybody is kept by the browser", () => {
    const answers = asked.filter(({ url }) => new URL(url).pathname.startsWith("/api/"));
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter(({ cacheControl }) => !/\bno-store\b/.test(cacheControl ?? ""))).toEqual([]);
  });

  test("no address and no title names anybody", () => {
    expect([...addresses, ...titles].filter((text) => PERSONAL.test(text))).toEqual([]);
    expect([...titles].filter((title) => title !== "")).toEqual(["Strandline"]);
  });

  test("nothing personal is written to the console, and no notification is shown", async () => {
    expect(said.filter((text) => PERSONAL.test(text))).toEqual([]);
    expect(
      await page.evaluate(() => (globalThis as unknown as { notificationsShown: unknown }).notificationsShown),
    ).toEqual([]);
  });

  test("Cache Storage and the text stores hold nobody's words; the text store holds preferences and counts alone", async () => {
    const kept = await page.evaluate(async () => {
      const texts: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const answer = await cache.match(request);
          texts.push(`${request.url} ${(await answer?.text()) ?? ""}`);
        }
      }
      const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(Object.entries(store)));
      return { texts, stores, names: Object.keys(localStorage), cookies: document.cookie };
    });
    expect(kept.texts.length).toBeGreaterThan(20);
    const found = [...kept.texts, ...kept.stores, kept.cookies].filter((text) => PERSONAL.test(text));
    expect(found.map((text) => text.slice(0, 80))).toEqual([]);
    expect(kept.names.filter((name) => !/^(?:preferences(?:\.[0-9a-f]{16})?|device-notes)$/.test(name))).toEqual([]);
  });

  test("the practice banner is there, and the same search would find a name on the screen", async () => {
    const text = await page.locator("body").innerText();
    expect(text).toContain("Practice area: made-up families only");
    await page.goto(`${app.origin}/cases`);
    await page.getByRole("heading", { name: "Your families" }).waitFor();
    expect(await page.locator("body").innerText()).toMatch(PERSONAL);
  });
});
