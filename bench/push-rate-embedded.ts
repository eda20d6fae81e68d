import practice from "../practice/people.json";
import { startApp } from "../tests/support/app";
import { createWork, pushRateOf, readyPushes } from "./push-load";
import { untilReady } from "./server-on-postgres";
import { median } from "./spread";

const RUNS = 3;
const PUSHES = 8;

/**
 * How fast the embedded database of the practice area takes pushes in, where everybody waits in one row.
 *
 * Units  operations a second.
 */
export const rateEmbedded = async (): Promise<{ readonly oneClient: number; readonly eightClients: number }> => {
  const app = await startApp();
  try {
    await untilReady(app.origin);
    const cookies = [await signInToPractice(app.origin)];
    const newWork = createWork(true);
    await pushRateOf(app.origin, await readyPushes(newWork, cookies, 1), 1);
    const rates = async (clients: number): Promise<number> => {
      const measured: number[] = [];
      for (let run = 0; run < RUNS; run += 1)
        measured.push(await pushRateOf(app.origin, await readyPushes(newWork, cookies, PUSHES), clients));
      return median(measured);
    };
    return { oneClient: await rates(1), eightClients: await rates(8) };
  } finally {
    await app.stop();
  }
};

const signInToPractice = async (origin: string): Promise<string> => {
  const answer = await fetch(`${origin}/api/session`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ accountId: practice.people[0]?.id, passphrase: practice.passphrase }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`signing in was answered ${answer.status}`);
  return cookie.split(";")[0] ?? "";
};
