import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { type ChainHead, verifyAudit } from "#server/audit/verify-audit";
import { caseOperation, concernBody, concernOperation, newId, profileOperation } from "./bodies";
import type { Keeper } from "./keepers";
import { createTestServer, type TestDevice, type TestServer } from "./test-server";

/** The audit as a chain: what cannot be done to it, and what is found out when somebody did it all the same. */
export const describeAudit = (server: () => TestServer, keeper: () => Keeper): void => {
  const anArea = async (entries = 6): Promise<TestDevice> => {
    const jo = await server().newPerson(await server().newArea());
    for (let n = 0; n < entries; n += 1) await jo.deliver(caseOperation(server().practice));
    return jo;
  };
  const brokenIn = async ({ who }: TestDevice, kept: readonly ChainHead[] = []) =>
    (await verifyAudit(server().store, kept)).broken
      .filter(({ areaId }) => areaId === who.areaId)
      .map(({ chain, link, what }) => ({ chain, link, what }));
  const headOf = async ({ who }: TestDevice): Promise<ChainHead> => {
    const { heads } = await verifyAudit(server().store);
    const head = heads.find(({ areaId, chain }) => areaId === who.areaId && chain === "area");
    if (head === undefined) throw new Error("the area has no audit");
    return head;
  };
  /** As somebody who owns the database and means harm. */
  const tamper = async (...statements: readonly string[]): Promise<void> => {
    await keeper().look("alter table audit disable trigger user");
    await keeper().look("alter table audit_head disable trigger user");
    for (const statement of statements) await keeper().look(statement);
    await keeper().look("alter table audit_head enable trigger user");
    await keeper().look("alter table audit enable trigger user");
  };

  test("an area's entries have places from one, without gaps, and each follows the one before", async () => {
    const jo = await anArea();
    const rows = await keeper().look("select link, kind from audit where area_id = $1 order by link", [jo.who.areaId]);
    expect(rows).toEqual([1, 2, 3, 4, 5, 6].map((link) => ({ link, kind: "op-accepted" })));
    expect(await brokenIn(jo)).toEqual([]);
    expect((await headOf(jo)).link).toBe(6);
  });

  test("entries that many add at once have one order, and none is missing", async () => {
    const { practice } = server();
    const jo = await anArea(1);
    const others = await Promise.all([1, 2, 3, 4].map(() => server().newPerson(jo.who.areaId)));
    await Promise.all(
      others.map(async (device) => {
        await device.push([1, 2, 3, 4, 5].map(() => caseOperation(practice)));
        await device.pull();
        await device.push([{ ...caseOperation(practice), sha256: "0".repeat(64) }]);
      }),
    );
    expect(await brokenIn(jo)).toEqual([]);
    expect((await headOf(jo)).link).toBe(1 + 4 * 7);
  });

  test("an event that is told twice takes no place the second time", async () => {
    const jo = await anArea(0);
    const { recordId } = caseOperation(server().practice);
    await jo.deliver(caseOperation(server().practice, { recordId }));
    const event = { eventId: newId(), kind: "opened", recordId, clientTime: 1 } as const;
    await jo.push([], [event, event]);
    await jo.push([], [event]);
    expect((await headOf(jo)).link).toBe(2);
    expect(await brokenIn(jo)).toEqual([]);
  });

  test("work that does not come through leaves no entry and no gap", async () => {
    const jo = await anArea(1);
    const fails = server().store.asAccount(jo.who, async (tx) => {
      await sql`insert into audit (area_id, kind, account_id) values (${jo.who.areaId}, 'pulled', ${jo.who.accountId})`.execute(
        tx,
      );
      throw new Error("after all not");
    });
    await expect(fails).rejects.toThrow("after all not");
    await jo.deliver(caseOperation(server().practice));
    expect((await headOf(jo)).link).toBe(2);
    expect(await brokenIn(jo)).toEqual([]);
  });

  test("what is sent for an entry's place, time and hash is not what stands there", async () => {
    const jo = await anArea(2);
    await server().store.asAccount(jo.who, async (tx) => {
      await sql`insert into audit (area_id, kind, account_id, link, at, hash) values (${jo.who.areaId}, 'pulled',
        ${jo.who.accountId}, 1, '2001-01-01', sha256('x'))`.execute(tx);
    });
    expect(await brokenIn(jo)).toEqual([]);
    expect((await headOf(jo)).link).toBe(3);
    const late = await keeper().look("select 1 from audit where area_id = $1 and at < now() - interval '1 day'", [
      jo.who.areaId,
    ]);
    expect(late).toEqual([]);
    const { receipt } = await jo.deliver(caseOperation(server().practice));
    const again = server().store.asAccount(jo.who, async (tx) => {
      await sql`insert into audit (area_id, seq, kind, account_id) values (${jo.who.areaId}, ${receipt?.auditSeq},
        'pulled', ${jo.who.accountId}) on conflict do nothing`.execute(tx);
    });
    await expect(again).rejects.toThrow(/has an entry of this number/);
    expect(await brokenIn(jo)).toEqual([]);
  });

  test.each(["strandline_app", "strandline_desk", "strandline_auditor", "strandline_nobody"])(
    "%s changes, removes and empties nothing of it",
    async (role) => {
      await anArea(1);
      for (const name of ["audit", "private_audit", "audit_head"]) {
        const table = `strandline.${name}`;
        for (const change of [`update ${table} set area_id = area_id`, `delete from ${table}`, `truncate ${table}`]) {
          const asRole = `do $$ begin set local role ${role}; ${change}; end $$`;
          await expect(keeper().look(asRole), `${role}: ${change}`).rejects.toThrow(/permission denied/);
        }
      }
    },
  );

  test("nor does whoever owns its tables, who is told so", async () => {
    const jo = await anArea(1);
    await jo.deliver(concernOperation(newId(), { body: concernBody(server().practice) }));
    for (const table of ["audit", "private_audit"]) {
      for (const change of [`update ${table} set kind = 'x'`, `delete from ${table}`, `truncate ${table}`]) {
        await expect(keeper().look(change), change).rejects.toThrow(/only ever added to/);
      }
    }
    await expect(keeper().look("delete from audit_head")).rejects.toThrow(/only ever added to/);
  });

  test("a pull whose entry cannot be kept gives nothing", async () => {
    const jo = await anArea(1);
    const { store } = server();
    let works = 0;
    const failing = await createTestServer({
      ...store,
      asAccount: (who, work, snapshot) => {
        works += 1;
        return works === 2 ? Promise.reject(new Error("no room")) : store.asAccount(who, work, snapshot);
      },
    });
    const answer = await failing.app.inject({
      ...{ method: "POST", url: "/api/sync/pull", payload: { manifest: [] } },
      headers: { cookie: jo.cookie, origin: "https://strandline.example" },
    });
    expect([answer.statusCode, answer.body]).toEqual([500, '{"error":"failed"}']);
    await failing.close();
  });

  describe("is found out, with the first place that is wrong:", () => {
    const place = ({ who }: TestDevice, link: number): string => `area_id = '${who.areaId}' and link = ${String(link)}`;
    test("an entry that was changed", async () => {
      const jo = await anArea();
      await tamper(`update audit set account_id = '${newId()}' where ${place(jo, 3)}`);
      expect(await brokenIn(jo)).toEqual([{ chain: "area", link: 3, what: "changed" }]);
    });

    test.each(["kind = 'pulled'", "at = at - interval '1 second'", "reason = 'x'", "puts = '{}'", "client_time = 5"])(
      "an entry of which %s was set",
      async (change) => {
        const jo = await anArea(3);
        await tamper(`update audit set ${change} where ${place(jo, 2)}`);
        expect(await brokenIn(jo)).toEqual([{ chain: "area", link: 2, what: "changed" }]);
      },
    );

    test("an entry that was changed and hashed anew, at the one that follows it", async () => {
      const jo = await anArea();
      await tamper(`update audit set kind = 'pulled', hash = sha256('forged') where ${place(jo, 2)}`);
      expect(await brokenIn(jo)).toEqual([{ chain: "area", link: 2, what: "changed" }]);
      const other = await anArea(4);
      await tamper(`update audit set hash = sha256('forged') where ${place(other, 4)}`);
      expect(await brokenIn(other)).toEqual([{ chain: "area", link: 4, what: "changed" }]);
    });

    test("an entry that was removed", async () => {
      const jo = await anArea();
      await tamper(`delete from audit where ${place(jo, 4)}`);
      expect(await brokenIn(jo)).toEqual([{ chain: "area", link: 4, what: "missing" }]);
    });

    test("an entry that was removed, the others moved together", async () => {
      const jo = await anArea();
      await tamper(
        `delete from audit where ${place(jo, 2)}`,
        `update audit set link = link + 100 where area_id = '${jo.who.areaId}' and link > 2`,
        `update audit set link = link - 101 where area_id = '${jo.who.areaId}' and link > 100`,
        `update audit_head set link = 5 where area_id = '${jo.who.areaId}'`,
      );
      expect(await brokenIn(jo)).toEqual([{ chain: "area", link: 2, what: "changed" }]);
    });

    test("two entries that changed places", async () => {
      const jo = await anArea();
      await tamper(
        `update audit set link = -2 where ${place(jo, 2)}`,
        `update audit set link = 2 where ${place(jo, 5)}`,
        `update audit set link = 5 where ${place(jo, -2)}`,
      );
      expect(await brokenIn(jo)).toEqual([{ chain: "area", link: 2, what: "changed" }]);
    });

    test("the last entries, removed by themselves", async () => {
      const jo = await anArea();
      await tamper(`delete from audit where area_id = '${jo.who.areaId}' and link > 4`);
      expect(await brokenIn(jo)).toEqual([{ chain: "area", link: 5, what: "cut-short" }]);
    });

    const cutWell = (jo: TestDevice): Promise<void> =>
      tamper(
        `delete from audit where area_id = '${jo.who.areaId}' and link > 4`,
        `update audit_head set link = 4, hash = (select hash from audit where ${place(jo, 4)})
           where area_id = '${jo.who.areaId}' and chain = 'area'`,
      );

    test("the last entries, removed with the head: by the receipts that name them", async () => {
      const jo = await anArea();
      await cutWell(jo);
      expect(await brokenIn(jo)).toEqual([{ chain: "area", link: 5, what: "no-entry-for-receipt" }]);
    });

    test("the last entries, removed with head and receipts: only by a head that was kept elsewhere", async () => {
      const jo = await anArea();
      const kept = await headOf(jo);
      await cutWell(jo);
      await keeper().look("delete from receipt where area_id = $1", [jo.who.areaId]);
      expect(await brokenIn(jo)).toEqual([]);
      expect(await brokenIn(jo, [kept])).toEqual([{ chain: "area", link: 5, what: "cut-short" }]);
      await jo.push([caseOperation(server().practice), caseOperation(server().practice)]);
      expect(await brokenIn(jo, [kept])).toEqual([{ chain: "area", link: 6, what: "other-head" }]);
    });

    test("a whole chain that was removed, by a head that was kept elsewhere", async () => {
      const jo = await anArea(2);
      const kept = await headOf(jo);
      await tamper(
        ...["audit", "audit_head", "receipt"].map((t) => `delete from ${t} where area_id = '${jo.who.areaId}'`),
      );
      expect(await brokenIn(jo)).toEqual([]);
      expect(await brokenIn(jo, [kept])).toEqual([{ chain: "area", link: 1, what: "cut-short" }]);
    });
  });

  test("HAZ-10 the audit of an area is the same with a concern and without, to its places and its numbers", async () => {
    const { practice } = server();
    const shapeAfter = async (isWritten: boolean): Promise<unknown> => {
      const jo = await server().newPerson(await server().newArea());
      const theCase = caseOperation(practice);
      await jo.deliver(theCase);
      const concern = concernOperation(theCase.caseId, { body: concernBody(practice) });
      if (isWritten) {
        await jo.push(
          [concern, { ...concern, opId: newId(), sha256: "0".repeat(64) }],
          [{ eventId: newId(), kind: "opened", recordId: concern.recordId, clientTime: 1 }],
        );
        await jo.pull([[theCase.recordId, "x"]]);
      } else await jo.pull();
      await jo.deliver(profileOperation(practice, theCase.caseId));
      expect(await brokenIn(jo)).toEqual([]);
      return keeper().look(
        `select link, seq - min(seq) over () as number, kind, cardinality(puts) as puts from audit
         where area_id = $1 order by link`,
        [jo.who.areaId],
      );
    };
    expect(await shapeAfter(true)).toEqual(await shapeAfter(false));
  });

  test("the chain of private records is examined too", async () => {
    const { practice } = server();
    const jo = await anArea(1);
    const concern = (): Promise<unknown> => jo.deliver(concernOperation(newId(), { body: concernBody(practice) }));
    await concern();
    await concern();
    await keeper().look("alter table private_audit disable trigger user");
    await keeper().look(`update private_audit set kind = 'x' where area_id = '${jo.who.areaId}' and link = 1`);
    await keeper().look("alter table private_audit enable trigger user");
    expect(await brokenIn(jo)).toEqual([{ chain: "private", link: 1, what: "changed" }]);
  });
};
