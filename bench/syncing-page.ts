import { openDevice as openBrowser } from "../tests/support/browser";
import { channelTo, firstPage, openWithScript } from "./device";
import type { Round, Whose } from "./in-page/syncing-device";
import type { RecordsToMakeUp } from "./made-up-records";
import type { ServerOnPostgres, SignIn } from "./server-on-postgres";
import { countTraffic, type Exchange } from "./traffic";

/** A page of a real browser in which somebody is signed in, with our sync in it and without the app. */
export interface SyncingPage {
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

/** Opens one against a server at a distance: each request leaves the page later by the round trip. */
export const onSyncingPage = async <T>(
  { app, newPerson }: ServerOnPostgres,
  roundTripMs: number,
  use: (page: SyncingPage) => Promise<T>,
): Promise<T> => {
  const browser = await openBrowser();
  try {
    const page = firstPage(browser.context());
    await openWithScript(page, app.origin, "syncing-device");
    const traffic = await countTraffic(await channelTo(page));
    let whose: Whose = { accountId: "", roundTripMs };
    const isNow: SyncingPage["isNow"] = async (person) => {
      whose = { accountId: person.accountId, roundTripMs };
      await page.evaluate(({ accountId, passphrase }) => strandlineSync.signIn(accountId, passphrase), person);
    };
    await isNow(await newPerson());
    return await use({
      isNow,
      fill: (device, plan) => page.evaluate((given) => strandlineSync.fill(...given), [device, whose, plan] as const),
      forget: (device) => page.evaluate((name) => strandlineSync.forget(name), device),
      sync: async (device) => {
        await traffic.ended();
        const round = await page.evaluate((given) => strandlineSync.sync(...given), [device, whose] as const);
        return { ...round, exchanges: await traffic.ended() };
      },
    });
  } finally {
    await browser.forget();
  }
};

/** Totals of a round, for a note and for the limits on requests and bytes. */
export const totalsOf = (exchanges: readonly Exchange[]) => ({
  requests: exchanges.length,
  bytesUp: exchanges.reduce((sum, { bytesUp }) => sum + bytesUp, 0),
  bytesDown: exchanges.reduce((sum, { bytesDown }) => sum + bytesDown, 0),
  headUp: exchanges.reduce((sum, { headUp }) => sum + headUp, 0),
  headDown: exchanges.reduce((sum, { headDown }) => sum + headDown, 0),
});

/** What the heads of a round's messages take, beside its bodies. */
export const headWords = (exchanges: readonly Exchange[]): string => {
  const { headUp, headDown } = totalsOf(exchanges);
  return `heads of ${headUp} bytes up, ${headDown} down`;
};
