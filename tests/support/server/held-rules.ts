import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { DecidedResponse, HeldResponse, OpenHeldResponse } from "#core/schema/held-wire";
import type { Operation } from "#core/schema/operation";
import { caseOperation, concernBody, concernOperation, noteBody, profileBody, profileOperation, voice } from "./bodies";
import type { Keeper } from "./keepers";
import { type Answer, sectionsIn, type TestDevice, type TestServer } from "./test-server";

const CANARY = "Zephyrine likes the tide";

/** What the server promises of what it holds safely, whichever database keeps it. */
export const describeHeld = (server: () => TestServer, keeper: () => Keeper): void => {
  let practice: boolean;
  let areaId: string;
  let sender: TestDevice;
  let colleague: TestDevice;
  let custodian: TestDevice;
  let theCase: Operation;
  beforeEach(async () => {
    practice = server().practice;
    areaId = await server().newArea();
    [sender, colleague, custodian] = await Promise.all([
      server().newPerson(areaId),
      server().newPerson(areaId),
      server().newPerson(areaId, "custodian"),
    ]);
    theCase = caseOperation(practice);
    await colleague.deliver(theCase);
    await sender.isGiven(theCase.caseId);
  });

  const strand = "voice/friends/1";
  const aProfile = (more: Partial<Parameters<typeof profileOperation>[2]> = {}): Operation =>
    profileOperation(practice, theCase.caseId, {
      body: profileBody(practice, { [strand]: voice(20, { goesWell: CANARY }) }),
      ...more,
    });
  /** Work that is held because access ended before it came. */
  const heldOne = async (): Promise<Operation> => {
    await sender.isEnded(theCase.caseId);
    const op = aProfile();
    expect(await sender.push([op])).toMatchObject([{ status: "quarantined", reason: "access" }]);
    return op;
  };
  const listed = async () => HeldResponse.parse((await custodian.ask("/api/held")).json()).held;
  const decide = (
    op: Operation,
    kind: "released" | "returned",
    by = custodian,
    words = "Checked with Ash.",
  ): Promise<Answer> => by.send("/api/held/decide", { opId: op.opId, kind, words });
  const decided = async (by = sender) => DecidedResponse.parse((await by.ask("/api/held/decided")).json()).decided;
  const rows = (table: string, op: Operation, column = "rev_id") =>
    keeper().look(`select * from ${table} where ${column} = $1`, [op.opId]);
  const kinds = async (op: Operation) =>
    (await keeper().look("select kind from audit where rev_id = $1 order by seq", [op.opId])).map(({ kind }) => kind);

  describe("HAZ-02 what is held, as the custodian finds it", () => {
    test("is listed with why, whose, when and from which device, and never with what it says or whose record it is", async () => {
      const op = await heldOne();
      const answer = await custodian.ask("/api/held");
      expect(HeldResponse.parse(answer.json()).held).toEqual([
        {
          ...{ opId: op.opId, recordType: "profile", reason: "access", senderName: "Jo Reed" },
          ...{ deviceId: sender.deviceId, atMs: expect.any(Number) as number },
        },
      ]);
      for (const said of [CANARY, op.caseId, op.recordId]) expect(answer.body).not.toContain(said);
    });

    test("is opened whole, and each time is in the audit", async () => {
      const op = await heldOne();
      for (const _ of [1, 2]) {
        const answer = await custodian.send("/api/held/open", { opId: op.opId });
        expect(OpenHeldResponse.parse(answer.json())).toMatchObject({ body: op.body, reason: "access" });
      }
      expect(await kinds(op)).toEqual(["op-quarantined", "held-opened", "held-opened"]);
    });

    test("is there for nobody else: its sender, a colleague and another area's custodian are answered as for a route that is not there", async () => {
      const op = await heldOne();
      const stranger = await server().newPerson(await server().newArea(), "custodian");
      const unknown = await colleague.ask("/api/no-such-thing");
      for (const device of [sender, colleague]) {
        const answer = await device.ask("/api/held");
        expect([answer.statusCode, answer.body]).toEqual([unknown.statusCode, unknown.body]);
      }
      expect(HeldResponse.parse((await stranger.ask("/api/held")).json()).held).toEqual([]);
      for (const device of [sender, colleague, stranger]) {
        for (const answer of [
          await device.send("/api/held/open", { opId: op.opId }),
          await decide(op, "released", device),
        ]) {
          expect([answer.statusCode, answer.body]).toEqual([unknown.statusCode, unknown.body]);
        }
      }
      expect(await rows("held_decision", op, "op_id")).toEqual([]);
      expect(await decided(colleague)).toEqual([]);
    });

    test("HAZ-23 leaves out concerns and notes: neither is listed, opened or decided here", async () => {
      const held: Operation[] = [];
      for (const recordType of ["concern", "note"] as const) {
        const make = recordType === "concern" ? concernBody : noteBody;
        const first = concernOperation(theCase.caseId, { recordType, body: make(practice, { words: CANARY }) });
        const second = concernOperation(theCase.caseId, {
          ...{ recordType, recordId: first.recordId, parents: [first.opId] },
          body: make(practice, { words: "Nothing was said." }),
        });
        expect(await sender.push([first, second])).toMatchObject([{ status: "accepted" }, { status: "quarantined" }]);
        held.push(second);
      }
      expect(await listed()).toEqual([]);
      for (const op of held) {
        expect((await custodian.send("/api/held/open", { opId: op.opId })).statusCode).toBe(404);
        expect((await decide(op, "released")).statusCode).toBe(404);
        expect((await decide(op, "returned")).statusCode).toBe(404);
      }
    });
  });

  describe("HAZ-02 what is released", () => {
    test("is taken in under its sender's name, and its sender is let at nothing by it", async () => {
      const op = await heldOne();
      expect((await colleague.pull()).puts.map(({ recordId }) => recordId)).not.toContain(op.recordId);
      expect((await decide(op, "released")).statusCode).toBe(200);
      expect(sectionsIn(await colleague.pull(), op.recordId)[strand]).toMatchObject({ goesWell: CANARY });
      expect(await rows("revision", op)).toMatchObject([{ author_id: sender.who.accountId, body: op.body }]);
      expect((await sender.pull()).puts).toEqual([]);
      // What came after it is held as before.
      expect(await sender.push([aProfile()])).toMatchObject([{ status: "quarantined", reason: "access" }]);
    });

    test("is answered for as taken in when its device sends it again, with the receipt that it had", async () => {
      await sender.isEnded(theCase.caseId);
      const op = aProfile();
      const [held] = await sender.push([op]);
      await decide(op, "released");
      expect(await sender.push([op])).toEqual([
        {
          ...{ opId: op.opId, status: "accepted", headRev: op.opId },
          ver: expect.any(String) as string,
          receipt: held?.receipt,
        },
      ]);
      expect(await decided()).toMatchObject([
        { opId: op.opId, kind: "released", words: "Checked with Ash.", byName: "Jo Reed" },
      ]);
    });

    test("is released once, however often and by however many it is asked for", async () => {
      const op = await heldOne();
      const answers = await Promise.all([1, 2, 3].map(() => decide(op, "released")));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
      expect(await rows("revision", op)).toHaveLength(1);
      expect(await kinds(op)).toEqual(["op-quarantined", "op-accepted", "held-released"]);
      const other = await decide(op, "returned");
      expect([other.statusCode, other.json()]).toEqual([409, { error: "decided-otherwise" }]);
      expect(await listed()).toMatchObject([{ opId: op.opId, decision: { kind: "released" } }]);
    });

    test("is another version where the record went on meanwhile, and nothing is overwritten", async () => {
      const first = aProfile();
      await sender.deliver(first);
      await sender.isEnded(theCase.caseId);
      const late = aProfile({ recordId: first.recordId, parents: [first.opId] });
      await sender.push([late]);
      const onward = profileOperation(practice, theCase.caseId, {
        ...{ recordId: first.recordId, parents: [first.opId] },
        body: profileBody(practice, { [strand]: voice(80, { goesWell: "Ash's words" }) }),
      });
      await colleague.deliver(onward);
      expect((await decide(late, "released")).statusCode).toBe(200);
      const pulled = await colleague.pull();
      expect(sectionsIn(pulled, first.recordId)[strand]).toMatchObject({ goesWell: "Ash's words" });
      const put = pulled.puts.find(({ recordId }) => recordId === first.recordId);
      expect(put?.branches.map(({ revId }) => revId)).toEqual([late.opId]);
    });

    test("is followed by what followed it, once that is released too, and not before", async () => {
      await sender.isEnded(theCase.caseId);
      const first = aProfile();
      const second = aProfile({ recordId: first.recordId, parents: [first.opId] });
      await sender.push([first, second]);
      const early = await decide(second, "released");
      expect([early.statusCode, early.json()]).toEqual([409, { error: "still-held-follows-quarantined" }]);
      await decide(first, "released");
      expect((await decide(second, "released")).statusCode).toBe(200);
      expect(await keeper().look("select head_rev from head where record_id = $1", [first.recordId])).toEqual([
        { head_rev: second.opId },
      ]);
    });

    test("takes in what was held because its app was too old", async () => {
      const op = aProfile();
      const answer = await sender.send("/api/sync/push", {
        protocol: 0,
        deviceId: sender.deviceId,
        ops: [op],
        events: [],
      });
      expect(answer.json()).toMatchObject({ results: [{ status: "quarantined", reason: "too-old" }] });
      expect((await decide(op, "released")).statusCode).toBe(200);
      expect(sectionsIn(await sender.pull(), op.recordId)[strand]).toMatchObject({ goesWell: CANARY });
    });

    test("stays held where its body cannot be read, with nothing changed", async () => {
      const op = aProfile({ body: JSON.stringify({ schemaVersion: 1, sections: { frame: "none" } }) });
      expect(await sender.push([op])).toMatchObject([{ status: "quarantined", reason: "body" }]);
      const answer = await decide(op, "released");
      expect([answer.statusCode, answer.json()]).toEqual([409, { error: "still-held-body" }]);
      expect(await rows("revision", op)).toEqual([]);
      expect(await rows("held_decision", op, "op_id")).toEqual([]);
      expect(await kinds(op)).toEqual(["op-quarantined"]);
      expect(await listed()).toMatchObject([{ opId: op.opId, reason: "body" }]);
    });

    test("stays held where its sender works nowhere any more: nothing is lent to them", async () => {
      const op = await heldOne();
      await keeper().look("update membership set until_at = now() where account_id = $1 returning role", [
        sender.who.accountId,
      ]);
      const answer = await decide(op, "released");
      expect([answer.statusCode, answer.json()]).toEqual([409, { error: "still-held-access" }]);
      expect(await rows("revision", op)).toEqual([]);
    });

    test("leaves a section that is hidden from its sender as it stood", async () => {
      const first = profileOperation(practice, theCase.caseId, {
        body: profileBody(practice, {
          [strand]: voice(80, { hiddenFrom: [sender.who.accountId], goesWell: "hidden" }),
        }),
      });
      await colleague.deliver(first);
      await sender.isEnded(theCase.caseId);
      const late = aProfile({ recordId: first.recordId, parents: [first.opId] });
      await sender.push([late]);
      const answer = await decide(late, "released");
      expect([answer.statusCode, answer.json()]).toEqual([409, { error: "still-held-access" }]);
      expect(sectionsIn(await colleague.pull(), first.recordId)[strand]).toMatchObject({ goesWell: "hidden" });
    });
  });

  test("what is returned stays held, and its sender reads why, once", async () => {
    const op = await heldOne();
    const words = "Please send it to Ash.";
    const answers = [
      await decide(op, "returned", custodian, words),
      await decide(op, "returned", custodian, "Other words."),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await decided()).toMatchObject([{ opId: op.opId, kind: "returned", words, byName: "Jo Reed" }]);
    expect(await rows("revision", op)).toEqual([]);
    expect(await rows("quarantine", op, "op_id")).toMatchObject([{ body: op.body }]);
    expect(await kinds(op)).toEqual(["op-quarantined", "held-returned"]);
    const other = await decide(op, "released");
    expect([other.statusCode, other.json()]).toEqual([409, { error: "decided-otherwise" }]);
  });

  test("one bad record never holds up another of the same delivery", async () => {
    const bad = aProfile({ body: JSON.stringify({ schemaVersion: 1, sections: {} }) });
    const others = [aProfile(), aProfile()];
    const results = await sender.push([others[0]!, bad, others[1]!]);
    expect(results.map(({ status }) => status)).toEqual(["accepted", "quarantined", "accepted"]);
  });

  test("in the database, a decision is made by the custodian in their own name, and a result changes by release alone", async () => {
    const op = await heldOne();
    const tried = (device: TestDevice, query: string) =>
      server().store.asAccount(device.who, (tx) => sql.raw(query).execute(tx));
    const insert = (by: TestDevice) => `insert into held_decision (area_id, op_id, account_id, kind, words, decided_by)
      values ('${areaId}', '${op.opId}', '${sender.who.accountId}', 'released', 'x', '${by.who.accountId}')`;
    await expect(tried(sender, insert(sender))).rejects.toThrow();
    await expect(tried(sender, insert(custodian))).rejects.toThrow();
    await expect(tried(custodian, insert(sender))).rejects.toThrow();
    await expect(tried(custodian, "update held_decision set words = 'x'")).rejects.toThrow();
    const changed = await tried(colleague, `update op_result set reason = 'x' where op_id = '${theCase.opId}'`);
    expect(changed.numAffectedRows ?? 0n).toBe(0n);
  });
};
