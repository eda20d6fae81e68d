import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { DATABASE_HEADER } from "#core/schema/sealed-wire";
import type { Operation } from "#core/schema/operation";
import { beginSharing } from "#server/access/sharing";
import {
  anOperation,
  caseBody,
  caseOperation,
  concernBody,
  concernOperation,
  newId,
  noteBody,
  profileOperation,
} from "./bodies";
import type { Keeper } from "./keepers";
import type { Answer, TestDevice, TestServer } from "./test-server";

/** An id that somebody tries, and the case and revision that they believe it to be of. */
type Tried = Pick<Operation, "recordId" | "caseId" | "opId">;

/** What somebody learns who tries ids of what they may not know of: nothing, by any route. */
export const describeProbing = (server: () => TestServer, keeper: () => Keeper): void => {
  const targets = new Map<string, Tried>();
  let ash: TestDevice;
  let ownCase: string;
  beforeAll(async () => {
    const { practice, store, newArea, newPerson } = server();
    const areaId = await newArea();
    const [jo, elsewhere] = [await newPerson(areaId), await newPerson(await newArea())];
    ash = await newPerson(areaId);
    const own = caseOperation(practice);
    await ash.deliver(own);
    ownCase = own.caseId;
    const protectedChild = JSON.parse(caseBody(practice)) as { sections: { child: object } };
    Object.assign(protectedChild.sections.child, { identityProtected: true });
    const theCase = caseOperation(practice);
    const made: Readonly<Record<string, Operation>> = {
      "another's case": theCase,
      "another's profile": profileOperation(practice, theCase.caseId),
      "a safety concern": concernOperation(theCase.caseId, { body: concernBody(practice) }),
      "a private note": concernOperation(theCase.caseId, { recordType: "note", body: noteBody(practice) }),
      "a child whose identity is protected": caseOperation(practice, { body: JSON.stringify(protectedChild) }),
    };
    for (const [name, op] of Object.entries(made)) {
      await jo.deliver(op);
      targets.set(name, op);
    }
    const theirs = caseOperation(practice);
    await elsewhere.deliver(theirs);
    targets.set("a record of another area", theirs);
    // Of one case she is shared a part: what is not in it is as little there as anything else.
    const partly = caseOperation(practice);
    const plan = anOperation({
      ...{ recordType: "plan", recordId: newId(), caseId: partly.caseId },
      body: JSON.stringify({ schemaVersion: 1, profileId: newId(), sections: {} }),
    });
    await jo.push([partly, plan]);
    const [row] = await keeper().look("select agency_id from membership where account_id = $1", [ash.who.accountId]);
    const agencyId = String(row?.["agency_id"]);
    await store.asDesk((tx) =>
      beginSharing(tx, {
        ...{ areaId, sharingId: newId(), caseId: partly.caseId, fromAgency: agencyId, with: { agencyId } },
        ...{ letAt: [ash.who.accountId], kinds: ["profile"], purpose: "support", confidentiality: "they-agreed" },
      }),
    );
    // Its case she does know, so she tries the plan's own id wherever an id fits.
    targets.set("what a sharing leaves out", { ...plan, caseId: plan.recordId });
  });

  const push = (ops: readonly Operation[], events: readonly object[] = []): Promise<Answer> =>
    ash.send("/api/sync/push", { protocol: 1, deviceId: ash.deviceId, ops, events });
  const base64 = (bytes: number): string => randomBytes(bytes).toString("base64");
  const onDevice = (id: string) => ({ deviceId: id, database: id, id, version: 1 });

  /** For each route of the API, every way in which an id can be named by it; none, where it takes no record's id. */
  const ROUTES: Readonly<Record<string, Readonly<Record<string, (tried: Tried) => Promise<Answer>>>>> = {
    "get /api/session": {},
    "post /api/session": {},
    "delete /api/session": {},
    "post /api/sync/digest": {
      "as what it has": ({ recordId }) => ash.digest([[recordId, "x"]]),
    },
    "post /api/sync/pull": {
      "as what it has": ({ recordId }) => ash.send("/api/sync/pull", { manifest: [[recordId, "x"]] }),
      "as a revision that it has": ({ opId }) => ash.send("/api/sync/pull", { manifest: [[opId, "x"]] }),
    },
    "post /api/sync/push": {
      "to begin a record of its case": ({ caseId }) => push([profileOperation(server().practice, caseId)]),
      "to amend it": ({ caseId, recordId, opId }) =>
        push([profileOperation(server().practice, caseId, { recordId, parents: [opId] })]),
      "to amend it as if it were of one's own case": ({ recordId, opId }) =>
        push([profileOperation(server().practice, ownCase, { recordId, parents: [opId] })]),
      "to merge it": ({ recordId, opId }) =>
        push([profileOperation(server().practice, ownCase, { recordId, parents: [opId, newId()] })]),
      "to follow its revision": ({ opId }) => push([profileOperation(server().practice, ownCase, { parents: [opId] })]),
      "to tell of having opened it": ({ recordId }) =>
        push([], [{ eventId: newId(), kind: "opened", recordId, clientTime: 1 }]),
    },
    "get /api/questionnaires/{id}/{version}": {
      "as a questionnaire": ({ recordId }) => ash.ask(`/api/questionnaires/${recordId}/1`),
    },
    "post /api/devices": {
      "as a device": ({ recordId }) =>
        ash.send("/api/devices", { deviceId: recordId, publicKey: base64(65), proof: base64(64) }),
    },
    "post /api/sync/sealed": {
      "as a device": ({ recordId }) =>
        ash.send("/api/sync/sealed", {
          ...{ deviceId: recordId, accountId: ash.who.accountId, blob: "{}", signature: base64(64) },
        }),
    },
    "get /api/sync/sealed": {
      "as a database": ({ recordId }) => ash.ask("/api/sync/sealed", { [DATABASE_HEADER]: recordId }),
    },
    "post /api/sync/sealed/taken": {
      "as a draft": ({ recordId }) => ash.send("/api/sync/sealed/taken", { drafts: [onDevice(recordId)] }),
    },
    "get /api/overview": {},
    "get /api/held": {},
    "get /api/held/decided": {},
    "post /api/held/open": {
      "as what is held": ({ opId }) => ash.send("/api/held/open", { opId }),
      "as what is held, by its record": ({ recordId }) => ash.send("/api/held/open", { opId: recordId }),
    },
    "post /api/held/decide": {
      "to release it": ({ opId }) => ash.send("/api/held/decide", { opId, kind: "released", words: "Please." }),
      "to return it": ({ opId }) => ash.send("/api/held/decide", { opId, kind: "returned", words: "Please." }),
    },
    "post /api/sync/sealed/give-up": {
      "as a database": ({ recordId: id }) => ash.send("/api/sync/sealed/give-up", { deviceId: id, database: id }),
    },
  };

  /** All that an answer says, but for the ids that were sent and when it was given. */
  const said = (answer: Answer, { recordId, caseId, opId }: Tried): unknown => {
    const headers = Object.entries(answer.headers).filter(([name]) => !/^(date|x-ratelimit.*)$/.test(name));
    const named = [recordId, caseId, opId].reduce((body, id) => body.replaceAll(id, "<id>"), answer.body);
    return [answer.statusCode, headers, named.replace(/"opId":"[^"]*"/g, '"opId":""')];
  };
  const nobodys = (): Tried => ({ recordId: newId(), caseId: newId(), opId: newId() });

  test("every route of the API is tried here: a new one says how an id can be named by it, or that none can", async () => {
    const answer = await server().app.inject({ url: "/openapi.json" });
    const { paths } = answer.json<{ paths: Readonly<Record<string, object>> }>();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).toEqual(Object.keys(ROUTES).sort());
  });

  const ways = Object.entries(ROUTES).flatMap(([route, each]) =>
    Object.entries(each).map(([way, ask]) => [route, way, ask] as const),
  );
  test.each(ways)(
    "HAZ-10 %s, naming it %s, is answered alike for what is there and for what is not",
    async (_, __, ask) => {
      const nobody = nobodys();
      const expected = said(await ask(nobody), nobody);
      expect(targets.size).toBe(7);
      for (const [name, tried] of targets) {
        expect(said(await ask(tried), tried), name).toEqual(expected);
      }
    },
  );

  describe("what was tried", () => {
    const rowsOf = (table: string, id: string) =>
      keeper().look(
        `select kind, account_id, device_id from ${table} where account_id = $1 and (record_id = $2 or $2 = any (gone)) order by seq`,
        [ash.who.accountId, id],
      );

    test("is in the audit apart, by whom and from which device, and not in the area's, whether it is there or not", async () => {
      const amend = ROUTES["post /api/sync/push"]?.["to amend it as if it were of one's own case"];
      const pull = ROUTES["post /api/sync/pull"]?.["as what it has"];
      const event = ROUTES["post /api/sync/push"]?.["to tell of having opened it"];
      for (const tried of [...targets.values(), nobodys()]) {
        const before = (await rowsOf("private_audit", tried.recordId)).length;
        for (const ask of [amend, pull, event]) await ask?.(tried);
        const rows = (await rowsOf("private_audit", tried.recordId)).slice(before);
        expect(rows).toEqual([
          { kind: "not-found", account_id: ash.who.accountId, device_id: ash.deviceId },
          { kind: "not-found", account_id: ash.who.accountId, device_id: null },
          { kind: "client-opened", account_id: ash.who.accountId, device_id: ash.deviceId },
        ]);
        expect(await rowsOf("audit", tried.recordId)).toEqual([]);
      }
    });
  });
};
