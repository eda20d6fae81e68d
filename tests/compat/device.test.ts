import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { Dexie } from "dexie";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, test } from "vitest";
import { type Operation, type RecordType, SCHEMA_VERSION } from "#core/schema/operation";
import { bodySchemas, takeApart } from "#core/sync/record-body";
import { mergedBody, readTwoVersions } from "#core/sync/two-versions";
import { sha256Hex } from "#platform/digest";
import { makeOperation } from "#storage/make-operation";
import { openStore, type Store } from "#storage/open-store";
import { bodyOf, type Earlier, EARLIER, typesOf } from "../support/earlier-fixtures";
import { plainRows } from "../support/plain-rows";
import { countedIds, uuid } from "../support/uuid";
import { valueOf } from "../support/value-of";

const caseId = uuid(2);
const ids = countedIds(50);
let store: Store;
let raw: Dexie;
beforeEach(async () => {
  const factory = new IDBFactory();
  const clock = { nowMs: () => 1_000 };
  const about = { userId: uuid(1), practice: true, clock, ids, factory, sha256: sha256Hex, codec: plainRows };
  store = valueOf(await openStore(about));
  // The same database by another door, to leave in it what earlier versions of the app have written.
  const names = (await factory.databases()).flatMap(({ name }) => (name === "strandline" || !name ? [] : [name]));
  raw = await new Dexie(names[0]!, { indexedDB: factory }).open();
});

const TYPES = typesOf(2);
const asRead = (version: Earlier, type: RecordType): unknown =>
  bodySchemas[type].parse(JSON.parse(bodyOf(version, type)));
const recordIdOf = (type: RecordType): string => (type === "case" ? caseId : uuid(100 + TYPES.indexOf(type)));

/** An operation as a build of some version left it in the outbox. */
const operationOf = async (schema: Earlier, type: RecordType): Promise<Operation> => {
  const body = bodyOf(schema, type);
  const about = { recordType: type, recordId: recordIdOf(type), caseId, parents: [], clientTime: 1_000 };
  return {
    ...about,
    opId: uuid(200 + TYPES.indexOf(type)),
    schemaVersion: schema,
    body,
    sha256: await sha256Hex(body),
  };
};

describe.each(EARLIER)("a device that was updated from version %d", (schema) => {
  const now = (type: RecordType): unknown => asRead(schema, type);

  test.each(typesOf(schema))("reads a %s that it had been given, and one that waits", async (type) => {
    const { opId: revId, recordType, recordId, parents, body } = await operationOf(schema, type);
    const remote = { recordType, recordId, caseId, revId, parents, schemaVersion: schema, body, branches: [] };
    await raw.table("remote").put({ id: recordId, version: "v", body: JSON.stringify(remote) });
    expect(valueOf(await store.records.get(recordId)).body).toEqual(now(type));
    await raw.table("remote").clear();
    await raw.table("outbox").add({ id: revId, version: 1, body: JSON.stringify(await operationOf(schema, type)) });
    expect(valueOf(await store.records.get(recordId))).toMatchObject({
      body: now(type),
      delivery: { kind: "waiting" },
    });
  });

  test("delivers what waits just as it was written, and leaves it as it lies until then", async () => {
    const waiting = await Promise.all(typesOf(schema).map((type) => operationOf(schema, type)));
    for (const op of waiting) await raw.table("outbox").add({ id: op.opId, version: 1, body: JSON.stringify(op) });
    const lying: unknown = await raw.table("outbox").toArray();
    const pending = valueOf(await store.deliveries.pending());
    expect(new Set(pending)).toEqual(new Set(waiting));
    for (const op of pending) expect(await sha256Hex(op.body)).toBe(op.sha256);
    for (const type of typesOf(schema)) await store.records.get(recordIdOf(type));
    expect(await raw.table("outbox").toArray()).toEqual(lying);
  });

  test("goes on with a visit that was begun, loses nothing of it, and finishes it as this build's", async () => {
    const draftId = uuid(40);
    const [profile, plan] = [JSON.parse(bodyOf(schema, "profile")), JSON.parse(bodyOf(schema, "plan"))] as unknown[];
    const visit = { profileId: draftId, planId: uuid(41), caseId, profile, plan, place: "strand/attention" };
    const draft = { kind: "visit", caseId, startedAtMs: 1_000, savedAtMs: 1_000, body: visit };
    const row = { id: draftId, version: 1, body: JSON.stringify(draft) };
    await raw.table("draft").put(row);
    const read = valueOf(await store.drafts.load(draftId));
    if (read.kind !== "visit") throw new Error("not a visit");
    expect(read.body).toMatchObject({ profile: now("profile"), plan: now("plan"), place: "strand/attention" });
    expect(await raw.table("draft").get(draftId)).toEqual(row);
    const made = { recordId: draftId, caseId, parents: [], nowMs: 1_000, ids, sha256: sha256Hex };
    const op = valueOf(await makeOperation({ ...made, recordType: "profile", body: read.body.profile }));
    expect(op.schemaVersion).toBe(SCHEMA_VERSION);
    expect(takeApart(op).ok).toBe(true);
  });

  test("brings a version of its own together with one of this build's: nothing differs that means the same", async () => {
    const { recordId, body } = await operationOf(schema, "case");
    const of = { recordType: "case", recordId, caseId, parents: [] } as const;
    const newer = now("case") as object;
    const two = valueOf(
      readTwoVersions({
        head: { ...of, revId: uuid(301), schemaVersion: schema, body },
        otherHeads: [{ ...of, revId: uuid(302), schemaVersion: SCHEMA_VERSION, body: JSON.stringify(newer) }],
        delivery: { kind: "needs-you", reason: "two-versions" },
      }),
    );
    expect(valueOf(mergedBody(two, {}))).toEqual(now("case"));
  });
});
