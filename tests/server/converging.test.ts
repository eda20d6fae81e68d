import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256Hex } from "#platform/digest";
import type { DeviceOnTheRoad } from "../support/afternoon/device";
import { type Afternoon, spend, wordsIn } from "../support/afternoon/spend";
import { anAfternoon, type Step, theLongAfternoon } from "../support/afternoon/steps";
import { type Keeper, keepInMemory } from "../support/server/keepers";
import { createTestServer, type TestServer } from "../support/server/test-server";
import "../support/runs";

// Real stores and real rounds, over a real server: an afternoon takes one to two seconds.
const AFTERNOONS = Number(process.env["AFTERNOONS"] ?? 25);

let keeper: Keeper;
let server: TestServer;
beforeAll(async () => {
  keeper = await keepInMemory();
  server = await createTestServer(keeper.store);
}, 120_000);
afterAll(async () => {
  await server.close();
  await keeper.close();
});

const everyAfternoon = (holds: (afternoon: Afternoon, steps: readonly Step[]) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(anAfternoon, async (steps) => {
      const afternoon = await spend(server, steps);
      try {
        await holds(afternoon, steps);
      } finally {
        for (const device of [...afternoon.devices, afternoon.stranger]) device.close();
      }
    }),
    { numRuns: AFTERNOONS, examples: [[theLongAfternoon]] },
  );

test(
  "HAZ-02 whatever is lost on the way, in the end all is delivered once, all see the same, and nobody sees what is not theirs",
  () =>
    everyAfternoon(async (afternoon) => {
      await nothingWaits(afternoon);
      await keptOnce(afternoon);
      await noWordIsGone(afternoon);
      await oneTruth(afternoon);
      nobodySeesMore(afternoon);
    }),
  600_000,
);

test("these afternoons had in them what could go wrong", async () => {
  const met = await keeper.look("select distinct trim(concat(status, ' ', reason)) as met from op_result");
  const all = met.map((row) => row["met"]);
  expect(all).toEqual(expect.arrayContaining(["accepted", "branched", "quarantined access"]));
  expect(await keeper.look("select 1 from branch where merged_by is not null")).not.toEqual([]);
  expect(await keeper.look("select 1 from section where hidden_from <> '{}'")).not.toEqual([]);
});

/** The outbox drains: nothing that these people do is refused. */
const nothingWaits = async ({ devices }: Afternoon): Promise<void> => {
  for (const device of devices) {
    expect((await device.pending()).map(({ opId }) => opId)).toEqual([]);
    const states = (await device.seen()).map(({ delivery }) => delivery);
    expect(states).not.toContainEqual(expect.objectContaining({ reason: "refused" }));
  }
};

/** Every operation is in the history or held safely, exactly once, byte for byte. */
const keptOnce = async ({ devices }: Afternoon): Promise<void> => {
  for (const operation of devices.flatMap(({ written }) => written)) {
    const kept = await keeper.look(
      `select body, sha256, author_id::text as by from revision where rev_id = $1
       union all select body, sha256, account_id::text from quarantine where op_id = $1`,
      [operation.opId],
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]?.["body"]).toBe(operation.body);
    expect(kept[0]?.["sha256"]).toBe(await sha256Hex(operation.body));
    const audited = await keeper.look("select kind from audit where rev_id = $1 and kind like 'op-%'", [
      operation.opId,
    ]);
    expect(audited).toHaveLength(1);
  }
};

/** Every word that was taken in stands in the head or beside it, also where whoever came after could not see it. */
const noWordIsGone = async ({ devices }: Afternoon): Promise<void> => {
  const written = devices.flatMap((device) => device.written);
  for (const recordId of new Set(written.map((operation) => operation.recordId))) {
    const takenIn = await keeper.look("select body from revision where record_id = $1", [recordId]);
    const standing = await keeper.look("select content from section where record_id = $1", [recordId]);
    const all = standing.map(({ content }) => String(content)).join("\n");
    for (const { body } of takenIn) for (const word of wordsIn({ body: String(body) })) expect(all).toContain(word);
  }
};

/** Each device has just what the server would give it, and two devices of one person show the same. */
const oneTruth = async ({ devices }: Afternoon): Promise<void> => {
  for (const device of devices) {
    const { versions } = await device.held();
    expect((await device.person.digest([...versions])).statusCode).toBe(204);
  }
  const [one, other] = devices;
  if (one === undefined || other === undefined) return;
  // What is held safely, and what is kept because work here hangs on it, is its own device's.
  const apart = new Set([...(await needingSomebody(one)), ...(await needingSomebody(other))]);
  expect(await shown(one, apart)).toEqual(await shown(other, apart));
};

const needingSomebody = async (device: DeviceOnTheRoad): Promise<readonly string[]> =>
  (await device.seen()).flatMap(({ head, delivery }) =>
    delivery.kind === "needs-you" && delivery.reason !== "two-versions" ? [head.recordId] : [],
  );

const shown = async (device: DeviceOnTheRoad, apart: ReadonlySet<string>) =>
  (await device.seen())
    .filter(({ head }) => !apart.has(head.recordId))
    .map(({ head, otherHeads }) => ({
      recordId: head.recordId,
      versions: [head, ...otherHeads].map((version) => [version.revId, [...wordsIn(version)].sort()]).sort(),
    }))
    .sort((a, b) => (a.recordId < b.recordId ? -1 : 1));

/** No answer brings anybody a word that was hidden from them, nor a stranger any word at all. */
const nobodySeesMore = ({ devices, stranger, hidden }: Afternoon): void => {
  for (const device of devices) {
    const heard = device.heard.join("\n");
    for (const [word, accountId] of hidden) {
      if (accountId === device.person.who.accountId) expect(heard).not.toContain(word);
    }
  }
  const all = devices.flatMap(({ written }) => written.flatMap(wordsIn));
  for (const word of all) expect(stranger.heard.join("\n")).not.toContain(word);
};
