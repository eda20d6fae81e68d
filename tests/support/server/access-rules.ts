import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { beginSharing, breakGlass } from "#server/access/sharing";
import { ensureAgency } from "#server/identity/people";
import type { Operation } from "#core/schema/operation";
import { versionOf } from "#server/sync/version-of";
import { caseOperation, concernBody, concernOperation, newId, profileBody, profileOperation, voice } from "./bodies";
import type { Keeper } from "./keepers";
import { manifestOf, sectionsIn, type TestDevice, type TestServer } from "./test-server";

/** The list of roles that the screens offer in the practice area. */
const WithRoles = z.object({ roles: z.array(z.object({ id: z.string(), kind: z.string() })) });

/** What the database itself holds back, should a route ever forget to. */
export const describeAccess = (server: () => TestServer, keeper: () => Keeper): void => {
  let jo: TestDevice;
  let caseId: string;
  let recordId: string;
  beforeAll(async () => {
    const { practice } = server();
    const areaId = await server().newArea();
    jo = await server().newPerson(areaId);
    const theCase = caseOperation(practice);
    const profile = profileOperation(practice, theCase.caseId, {
      body: profileBody(practice, { "voice/motor/mum": voice(4, { hiddenFrom: [jo.who.accountId] }) }),
    });
    await jo.push(
      [
        ...[theCase, profile, caseOperation(practice, { body: "{}" })],
        concernOperation(theCase.caseId, { body: concernBody(practice) }),
      ],
      [{ eventId: newId(), kind: "opened", recordId: theCase.caseId, clientTime: 1 }],
    );
    ({ caseId, recordId } = profile);
    const agencyId = newId();
    await server().store.asDesk(async (tx) => {
      await ensureAgency(tx, { areaId, agencyId, name: "Dunes" });
      await beginSharing(tx, {
        ...{ areaId, sharingId: newId(), caseId: newId(), fromAgency: agencyId, with: { agencyId }, letAt: [] },
        ...{ purpose: "support", confidentiality: "they-agreed" },
      });
      const glass = { areaId, breakId: newId(), accountId: jo.who.accountId, caseId: newId(), hours: 1 };
      await breakGlass(tx, { ...glass, reason: "A made-up emergency" });
    });
  });

  const tables = async (): Promise<string[]> => {
    const rows = await keeper().look("select tablename as name from pg_tables where schemaname = 'strandline'");
    return rows.map(({ name }) => String(name)).filter((name) => name !== "migration");
  };
  const asJo = (query: string): Promise<unknown> =>
    server().store.asAccount(jo.who, async (tx) => (await sql.raw(query).execute(tx)).rows);
  const atDesk = (query: string): Promise<unknown> =>
    server().store.asDesk(async (tx) => (await sql.raw(query).execute(tx)).rows);
  const denied = /permission denied|row-level security/;

  describe("outside a piece of work", () => {
    test("no table of an area can be read or written, though there is something in each", async () => {
      for (const table of await tables()) {
        if (table !== "branch")
          expect((await keeper().look(`select 1 from ${table}`)).length, table).toBeGreaterThan(0);
        await expect(keeper().asResting(`select 1 from strandline.${table}`), table).rejects.toThrow(denied);
        await expect(keeper().asResting(`delete from strandline.${table}`), table).rejects.toThrow(denied);
      }
    });

    test("nothing is left of whoever worked last", async () => {
      await asJo("select 1");
      const rows = await keeper().asResting(
        "select current_user::text as u, coalesce(current_setting('strandline.account', true), '') as a",
      );
      expect(rows).toEqual([{ u: "strandline_nobody", a: "" }]);
    });

    test("row security is on every table, and is forced on its owner", async () => {
      const rows = await keeper().look(
        `select relname from pg_class where relnamespace = 'strandline'::regnamespace and relkind = 'r'
           and not (relrowsecurity and relforcerowsecurity)`,
      );
      expect(rows).toEqual([{ relname: "migration" }]);
    });
  });

  describe("an account at work", () => {
    test("works as a role that cannot get round row security", async () => {
      expect(await asJo("select current_user::text as u")).toEqual([{ u: "strandline_app" }]);
      expect(
        await keeper().look(
          "select rolname from pg_roles where rolname like 'strandline%' and (rolsuper or rolbypassrls or rolcanlogin)",
        ),
      ).toEqual([]);
    });

    test("finds the sections that it may see, however it asks", async () => {
      expect(await asJo(`select section_id from section where record_id = '${recordId}'`)).toEqual([
        { section_id: "frame" },
      ]);
      expect(await keeper().look(`select 1 from section where record_id = '${recordId}'`)).toHaveLength(2);
    });

    test.each([
      ["a body as it was delivered", "select body from revision"],
      ["a passphrase's hash", "select passphrase_hash from account"],
      ["sessions", "select * from session"],
      ["the audit", "select * from audit"],
      ["the store's keys", "select * from store_meta"],
      ["a relationship's end", "update relationship set until_at = null"],
      ["what was decided", "delete from op_result"],
      ["a revision", "update revision set body = ''"],
      ["the audit's rows", "update audit set kind = ''"],
      ["what lies sealed", "select * from sealed_row"],
      ["what opens it", "select * from sealed_slot"],
      ["the area's wrapped key", "select wrapped from area_key"],
      ["a kit", "select practice_kit from area_key"],
      ["devices", "select * from device"],
      ["who uses them", "select * from device_person"],
    ])("does not get at %s", async (_, query) => {
      await expect(asJo(query)).rejects.toThrow(/permission denied/);
    });

    test("cannot give itself a case", async () => {
      const insert = (ground: string, theCase: string): Promise<unknown> =>
        asJo(`insert into relationship (area_id, case_id, account_id, ground, agency_id)
          values ('${jo.who.areaId}', '${theCase}', '${jo.who.accountId}', '${ground}',
            writes_for('${jo.who.accountId}', '${jo.who.areaId}'))`);
      await expect(insert("given", newId())).rejects.toThrow(/row-level security/);
      await expect(insert("created", newId())).rejects.toThrow(/row-level security/);
      await expect(insert("created", caseId)).rejects.toThrow(/relationship_created_once/);
    });

    test("finds nothing of an area that it names and is not in", async () => {
      const elsewhere = await server().newArea();
      const rows = await server().store.asAccount({ ...jo.who, areaId: elsewhere }, async (tx) => {
        const found = await sql`select 1 from record union all select 1 from head union all select 1 from section
          union all select 1 from relationship union all select 1 from quarantine union all select 1 from op_result
          union all select 1 from opened_draft`.execute(tx);
        return found.rows;
      });
      expect(rows).toEqual([]);
    });

    test("and nobody at all finds nothing", async () => {
      const nobody = { accountId: "", areaId: "" };
      const rows = await server().store.asAccount(
        nobody,
        async (tx) => (await sql`select 1 from record`.execute(tx)).rows,
      );
      expect(rows).toEqual([]);
    });
  });

  describe("the desk", () => {
    test.each(["record", "head", "revision", "branch", "section", "quarantine", "audit", "opened_draft"])(
      "cannot read %s",
      async (table) => {
        await expect(atDesk(`select 1 from ${table}`)).rejects.toThrow(/permission denied/);
      },
    );
  });

  describe("the audit", () => {
    const rowsOf = (column: "rev_id" | "account_id", id: string) =>
      keeper().look(
        `select kind, reason, record_id, puts, gone, practice from audit where ${column} = $1 order by seq`,
        [id],
      );

    test("is only ever added to, even by a superuser", async () => {
      for (const change of ["update audit set kind = 'x'", "delete from audit", "truncate audit"]) {
        await expect(keeper().look(change)).rejects.toThrow(/only ever added to/);
      }
    });

    test("has one row for each operation, with its outcome, under the receipt's number", async () => {
      const { practice } = server();
      const good = caseOperation(practice);
      const bad = { ...caseOperation(practice), sha256: "0".repeat(64) };
      const held = caseOperation(practice, { body: "{}" });
      const [accepted] = await jo.push([good, bad, held]);
      await jo.push([good, held]);
      await jo.push([{ ...good, parents: [newId()] }]);
      expect(await rowsOf("rev_id", good.opId)).toMatchObject([
        { kind: "op-accepted", record_id: good.recordId, practice },
        { kind: "alarm", reason: "op-id-reused" },
      ]);
      expect(await rowsOf("rev_id", bad.opId)).toMatchObject([{ kind: "op-refused", reason: "hash" }]);
      expect(await rowsOf("rev_id", held.opId)).toMatchObject([{ kind: "op-quarantined", reason: "body" }]);
      expect(await keeper().look("select rev_id from audit where seq = $1", [accepted?.receipt?.auditSeq])).toEqual([
        { rev_id: good.opId },
      ]);
    });

    test("has one row for each pull that sent something, with what it sent, and none for one that did not", async () => {
      const ash = await server().newPerson(jo.who.areaId);
      await ash.pull();
      expect(await rowsOf("account_id", ash.who.accountId)).toEqual([]);
      await ash.isGiven(caseId);
      const gone = newId();
      await ash.pull([[gone, "x"]]);
      expect(await rowsOf("account_id", ash.who.accountId)).toMatchObject([
        { kind: "access-given", record_id: caseId },
        { kind: "pulled", puts: [caseId, recordId], gone: [] },
      ]);
      // It may have been a private record that she was let read.
      expect(
        await keeper().look("select puts, gone from private_audit where account_id = $1", [ash.who.accountId]),
      ).toEqual([{ puts: [], gone: [gone] }]);
    });

    test("has each event of a device once, however often it is told", async () => {
      const event = { eventId: newId(), kind: "printed", recordId, clientTime: 1_763_800_000_000 } as const;
      const other = { eventId: newId(), kind: "refused", recordId: caseId, clientTime: 5 } as const;
      const unknown = { eventId: newId(), kind: "opened", recordId: newId(), clientTime: 7 } as const;
      await jo.push([], [event]);
      await jo.push([], [event, other, unknown]);
      expect(
        await keeper().look("select kind, client_time from audit where event_id = any ($1) order by client_time", [
          [event.eventId, other.eventId],
        ]),
      ).toEqual([
        { kind: "client-refused", client_time: 5 },
        { kind: "client-printed", client_time: event.clientTime },
      ]);
      // Of a record that is not found it cannot be known that it was no private one.
      for (const [table, count] of [
        ["audit", 0],
        ["private_audit", 1],
      ] as const) {
        expect(await keeper().look(`select 1 from ${table} where event_id = $1`, [unknown.eventId])).toHaveLength(
          count,
        );
      }
    });
  });

  describe("HAZ-07 what only its writer may read", () => {
    const mine = (writerId: string) => `page/story-so-far/moves/${writerId}`;
    const page = (words: string) => ({
      hiddenFrom: [],
      neverShared: true,
      instrument: { id: "story-so-far", version: 1, language: "en-GB" },
      answers: { "what-happened": { kind: "answered", value: { type: "words", words } } },
    });
    const written = async () => {
      const { practice } = server();
      const areaId = await server().newArea();
      const [writer, later] = await Promise.all([server().newPerson(areaId), server().newPerson(areaId)]);
      const theCase = caseOperation(practice);
      const id = mine(writer.who.accountId);
      const profile = profileOperation(practice, theCase.caseId, {
        body: profileBody(practice, { [id]: page("Zephyrine") }),
      });
      await writer.push([theCase, profile]);
      await later.isGiven(theCase.caseId);
      const asLater = (query: string): Promise<unknown> =>
        server().store.asAccount(later.who, async (tx) => (await sql.raw(query).execute(tx)).rows);
      return { writer, later, profile, id, asLater };
    };

    test("is not found by somebody who came to the record afterwards, however it is asked for", async () => {
      const { writer, later, profile, id, asLater } = await written();
      expect(await asLater(`select section_id from section where record_id = '${profile.recordId}'`)).toEqual([
        { section_id: "frame" },
      ]);
      const pulled = await later.pull();
      expect(Object.keys(sectionsIn(pulled, profile.recordId))).toEqual(["frame"]);
      expect(JSON.stringify(pulled)).not.toContain("Zephyrine");
      const put = pulled.puts.find(({ recordId }) => recordId === profile.recordId);
      expect(put?.ver).toBe(versionOf(profile.opId, [`${profile.recordId}/frame`]));
      expect(Object.keys(sectionsIn(await writer.pull(), profile.recordId))).toEqual(["frame", id]);
    });

    test("is neither replaced nor taken away by them", async () => {
      const { writer, later, profile, id } = await written();
      const { practice } = server();
      const over = (sections: object) =>
        profileOperation(practice, profile.caseId, {
          recordId: profile.recordId,
          parents: [profile.opId],
          body: profileBody(practice, { ...sections }),
        });
      await later.push([over({ [id]: page("something else") })]);
      await later.push([over({ "loves/a": { hiddenFrom: [], loves: "boats", easier: "" } })]);
      expect(JSON.stringify(sectionsIn(await writer.pull(), profile.recordId))).toContain("Zephyrine");
    });

    test("stays in a version beside the head, which is not even told of to somebody else", async () => {
      const { writer, later, profile, id } = await written();
      const { practice } = server();
      const after = (parents: readonly string[], sections: object) =>
        profileOperation(practice, profile.caseId, {
          recordId: profile.recordId,
          parents,
          body: profileBody(practice, { ...sections }),
        });
      const head = after([profile.opId], { "loves/a": { hiddenFrom: [], loves: "boats", easier: "" } });
      await later.deliver(head);
      const beside = after([profile.opId], { [id]: page("Quillon") });
      expect(await writer.deliver(beside)).toMatchObject({ status: "branched" });
      await later.deliver(after([head.opId, beside.opId], {}));
      expect(JSON.stringify(await later.pull())).not.toContain("Quillon");
      const rows = await keeper().look(`select content from section where version_id = '${beside.opId}'`);
      expect(JSON.stringify(rows)).toContain("Quillon");
    });
  });

  test("what a record is called is the same for each reader, whether it was kept or is worked out", async () => {
    const { practice } = server();
    const ash = await server().newPerson(jo.who.areaId);
    const theCase = caseOperation(practice);
    const amend = (first: Operation, parents: readonly string[], sections: Readonly<Record<string, unknown>>) =>
      profileOperation(practice, theCase.caseId, {
        ...{ recordId: first.recordId, parents },
        body: profileBody(practice, sections),
      });
    const begin = (sections: Readonly<Record<string, unknown>> = {}) =>
      profileOperation(practice, theCase.caseId, { body: profileBody(practice, sections) });
    const [plain, amended, partly, branched, hiding, unhidden] = [1, 2, 3, 4, 5, 6].map(() =>
      begin({ "loves/😀": { loves: "x" }, "loves/ｚ": { loves: "y" } }),
    ) as [Operation, Operation, Operation, Operation, Operation, Operation];
    const voices = { "loves/😀": { loves: "x" }, "loves/ｚ": { loves: "z" } };
    const hidden = { ...voices, "voice/motor/mum": voice(4, { hiddenFrom: [ash.who.accountId] }) };
    const hides = amend(unhidden, [unhidden.opId], hidden);
    const results = await jo.push([
      ...[theCase, plain, amended, partly, branched, hiding, unhidden, begin(hidden)],
      amend(amended, [amended.opId], { ...voices, "voice/motor/mum": voice(3) }),
      amend(partly, [partly.opId], { "voice/motor/mum": voice(3) }),
      amend(branched, [newId()], { "voice/motor/mum": voice(3) }),
      amend(hiding, [hiding.opId], hidden),
      hides,
      amend(unhidden, [hides.opId], { ...hidden, "voice/motor/mum": voice(4) }),
    ]);
    expect(results.every(({ receipt }) => receipt !== undefined)).toBe(true);
    await ash.isGiven(theCase.caseId);

    const kept = await keeper().look("select record_id from head where case_id = $1 and open_ver is not null", [
      theCase.caseId,
    ]);
    expect(new Set(kept.map(({ record_id }) => record_id))).toEqual(
      new Set([theCase, plain, amended].map(({ recordId }) => recordId)),
    );
    const before = [manifestOf(await jo.pull()), manifestOf(await ash.pull())] as const;
    await keeper().look("update head set open_ver = null where case_id = $1", [theCase.caseId]);
    expect([manifestOf(await jo.pull()), manifestOf(await ash.pull())]).toEqual(before);
  });

  test("whoever works with families reads, whatever the area's list of roles calls them; whoever only runs the area does not", async () => {
    const rows = await keeper().look("select distinct role from area_role where area_id = $1", [jo.who.areaId]);
    const reading = rows.map(({ role }) => role);
    const { roles } = WithRoles.parse(JSON.parse(readFileSync("practice/area.json", "utf8")));
    expect(roles.length).toBeGreaterThan(5);
    expect(roles.filter(({ kind, id }) => kind !== "family" && !reading.includes(id))).toEqual([]);
    for (const role of ["custodian", "analyst", "service-lead", "administrator"]) expect(reading).not.toContain(role);
  });

  test("every row says whether it is practice, and one that says otherwise is not taken", async () => {
    const { practice } = server();
    for (const table of await tables()) {
      expect(await keeper().look(`select 1 from ${table} where practice <> $1`, [practice]), table).toEqual([]);
    }
    await expect(
      keeper().look(`insert into area (area_id, name, practice) values ('${newId()}', 'x', ${String(!practice)})`),
    ).rejects.toThrow(/check constraint/);
  });
};
