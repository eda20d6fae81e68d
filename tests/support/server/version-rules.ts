import { beforeAll, describe, expect, test } from "vitest";
import type { Operation } from "#core/schema/operation";
import { OLDEST_PROTOCOL, PROTOCOL, PushResponse, type PushResult } from "#core/schema/wire";
import { anOperation, caseOperation, newId, profileBody, profileOperation } from "./bodies";
import type { TestDevice, TestServer } from "./test-server";

/** What the server promises to apps that are older than it is, or newer. */
export const describeVersions = (server: () => TestServer): void => {
  let jo: TestDevice;
  let practice: boolean;
  beforeAll(async () => {
    practice = server().practice;
    jo = await server().newPerson(await server().newArea());
  });
  const pushAs = async (protocol: number, ops: readonly Operation[]): Promise<readonly PushResult[]> => {
    const answer = await jo.send("/api/sync/push", { protocol, deviceId: jo.deviceId, ops, events: [] });
    expect(answer.statusCode).toBe(200);
    return PushResponse.parse(answer.json()).results;
  };

  describe("an app", () => {
    test.each([OLDEST_PROTOCOL, OLDEST_PROTOCOL + 1, PROTOCOL])("of protocol %i is understood", async (protocol) => {
      expect(PROTOCOL - OLDEST_PROTOCOL).toBe(2);
      expect(await pushAs(protocol, [caseOperation(practice)])).toMatchObject([{ status: "accepted" }]);
      expect((await jo.pull()).policy.minimumProtocol).toBe(OLDEST_PROTOCOL);
    });

    test("HAZ-02 that is older has its words kept whole and apart, with a receipt, and hears that it is too old", async () => {
      const op = caseOperation(practice);
      const [result] = await pushAs(OLDEST_PROTOCOL - 1, [op]);
      expect(result).toMatchObject({ status: "quarantined", reason: "too-old", receipt: { sha256: op.sha256 } });
      expect(await pushAs(OLDEST_PROTOCOL - 1, [op])).toEqual([result]);
      const pulled = await jo.pull();
      expect(pulled.puts.some(({ recordId }) => recordId === op.recordId)).toBe(false);
      expect(pulled.policy.minimumProtocol).toBeGreaterThan(OLDEST_PROTOCOL - 1);
    });

    test("that is newer keeps its words, and delivers them once the server is as new", async () => {
      const op = caseOperation(practice);
      expect(await pushAs(PROTOCOL + 1, [op])).toEqual([{ opId: op.opId, status: "retry", reason: "server-older" }]);
      expect(await pushAs(PROTOCOL, [op])).toMatchObject([{ status: "accepted" }]);
    });
  });

  describe("a body", () => {
    const bodyOf = async (recordId: string) => {
      const put = (await jo.pull()).puts.find((each) => each.recordId === recordId) ?? expect.fail("it is not there");
      return {
        put,
        body: JSON.parse(put.body) as { schemaVersion: number; sections: Record<string, { length?: unknown }> },
      };
    };

    test("of an earlier version is given filled up, and can be gone on with by an app of today", async () => {
      const theCase = caseOperation(practice);
      const first = profileOperation(practice, theCase.caseId);
      expect(first.schemaVersion).toBe(1);
      await jo.push([theCase, first]);
      const { put, body } = await bodyOf(first.recordId);
      expect([put.schemaVersion, body.schemaVersion]).toEqual([3, 3]);
      expect(body.sections["frame"]?.length).toEqual({ kind: "whole", strandIds: [] });
      const { recordType, recordId, caseId } = first;
      const next = anOperation({ recordType, recordId, caseId, parents: [first.opId], body: put.body });
      expect(await jo.push([next])).toMatchObject([{ status: "accepted", headRev: next.opId }]);
      expect((await bodyOf(recordId)).body).toEqual(body);
    });

    test("of a later version keeps all that only it knows, and its version", async () => {
      const theCase = caseOperation(practice);
      const later = profileBody(
        practice,
        { [`hope/${newId()}`]: { words: "To swim" } },
        { schemaVersion: 4, mood: "calm" },
      );
      const first = profileOperation(practice, theCase.caseId, { body: later });
      expect(await jo.push([theCase, first])).toMatchObject([{ status: "accepted" }, { status: "accepted" }]);
      const { put, body } = await bodyOf(first.recordId);
      expect([put.schemaVersion, body]).toEqual([4, expect.objectContaining({ schemaVersion: 4, mood: "calm" })]);
      expect(JSON.stringify(body)).toContain("To swim");
    });
  });
};
