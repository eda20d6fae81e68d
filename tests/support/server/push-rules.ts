import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { SCHEMA_VERSION } from "#core/schema/operation";
import { caseBody, caseOperation, newId, profileBody, profileOperation, voice } from "./bodies";
import { ORIGIN, sectionsIn, type TestDevice, type TestServer } from "./test-server";

/** What a push promises, whichever database keeps it. */
export const describePush = (server: () => TestServer): void => {
  let areaId: string;
  let jo: TestDevice;
  let practice: boolean;
  beforeAll(async () => {
    practice = server().practice;
    areaId = await server().newArea();
    jo = await server().newPerson(areaId);
  });
  const newCase = async (): Promise<string> => {
    const op = caseOperation(practice);
    await jo.deliver(op);
    return op.recordId;
  };

  describe("an operation", () => {
    test("is accepted with a receipt, and its record can be pulled by who made it", async () => {
      const op = caseOperation(practice);
      const [result] = await jo.push([op]);
      expect(result).toMatchObject({
        opId: op.opId,
        status: "accepted",
        headRev: op.opId,
        receipt: { revId: op.opId, sha256: op.sha256, auditSeq: expect.any(Number) as number },
      });
      expect(result?.receipt?.hmac).toMatch(/^[0-9a-f]{64}$/);
      expect(Math.abs((result?.receipt?.receivedAt ?? 0) - Date.now())).toBeLessThan(60_000);
      const { puts } = await jo.pull();
      expect(puts.find(({ recordId }) => recordId === op.recordId)).toMatchObject({
        ...{
          recordType: "case",
          caseId: op.caseId,
          revId: op.opId,
          parents: [],
          schemaVersion: SCHEMA_VERSION,
          ver: result?.ver,
        },
      });
    });

    test("may be the first of its case, with the case before it in the same push", async () => {
      const first = caseOperation(practice);
      const second = profileOperation(practice, first.caseId);
      expect((await jo.push([first, second])).map(({ status }) => status)).toEqual(["accepted", "accepted"]);
    });

    test("that comes again is answered with the very same result, and is kept once", async () => {
      const op = profileOperation(practice, await newCase());
      const first = await jo.push([op]);
      expect(await jo.push([op])).toEqual(first);
      expect(await jo.push([{ ...op, clientTime: op.clientTime + 1 }])).toEqual(first);
    });

    test("under an id that was used for something else is refused, and both are as they were", async () => {
      const caseId = await newCase();
      const op = profileOperation(practice, caseId);
      const first = await jo.deliver(op);
      const other = profileOperation(practice, caseId, {
        ...{ opId: op.opId, recordId: op.recordId },
        body: profileBody(practice, { "loves/x": { loves: "boats" } }),
      });
      const faults = [{ path: "opId", reason: "was delivered with other words" }];
      expect(await jo.push([other])).toEqual([{ opId: op.opId, status: "refused", reason: "op-id-reused", faults }]);
      expect(await jo.push([{ ...op, recordId: newId() }])).toMatchObject([{ reason: "op-id-reused" }]);
      expect(await jo.push([op])).toEqual([first]);
    });

    test("under an id that somebody else has used is refused", async () => {
      const op = caseOperation(practice);
      await jo.deliver(op);
      const ash = await server().newPerson(areaId);
      expect(await ash.push([caseOperation(practice, { opId: op.opId })])).toMatchObject([
        { status: "refused", reason: "op-id-reused" },
      ]);
    });

    test("whose hash is not that of its body is refused", async () => {
      const op = { ...caseOperation(practice), sha256: "0".repeat(64) };
      const faults = [{ path: "sha256", reason: "is not the hash of the body" }];
      expect(await jo.push([op])).toEqual([{ opId: op.opId, status: "refused", reason: "hash", faults }]);
    });

    test("whose body is over 512 KB of UTF-8 is refused, though it has fewer characters", async () => {
      const body = caseBody(practice, { "person/x": { words: "ß".repeat(300_000) } });
      const op = caseOperation(practice, { body });
      expect(body.length).toBeLessThan(524_288);
      const faults = [{ path: "body", reason: "is larger than 512 KB" }];
      expect(await jo.push([op])).toEqual([{ opId: op.opId, status: "refused", reason: "size", faults }]);
    });

    test("of made-up families does not enter among real ones, nor the other way round", async () => {
      const op = caseOperation(!practice);
      expect(await jo.push([op])).toMatchObject([{ status: "refused", reason: "practice-mixed" }]);
    });

    test("with a field that nobody knows is refused by its place, and the others go on", async () => {
      const good = caseOperation(practice);
      const bad = { ...caseOperation(practice), "Zephyrine Smith": "Zephyrine", hint: 1 };
      const results = await jo.push([bad, good]);
      expect(results.map(({ status }) => status)).toEqual(["refused", "accepted"]);
      expect(results[0]).toMatchObject({ reason: "envelope", faults: [{ path: "" }] });
      expect(results[0]?.faults?.[0]?.reason).toContain('"hint"');
      expect(JSON.stringify(results)).not.toContain("Zephyrine");
    });

    test.each([
      ["a case under another case", () => ({ ...caseOperation(practice), caseId: newId() })],
      ["three parents", () => ({ ...caseOperation(practice), parents: [newId(), newId(), newId()] })],
      ["the same parent twice", () => ({ ...caseOperation(practice), parents: Array(2).fill(newId()) })],
      ["half a character", () => ({ ...caseOperation(practice), body: '{"a":"\ud800"}' })],
    ])("with %s is refused", async (_, make) => {
      expect(await jo.push([make()])).toMatchObject([{ status: "refused", reason: "envelope" }]);
    });

    test.each([
      ["not JSON", '{"schemaVersion":1'],
      ["no object", '"Robin"'],
      ["without its frame", '{"schemaVersion":1,"sections":{}}'],
      ["of another schema version than it says", undefined],
    ])("whose body is %s is held in quarantine, whole, with a receipt", async (_, made) => {
      const caseId = await newCase();
      const body = made ?? profileBody(practice).replace('"schemaVersion":1', '"schemaVersion":2');
      const op = { ...profileOperation(practice, caseId, { body }), schemaVersion: 1 };
      const [result] = await jo.push([op]);
      expect(result).toMatchObject({ status: "quarantined", reason: "body", receipt: { sha256: op.sha256 } });
      expect(result?.faults?.length).toBeGreaterThan(0);
      const [again] = await jo.push([op]);
      expect(again).toMatchObject({ status: "quarantined", receipt: result?.receipt });
    });

    test("with a character that databases cannot take apart is kept as it came", async () => {
      const caseId = await newCase();
      const op = profileOperation(practice, caseId, {
        body: profileBody(practice, { "loves/a": { loves: "tr\u0000ains", easier: "" } }),
      });
      await jo.deliver(op);
      expect(sectionsIn(await jo.pull(), op.recordId)["loves/a"]).toMatchObject({ loves: "tr\u0000ains" });
    });

    test("with what a newer version wrote keeps it", async () => {
      const caseId = await newCase();
      const op = profileOperation(practice, caseId, {
        body: profileBody(
          practice,
          { "sounds/hum": { pitch: [1, { deep: true }] }, "loves/a": { loves: "x", shade: "blue" } },
          { weather: "fine" },
        ),
      });
      await jo.deliver(op);
      const pulled = await jo.pull();
      expect(sectionsIn(pulled, op.recordId)).toMatchObject({
        "sounds/hum": { pitch: [1, { deep: true }] },
        "loves/a": { loves: "x", shade: "blue" },
      });
      expect(JSON.parse(pulled.puts.find(({ recordId }) => recordId === op.recordId)?.body ?? "")).toMatchObject({
        weather: "fine",
      });
    });
  });

  describe("operations of one record", () => {
    test("follow each other: an amendment of an unsent revision, in one push", async () => {
      const caseId = await newCase();
      const first = profileOperation(practice, caseId);
      const second = profileOperation(practice, caseId, { recordId: first.recordId, parents: [first.opId] });
      const results = await jo.push([first, second]);
      expect(results.map(({ status, headRev }) => [status, headRev])).toEqual([
        ["accepted", first.opId],
        ["accepted", second.opId],
      ]);
    });

    test("wait for each other: once one was not kept, the next of that record is not tried", async () => {
      const caseId = await newCase();
      const first = { ...profileOperation(practice, caseId), sha256: "0".repeat(64) };
      const second = profileOperation(practice, caseId, { recordId: first.recordId, parents: [first.opId] });
      const other = profileOperation(practice, caseId);
      expect(await jo.push([first, second, other])).toMatchObject([
        { status: "refused", reason: "hash" },
        { status: "retry", reason: "earlier-one-first" },
        { status: "accepted" },
      ]);
    });

    test("whose case is not here yet are to be tried again, and are accepted when it has come", async () => {
      const theCase = caseOperation(practice);
      const op = profileOperation(practice, theCase.caseId);
      expect(await jo.push([op])).toEqual([{ opId: op.opId, status: "retry", reason: "case-not-here" }]);
      expect((await jo.push([theCase, op])).map(({ status }) => status)).toEqual(["accepted", "accepted"]);
    });

    test("whose first is not here yet are to be tried again", async () => {
      const op = profileOperation(practice, await newCase(), { parents: [newId()] });
      expect(await jo.push([op])).toMatchObject([{ status: "retry", reason: "parent-not-here" }]);
    });

    test("that follow one in quarantine go there too, and so does what belongs to a case in it", async () => {
      const bad = caseOperation(practice, { body: "{}" });
      const next = caseOperation(practice, { recordId: bad.recordId, parents: [bad.opId] });
      const profile = profileOperation(practice, bad.caseId);
      expect(await jo.push([bad, next, profile])).toMatchObject([
        { status: "quarantined", reason: "body" },
        { status: "quarantined", reason: "follows-quarantined" },
        { status: "quarantined", reason: "follows-quarantined" },
      ]);
    });

    test("stay what they are: another type or another case under the same id is held in quarantine", async () => {
      const [caseId, otherCaseId] = [await newCase(), await newCase()];
      const op = profileOperation(practice, caseId);
      await jo.deliver(op);
      const moved = profileOperation(practice, otherCaseId, { recordId: op.recordId, parents: [op.opId] });
      expect(await jo.push([moved])).toMatchObject([{ status: "quarantined", reason: "not-of-this-record" }]);
    });
  });

  describe("an operation that does not follow the head", () => {
    test("is a branch: the head stands, and a pull gives both", async () => {
      const caseId = await newCase();
      const first = profileOperation(practice, caseId);
      const amend = (loves: string, parents: readonly string[]) =>
        profileOperation(practice, caseId, {
          ...{ recordId: first.recordId, parents },
          body: profileBody(practice, { "loves/a": { loves, easier: "" } }),
        });
      const [ours, theirs] = [amend("trains", [first.opId]), amend("boats", [first.opId])];
      expect(await jo.push([first, ours, theirs])).toMatchObject([
        { status: "accepted" },
        { status: "accepted" },
        { status: "branched", headRev: ours.opId },
      ]);
      const pulled = await jo.pull();
      expect(sectionsIn(pulled, first.recordId)["loves/a"]).toMatchObject({ loves: "trains" });
      const put = pulled.puts.find(({ recordId }) => recordId === first.recordId);
      expect(put?.branches).toMatchObject([{ revId: theirs.opId, parents: [first.opId] }]);
      expect(put?.branches[0]?.body).toContain("boats");

      const later = amend("big boats", [theirs.opId]);
      expect(await jo.push([later])).toMatchObject([{ status: "branched", headRev: ours.opId }]);
      const grown = (await jo.pull()).puts.find(({ recordId }) => recordId === first.recordId);
      expect(grown?.branches.map(({ revId }) => revId)).toEqual([later.opId]);

      const merged = amend("trains and boats", [ours.opId, later.opId]);
      expect(await jo.push([merged])).toMatchObject([{ status: "accepted", headRev: merged.opId }]);
      const after = await jo.pull();
      expect(after.puts.find(({ recordId }) => recordId === first.recordId)?.branches).toEqual([]);
      expect(sectionsIn(after, first.recordId)["loves/a"]).toMatchObject({ loves: "trains and boats" });
    });

    test("is one too where it says that it is new, or follows what nobody here has", async () => {
      const caseId = await newCase();
      const first = profileOperation(practice, caseId);
      const anew = profileOperation(practice, caseId, { recordId: first.recordId });
      const stray = profileOperation(practice, caseId, { recordId: first.recordId, parents: [newId()] });
      expect(await jo.push([first, anew, stray])).toMatchObject([
        { status: "accepted" },
        { status: "branched" },
        { status: "branched" },
      ]);
    });
  });

  describe("an amendment", () => {
    test("replaces the sections that it carries, and no other", async () => {
      const caseId = await newCase();
      const first = profileOperation(practice, caseId, {
        body: profileBody(practice, { "loves/a": { loves: "trains" }, "voice/motor/a": voice(30) }),
      });
      const second = profileOperation(practice, caseId, {
        ...{ recordId: first.recordId, parents: [first.opId] },
        body: profileBody(practice, { "voice/motor/a": voice(70), "loves/b": { loves: "boats" } }),
      });
      await jo.deliver(first);
      const { ver } = await jo.deliver(second);
      const pulled = await jo.pull();
      const sections = sectionsIn(pulled, first.recordId);
      expect(sections).toMatchObject({
        "loves/a": { loves: "trains" },
        "voice/motor/a": { mark: { position: 70 } },
        "loves/b": { loves: "boats" },
      });
      // In the order in which they were first made: people read by it.
      expect(Object.keys(sections)).toEqual(["frame", "loves/a", "voice/motor/a", "loves/b"]);
      // The device does not have it all, so it is not told that it has.
      expect(ver).toBeUndefined();
    });
  });

  describe("the message itself", () => {
    test.each([
      ["not JSON", "{"],
      ["no object", "[]"],
      ["of no protocol", JSON.stringify({ deviceId: newId(), ops: [], events: [] })],
      ["without its device", JSON.stringify({ protocol: 1, ops: [], events: [] })],
      ["an operation without its id", JSON.stringify({ protocol: 1, deviceId: newId(), ops: [{}], events: [] })],
    ])("%s is not understood", async (_, payload) => {
      const answer = await jo.send("/api/sync/push", payload);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ error: "not-understood" });
    });

    test("with an unknown field is refused by the place of the field, without its content", async () => {
      const answer = await jo.send("/api/sync/push", {
        ...{ protocol: 1, deviceId: jo.deviceId, ops: [], events: [], extra: "Zephyrine" },
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toEqual({
        error: "not-understood",
        faults: [{ path: "", reason: 'nothing is known here by the name "extra"' }],
      });
    });

    test("may hold fifty operations, and not one more", async () => {
      const ops = Array.from({ length: 51 }, () => caseOperation(practice));
      const answer = await jo.send("/api/sync/push", { protocol: 1, deviceId: jo.deviceId, ops, events: [] });
      expect(answer.statusCode).toBe(400);
      expect((await jo.push(ops.slice(1))).every(({ status }) => status === "accepted")).toBe(true);
    });

    test("may be 1 MB, plain or unpacked, and not a byte more", async () => {
      const message = (bytes: number): string => {
        const empty = JSON.stringify({ protocol: 1, deviceId: jo.deviceId, ops: [], events: [] });
        return `${empty}${" ".repeat(bytes - empty.length)}`;
      };
      const gzip = { "content-encoding": "gzip" };
      expect((await jo.send("/api/sync/push", message(1_048_576))).statusCode).toBe(200);
      expect((await jo.send("/api/sync/push", gzipSync(message(1_048_576)), gzip)).statusCode).toBe(200);
      for (const answer of [
        await jo.send("/api/sync/push", message(1_048_577)),
        await jo.send("/api/sync/push", gzipSync(message(1_048_577)), gzip),
      ]) {
        expect(answer.statusCode).toBe(413);
        expect(answer.json()).toEqual({ error: "too-much" });
      }
    });

    test("that unpacks to a gigabyte is stopped at its first megabyte", async () => {
      const bomb = gzipSync(Buffer.alloc(1_000_000_000, " "), { level: 1 });
      const before = process.memoryUsage().arrayBuffers;
      const answer = await jo.send("/api/sync/push", bomb.subarray(0, 1_000_000), { "content-encoding": "gzip" });
      expect(answer.statusCode).toBe(413);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
    });

    test("that says it is gzip and is not is not understood; another packing is not accepted", async () => {
      const gzip = await jo.send("/api/sync/push", "{}", { "content-encoding": "gzip" });
      expect(gzip.statusCode).toBe(400);
      const half = gzipSync(JSON.stringify({ protocol: 1 })).subarray(0, 15);
      expect((await jo.send("/api/sync/push", half, { "content-encoding": "gzip" })).statusCode).toBe(400);
      expect((await jo.send("/api/sync/push", "{}", { "content-encoding": "br" })).statusCode).toBe(415);
    });

    test("that is no JSON by its own word is not accepted", async () => {
      for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
        expect((await jo.send("/api/sync/push", "{}", { "content-type": type })).statusCode).toBe(415);
      }
    });

    test("from another site, or from none, is turned away", async () => {
      const message = { protocol: 1, deviceId: jo.deviceId, ops: [], events: [] };
      for (const origin of ["https://elsewhere.example", "null", `${ORIGIN}:8080`, ""]) {
        expect((await jo.send("/api/sync/push", message, { origin })).statusCode).toBe(403);
      }
    });

    test("from somebody who is not signed in is turned away before it is read", async () => {
      for (const cookie of ["", "strandline-session=x", `${jo.cookie}x`]) {
        const answer = await jo.send("/api/sync/push", "{", { cookie });
        expect(answer.statusCode).toBe(401);
        expect(answer.json()).toEqual({ error: "sign-in" });
      }
    });
  });
};
