import type { Page } from "playwright-core";
import { openDevice as openBrowser } from "../tests/support/browser";
import { channelTo, firstPage, openWithScript } from "./device";
import type { Round } from "./in-page/syncing-device";
import type { RecordsToMakeUp } from "./made-up-records";
import type { ServerOnPostgres, SignIn } from "./server-on-postgres";
import { median } from "./spread";
import { countTraffic, type Exchange } from "./traffic";

/** A page of a real browser in which somebody is signed in, with our sync in it and without the app. */
export interface SyncingPage {
  /** What the browser was seen to add to a request. */
  readonly addedMs: number;
  readonly fill: (device: string, plan: RecordsToMakeUp) => Promise<number>;
  readonly sync: (device: string) => Promise<SyncedRound>;
  readonly forget: (device: string) => Promise<void>;
  /** Signs somebody else in. */
  readonly isNow: (person: SignIn) => Promise<void>;
}

export interface SyncedRound extends Round {
  readonly exchanges: readonly Exchange[];
}

declare const strandlineSync: typeof import("./in-page/syncing-device");

/**
 * Opens one against a server at a distance: the browser holds back each answer by the round trip.
 *
 * Errors  throws where what the browser adds to a request is not what was asked for.
 */
export const onSyncingPage = async <T>(
  { app, newPerson }: ServerOnPostgres,
  roundTripMs: number,
  use: (page: SyncingPage) => Promise<T>,
): Promise<T> => {
  const browser = await openBrowser();
  try {
    const page = firstPage(browser.context());
    await openWithScript(page, app.origin, "syncing-device");
    const channel = await channelTo(page);
    const traffic = await countTraffic(channel);
    let signedIn = await newPerson();
    const isNow: SyncingPage["isNow"] = async (person) => {
      signedIn = person;
      await page.evaluate(({ accountId, passphrase }) => strandlineSync.signIn(accountId, passphrase), person);
    };
    await isNow(signedIn);
    const nearMs = await roundTripOf(page);
    await channel.send("Network.emulateNetworkConditions", {
      ...{ offline: false, latency: roundTripMs, downloadThroughput: -1, uploadThroughput: -1 },
    });
    const addedMs = (await roundTripOf(page)) - nearMs;
    // A busy machine adds to it; less than it, or twice as much, would not be what was asked for.
    if (addedMs < roundTripMs - 10 || addedMs > roundTripMs + 50)
      throw new Error(`the browser adds ${Math.round(addedMs)} ms to a request, not ${roundTripMs}`);
    return await use({
      addedMs,
      isNow,
      fill: (device, plan) => page.evaluate(([name, what]) => strandlineSync.fill(name, what), [device, plan] as const),
      forget: (device) => page.evaluate((name) => strandlineSync.forget(name), device),
      sync: async (device) => {
        await traffic.ended();
        const round = await page.evaluate(([name, id]) => strandlineSync.sync(name, id), [
          device,
          signedIn.accountId,
        ] as const);
        return { ...round, exchanges: await traffic.ended() };
      },
    });
  } finally {
    await browser.forget();
  }
};

const roundTripOf = async (page: Page): Promise<number> =>
  median(await page.evaluate(() => strandlineSync.roundTrips(9)));

/** Totals of a round, for a note and for the limits on requests and bytes. */
export const totalsOf = (exchanges: readonly Exchange[]) => ({
  requests: exchanges.length,
  bytesUp: exchanges.reduce((sum, { bytesUp }) => sum + bytesUp, 0),
  bytesDown: exchanges.reduce((sum, { bytesDown }) => sum + bytesDown, 0),
});
