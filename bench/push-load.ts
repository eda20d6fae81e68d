import { gzipSync } from "node:zlib";
import type { Operation } from "#core/schema/operation";
import { PROTOCOL, PushResponse } from "#core/schema/wire";
import { batches } from "#sync/batches";
import { makeUpRecords } from "./made-up-records";

/** A push that is ready to be sent. */
export interface ReadyPush {
  readonly cookie: string;
  readonly body: Blob;
  readonly operations: number;
}

/** Makes work that nobody has delivered yet: each time another family, with its case and 44 profiles of 20 KB. */
export const createWork = (isPractice: boolean): (() => Promise<readonly Operation[]>) => {
  let seed = 0;
  return () => makeUpRecords({ seed: ++seed, families: 1, profilesEach: 44, practice: isPractice });
};

/** So many pushes of each person, by the cookies of their sessions: everybody's first, then everybody's second. */
export const readyPushes = async (
  newWork: () => Promise<readonly Operation[]>,
  cookies: readonly string[],
  each: number,
): Promise<readonly ReadyPush[]> => {
  const pushes: ReadyPush[] = [];
  for (let push = 0; push < each; push += 1)
    for (const cookie of cookies) pushes.push(...toPushes(cookie, await newWork()));
  return pushes;
};

/** Work cut into pushes and packed, as a device does it. */
export const toPushes = (cookie: string, work: readonly Operation[]): readonly ReadyPush[] => {
  const deviceId = crypto.randomUUID();
  return batches(work, (text) => Buffer.byteLength(text)).map((ops) => ({
    cookie,
    body: new Blob([gzipSync(JSON.stringify({ protocol: PROTOCOL, deviceId, ops, events: [] }))]),
    operations: ops.length,
  }));
};

export const operationsIn = (pushes: readonly ReadyPush[]): number =>
  pushes.reduce((sum, { operations }) => sum + operations, 0);

/**
 * Sends pushes as so many clients at once, each with one request under way.
 *
 * Units   operations a second, from the first request to the last answer.
 * Errors  throws where an operation was not accepted.
 */
export const pushRateOf = async (origin: string, pushes: readonly ReadyPush[], clients: number): Promise<number> => {
  const left = [...pushes];
  const startMs = performance.now();
  const client = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await send(origin, next);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return (operationsIn(pushes) * 1000) / (performance.now() - startMs);
};

const send = async (origin: string, { cookie, body, operations }: ReadyPush): Promise<void> => {
  const answer = await fetch(`${origin}/api/sync/push`, {
    method: "POST",
    headers: { origin, cookie, "content-type": "application/json", "content-encoding": "gzip" },
    body,
  });
  const { results } = PushResponse.parse(await answer.json());
  const accepted = results.filter(({ status }) => status === "accepted").length;
  if (accepted !== operations) throw new Error(`${accepted} of ${operations} operations were accepted`);
};
