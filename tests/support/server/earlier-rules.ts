import { beforeAll, describe, expect, test } from "vitest";
import { type Operation, type RecordType, SCHEMA_VERSION } from "#core/schema/operation";
import { PROTOCOL, type PullResponse } from "#core/schema/wire";
import { bodySchemas } from "#core/sync/record-body";
import { DigestResponseThen, PullResponseThen, PushResponseThen } from "../../compat/then/answers";
import { bodyOf, dad, type Earlier, EARLIER, messageOf, mum, typesOf } from "../earlier-fixtures";
import { anOperation, newId, profileBody } from "./bodies";
import type { Keeper } from "./keepers";
import { sectionsIn, type TestDevice, type TestServer } from "./test-server";

interface Body {
  readonly schemaVersion: number;
  readonly sections: Readonly<Record<string, unknown>>;
}

/** What apps of two versions back, and what they stored, may count on. */
export const describeEarlier = (server: () => TestServer, keeper: () => Keeper): void => {
  let areaId: string;
  let jo: TestDevice;
  let practice: boolean;
  beforeAll(async () => {
    practice = server().practice;
    areaId = await server().newArea();
    jo = await server().newPerson(areaId);
  });

  const putOf = ({ puts }: Pick<PullResponse, "puts">, recordId: string) =>
    puts.find((each) => each.recordId === recordId) ?? expect.fail("it was not given");
  const bodyIn = ({ body }: { readonly body: string }) => JSON.parse(body) as Body;
  const lying = async (opId: string): Promise<unknown> =>
    (await keeper().look("select body from revision where rev_id = $1", [opId]))[0]?.["body"];

  /** What a build of today reads of a body, as somebody whose own page is not in it. */
  const asReadBy = (version: Earlier, type: RecordType): Body => {
    const body = bodySchemas[type].parse(JSON.parse(bodyOf(version, type, practice))) as Body;
    const shown = Object.entries(body.sections).filter(([sectionId]) => !sectionId.startsWith("page/"));
    return { ...body, sections: Object.fromEntries(shown) };
  };

  describe.each(EARLIER)("an app of version %d", (version) => {
    const make = (
      recordType: RecordType,
      caseId: string,
      more: { readonly recordId?: string; readonly parents?: readonly string[]; readonly body?: string } = {},
    ): Operation => ({
      ...anOperation({ recordType, recordId: newId(), caseId, body: bodyOf(version, recordType, practice), ...more }),
      schemaVersion: version,
    });
    const newFamily = () => {
      const caseId = newId();
      const theCase = make("case", caseId, { recordId: caseId });
      const others = typesOf(version).filter((type) => type !== "case");
      return [theCase, ...others.map((type) => make(type, caseId))] as const;
    };
    /** In the very message of then, but for what it is about. */
    const push = async (ops: readonly Operation[]) => {
      const message = { ...messageOf(version, "push"), deviceId: jo.deviceId, ops, events: [] };
      return PushResponseThen.parse((await jo.send("/api/sync/push", message)).json()).results;
    };
    const pull = async (device: TestDevice = jo) =>
      PullResponseThen.parse(
        (await device.send("/api/sync/pull", { ...messageOf(version, "pull"), manifest: [] })).json(),
      );

    test("delivers all that it makes, and each is given to an app of today with all that was said", async () => {
      const family = newFamily();
      const results = await push(family);
      expect(results.map(({ status, receipt }) => [status, receipt?.sha256])).toEqual(
        family.map(({ sha256 }) => ["accepted", sha256]),
      );
      const given = await jo.pull();
      for (const { recordId, recordType } of family) {
        expect(putOf(given, recordId).schemaVersion).toBe(SCHEMA_VERSION);
        expect(bodyIn(putOf(given, recordId))).toEqual(asReadBy(version, recordType));
      }
    });

    test("is answered the same when it delivers again, and what it sent is kept to the byte", async () => {
      const family = newFamily();
      const first = await push(family);
      expect(await push(family)).toEqual(first);
      for (const { opId, body } of family) expect(await lying(opId)).toBe(body);
    });

    test("reads what it is given, to the last answer", async () => {
      const [theCase, ...others] = newFamily();
      await push([theCase, ...others]);
      const { puts, policy } = await pull();
      expect(putOf({ puts }, theCase.recordId).schemaVersion).toBe(version);
      expect(policy.minimumProtocol).toBeLessThanOrEqual(version);
      const digest = await jo.send("/api/sync/digest", messageOf(version, "digest"));
      expect(DigestResponseThen.parse(digest.json())).toEqual({ needManifest: true });
    });

    test("goes on with what an app of today made: its work is taken in, and nothing of today's is lost", async () => {
      const caseId = newId();
      const [length, band] = [{ kind: "worry", strandIds: ["energy"] }, "secondary"];
      const today = JSON.parse(profileBody(practice, {}, { schemaVersion: SCHEMA_VERSION })) as Body;
      const frame = { ...(today.sections["frame"] as object), length, band };
      const body = JSON.stringify({
        ...today,
        sections: { ...today.sections, frame, "hope/a": { hiddenFrom: [], a: 1 } },
      });
      const theCase = make("case", caseId, { recordId: caseId });
      const first = anOperation({ recordType: "profile", recordId: newId(), caseId, body });
      await jo.push([theCase, first]);
      const put = (await pull()).puts.find(({ recordId }) => recordId === first.recordId);
      // As it is done there: the body as it came, one section added, the app's own number on the operation.
      const given = JSON.parse(put?.body ?? "") as Body;
      const amended = JSON.stringify({ ...given, sections: { ...given.sections, "loves/b": { loves: "boats" } } });
      const next = make("profile", caseId, { recordId: first.recordId, parents: [first.opId], body: amended });
      expect(await push([next])).toMatchObject([{ status: "accepted", headRev: next.opId }]);
      const seen = sectionsIn(await jo.pull(), first.recordId);
      expect(seen).toMatchObject({ frame: { length, band }, "hope/a": { a: 1 }, "loves/b": { loves: "boats" } });
    });

    test("has its version kept beside the head, and an app of today reads both", async () => {
      const [theCase, ...others] = newFamily();
      const plan = others.find(({ recordType }) => recordType === "plan") ?? expect.fail("no plan");
      await push([theCase, plan]);
      const following = { recordId: plan.recordId, parents: [plan.opId] };
      await push([make("plan", plan.caseId, following)]);
      expect(await push([make("plan", plan.caseId, following)])).toMatchObject([{ status: "branched" }]);
      const then = (await pull()).puts.find(({ recordId }) => recordId === plan.recordId);
      expect(then?.branches.map(({ schemaVersion }) => schemaVersion)).toEqual([version]);
      const put = putOf(await jo.pull(), plan.recordId);
      expect(put.branches.map(({ schemaVersion }) => schemaVersion)).toEqual([SCHEMA_VERSION]);
      expect(put.branches.map(bodyIn)).toEqual([asReadBy(version, "plan")]);
    });

    test("HAZ-07 keeps from somebody what it meant to keep from them, in every answer", async () => {
      const other = await server().newPerson(areaId);
      const caseId = newId();
      const body = bodyOf(version, "case", practice).replaceAll(dad, other.who.accountId);
      expect(await push([make("case", caseId, { recordId: caseId, body })])).toMatchObject([{ status: "accepted" }]);
      await other.isGiven(caseId);
      for (const given of [await pull(other), await other.pull()]) {
        expect(Object.keys(bodyIn(putOf(given as PullResponse, caseId)).sections)).not.toContain(`person/${mum}`);
        expect(JSON.stringify(given)).not.toContain("The library");
      }
      expect(JSON.stringify(await jo.pull())).toContain("The library");
    });

    test("left rows that are read, beside sections that came since", async () => {
      const [theCase, ...others] = newFamily();
      const profile = others.find(({ recordType }) => recordType === "profile") ?? expect.fail("no profile");
      await push([theCase, profile]);
      // As the server of then stored them: the section as it was sent, and the number of the operation.
      const stored = "select schema_version, outer_body from head where record_id = $1";
      expect(await keeper().look(stored, [profile.recordId])).toEqual([
        { schema_version: version, outer_body: JSON.stringify({ schemaVersion: version }) },
      ]);
      const { sections } = asReadBy(version, "profile");
      const boats = { hiddenFrom: [], loves: "boats", easier: "" };
      const some = { frame: sections["frame"], "loves/b": boats };
      const { recordType, recordId, caseId, opId } = profile;
      const body = JSON.stringify({ schemaVersion: SCHEMA_VERSION, sections: some });
      await jo.deliver(anOperation({ recordType, recordId, caseId, parents: [opId], body }));
      expect(sectionsIn(await jo.pull(), recordId)).toEqual({ ...sections, "loves/b": boats });
    });
  });

  test("a later app keeps its work, and what it told of what was done is in the audit", async () => {
    const caseId = newId();
    const op = anOperation({ recordType: "case", recordId: caseId, caseId, body: bodyOf(1, "case", practice) });
    await jo.deliver(op);
    const event = { eventId: newId(), kind: "opened", recordId: caseId, clientTime: 1 };
    const later = anOperation({ ...op, opId: newId(), parents: [op.opId] });
    const message = { protocol: PROTOCOL + 1, deviceId: jo.deviceId, ops: [later], events: [event] };
    const answer = await jo.send("/api/sync/push", message);
    // Any answer lets a device forget what it told.
    expect(answer.json()).toEqual({ results: [{ opId: later.opId, status: "retry", reason: "server-older" }] });
    const told = await keeper().look("select kind from audit where record_id = $1 and kind = 'client-opened'", [
      caseId,
    ]);
    expect(told).toHaveLength(1);
  });
};
