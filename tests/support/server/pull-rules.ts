import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { caseBody, caseOperation, newId, profileBody, profileOperation, voice } from "./bodies";
import { manifestOf, sectionsIn, type TestDevice, type TestServer } from "./test-server";

/** What a pull promises, and what nobody ever gets by one. */
export const describePull = (server: () => TestServer): void => {
  let areaId: string;
  let jo: TestDevice;
  let ash: TestDevice;
  let practice: boolean;
  beforeAll(async () => {
    practice = server().practice;
    areaId = await server().newArea();
  });
  const twoPeople = async (): Promise<string> => {
    [jo, ash] = await Promise.all([server().newPerson(areaId), server().newPerson(areaId)]);
    const op = caseOperation(practice);
    await jo.deliver(op);
    return op.caseId;
  };

  describe("a device", () => {
    test("with nothing is given everything that its person may see, its case first", async () => {
      const caseId = await twoPeople();
      const profile = profileOperation(practice, caseId);
      await jo.deliver(profile);
      const pulled = await jo.pull();
      expect(pulled.puts.map(({ recordId }) => recordId)).toEqual([caseId, profile.recordId]);
      expect(pulled).toMatchObject({
        ...{ gone: [], more: false, storeEpoch: server().store.facts.epoch },
        policy: { withdrawnWording: [], settings: { suggestions: true }, minimumProtocol: 1 },
      });
    });

    test("that has all of it is given nothing, and its digest says so in one empty answer", async () => {
      const caseId = await twoPeople();
      await jo.deliver(profileOperation(practice, caseId));
      const held = manifestOf(await jo.pull());
      expect(await jo.pull(held)).toMatchObject({ puts: [], gone: [], more: false });
      const answer = await jo.digest([...held].reverse());
      expect(answer.statusCode).toBe(204);
      expect(answer.body).toBe("");
      expect(answer.headers["strandline-policy"]).toBe((await jo.pull()).policy.version);
    });

    test("may send what it has packed, as it does once that is long", async () => {
      const caseId = await twoPeople();
      const held = manifestOf(await jo.pull());
      const message = gzipSync(JSON.stringify({ manifest: held }));
      const answer = await jo.send("/api/sync/pull", message, { "content-encoding": "gzip" });
      expect([answer.statusCode, held.map(([id]) => id)]).toEqual([200, [caseId]]);
      expect(answer.json()).toMatchObject({ puts: [], gone: [] });
    });

    test("that has something else is asked for its manifest", async () => {
      await twoPeople();
      for (const held of [[], [[newId(), "x"]]] as const) {
        const answer = await jo.digest(held as []);
        expect([answer.statusCode, answer.json()]).toEqual([200, { needManifest: true }]);
      }
    });

    test("with nothing, whose person may see nothing, is up to date", async () => {
      await twoPeople();
      expect((await ash.digest([])).statusCode).toBe(204);
      expect(await ash.pull()).toMatchObject({ puts: [], gone: [] });
    });

    test("is told what it delivered itself, so that it need not fetch it again", async () => {
      const caseId = await twoPeople();
      const [theCase] = manifestOf(await jo.pull());
      const op = profileOperation(practice, caseId, {
        body: profileBody(practice, {
          "voice/motor/a": voice(3),
          "loves/é😀": { loves: "x" },
          "loves/ｚ": { loves: "y" },
        }),
      });
      const { ver } = await jo.deliver(op);
      expect(ver).toBeDefined();
      expect((await jo.digest([theCase!, [op.recordId, ver!]])).statusCode).toBe(204);
    });

    test("is given a record again when it has changed, and only that", async () => {
      const caseId = await twoPeople();
      const [first, second] = [profileOperation(practice, caseId), profileOperation(practice, caseId)];
      await jo.push([first, second]);
      const held = manifestOf(await jo.pull());
      await jo.deliver(profileOperation(practice, caseId, { recordId: second.recordId, parents: [second.opId] }));
      expect((await jo.pull(held)).puts.map(({ recordId }) => recordId)).toEqual([second.recordId]);
    });

    test("with many records gets them in pages, and in the end has each once", async () => {
      const caseId = await twoPeople();
      const long = { "loves/a": { loves: "trains ".repeat(700) } };
      for (let round = 0; round < 5; round += 1) {
        await jo.push(
          Array.from({ length: 41 }, () => profileOperation(practice, caseId, { body: profileBody(practice, long) })),
        );
      }
      const first = await jo.pull();
      expect(first.more).toBe(true);
      const second = await jo.pull(manifestOf(first));
      expect(second.more).toBe(false);
      const ids = [...first.puts, ...second.puts].map(({ recordId }) => recordId);
      expect(ids).toHaveLength(206);
      expect(new Set(ids).size).toBe(206);
    });
  });

  describe("access", () => {
    test("begins with the relationship: then everything of the case is given", async () => {
      const caseId = await twoPeople();
      const profile = profileOperation(practice, caseId);
      await jo.deliver(profile);
      expect((await ash.pull()).puts).toEqual([]);
      await ash.isGiven(caseId);
      expect((await ash.pull()).puts.map(({ recordId }) => recordId)).toEqual([caseId, profile.recordId]);
    });

    test("ends with it: then everything of the case is gone, for the reason that access ended", async () => {
      const caseId = await twoPeople();
      await jo.deliver(profileOperation(practice, caseId));
      await ash.isGiven(caseId);
      const held = manifestOf(await ash.pull());
      await ash.isEnded(caseId);
      const pulled = await ash.pull(held);
      expect(pulled.puts).toEqual([]);
      expect(pulled.gone).toEqual(held.map(([id]) => ({ id, reason: "access-ended" })));
    });

    test("that has ended takes nothing more in, but holds it safely", async () => {
      const caseId = await twoPeople();
      await ash.isGiven(caseId);
      await ash.isEnded(caseId);
      const op = profileOperation(practice, caseId);
      expect(await ash.push([op])).toMatchObject([{ status: "quarantined", reason: "access" }]);
      expect((await jo.pull()).puts.map(({ recordId }) => recordId)).toEqual([caseId]);
    });

    test("to a case is not had by naming it as one's own", async () => {
      const caseId = await twoPeople();
      const claim = caseOperation(practice, { recordId: caseId, caseId, body: caseBody(practice, {}, "Alex") });
      expect(await ash.push([claim])).toMatchObject([{ status: "quarantined", reason: "access" }]);
      expect((await ash.pull()).puts).toEqual([]);
      expect(JSON.stringify(await jo.pull())).not.toContain("Alex");
    });

    test("can be given back after it has ended, but not by delivering the case once more", async () => {
      const caseId = await twoPeople();
      await jo.isEnded(caseId);
      expect(await jo.push([caseOperation(practice, { recordId: caseId, caseId })])).toMatchObject([
        { status: "quarantined", reason: "access" },
      ]);
      expect((await jo.pull()).puts).toEqual([]);
      await jo.isGiven(caseId);
      expect((await jo.pull()).puts).toHaveLength(1);
    });

    test("a record of other people, one of another area, and one that nobody has get the very same answers", async () => {
      const caseId = await twoPeople();
      const profile = profileOperation(practice, caseId);
      await jo.deliver(profile);
      const elsewhere = await server().newPerson(await server().newArea());
      const answers = async (device: TestDevice, ids: { caseId: string; recordId: string }) => {
        const { gone, puts } = await device.pull([[ids.recordId, "x"]]);
        const [pushed] = await device.push([profileOperation(practice, ids.caseId, { parents: [ids.recordId] })]);
        return { puts, reasons: gone.map(({ reason }) => reason), status: pushed?.status, reason: pushed?.reason };
      };
      const nobodys = await answers(ash, { caseId: newId(), recordId: newId() });
      expect(nobodys).toEqual({ puts: [], reasons: ["not-here"], status: "retry", reason: "case-not-here" });
      expect(await answers(ash, profile)).toEqual(nobodys);
      expect(await answers(elsewhere, profile)).toEqual(nobodys);
    });

    test("one id in two areas is two records", async () => {
      const caseId = await twoPeople();
      const elsewhere = await server().newPerson(await server().newArea());
      const theirs = caseOperation(practice, { recordId: caseId, caseId, body: caseBody(practice, {}, "Alex") });
      expect(await elsewhere.push([theirs])).toMatchObject([{ status: "accepted" }]);
      expect(JSON.stringify(await jo.pull())).not.toContain("Alex");
    });
  });

  describe("a section that is hidden from a person", () => {
    const hiddenVoice = async () => {
      const caseId = await twoPeople();
      await ash.isGiven(caseId);
      const profile = profileOperation(practice, caseId, {
        body: profileBody(practice, {
          "voice/motor/mum": voice(12, { hiddenFrom: [ash.who.accountId], goesWell: "Zephyrine" }),
          "voice/motor/dad": voice(60, { seenBefore: ["mum", "child"].map(idFor) }),
          [`voice/motor/${idFor("mum")}`]: voice(13, { hiddenFrom: [ash.who.accountId] }),
          [`voice/motor/${idFor("child")}`]: voice(40),
        }),
      });
      await jo.deliver(profile);
      return { caseId, profile };
    };
    const idFor = (who: string): string =>
      who === "mum" ? "01900000-0000-7000-8000-0000000000aa" : "01900000-0000-7000-8000-0000000000cc";

    test("HAZ-07 HAZ-08 never reaches them, and nothing tells that it is there", async () => {
      const { profile } = await hiddenVoice();
      const pulled = await ash.pull();
      const sections = sectionsIn(pulled, profile.recordId);
      expect(Object.keys(sections)).toEqual(["frame", "voice/motor/dad", `voice/motor/${idFor("child")}`]);
      expect(sections["voice/motor/dad"]).toMatchObject({ mark: { seenBefore: [idFor("child")] } });
      expect(JSON.stringify(pulled)).not.toContain("Zephyrine");
      expect(JSON.stringify(pulled)).not.toContain(idFor("mum"));
      expect(sectionsIn(await jo.pull(), profile.recordId)["voice/motor/dad"]).toMatchObject({
        mark: { seenBefore: [idFor("mum"), idFor("child")] },
      });
    });

    test("HAZ-02 passes untouched through what they amend, and so do its traces", async () => {
      const { caseId, profile } = await hiddenVoice();
      const before = sectionsIn(await jo.pull(), profile.recordId);
      const seen = sectionsIn(await ash.pull(), profile.recordId);
      const amended = profileOperation(practice, caseId, {
        ...{ recordId: profile.recordId, parents: [profile.opId] },
        body: profileBody(practice, { ...seen, "loves/new": { loves: "boats" } }),
      });
      expect(await ash.push([amended])).toMatchObject([{ status: "accepted" }]);
      const after = sectionsIn(await jo.pull(), profile.recordId);
      expect(after).toEqual({ ...before, "loves/new": { hiddenFrom: [], loves: "boats", easier: "" } });
    });

    test("cannot be written over by them: what tries is held safely, and says no more than that", async () => {
      const { caseId, profile } = await hiddenVoice();
      const amended = profileOperation(practice, caseId, {
        ...{ recordId: profile.recordId, parents: [profile.opId] },
        body: profileBody(practice, { "voice/motor/mum": voice(99) }),
      });
      const [result] = await ash.push([amended]);
      expect(result).toMatchObject({ status: "quarantined", reason: "access" });
      expect(await ash.push([amended])).toEqual([result]);
      const stands = (await jo.pull()).puts.find(({ recordId }) => recordId === profile.recordId);
      expect(stands?.revId).toBe(profile.opId);
      expect(stands?.body).toContain("Zephyrine");
    });

    test("may be the one that they delivered, and is gone from their next pull", async () => {
      const caseId = await twoPeople();
      const profile = profileOperation(practice, caseId, {
        body: profileBody(practice, { "voice/motor/mum": voice(12, { hiddenFrom: [jo.who.accountId] }) }),
      });
      const { ver } = await jo.deliver(profile);
      expect(ver).toBeUndefined();
      expect(Object.keys(sectionsIn(await jo.pull(), profile.recordId))).toEqual(["frame"]);
      await ash.isGiven(caseId);
      expect(Object.keys(sectionsIn(await ash.pull(), profile.recordId))).toEqual(["frame", "voice/motor/mum"]);
    });

    test("changes the version for them when it is hidden, and for them the section goes", async () => {
      const caseId = await twoPeople();
      await ash.isGiven(caseId);
      const shown = profileOperation(practice, caseId, {
        body: profileBody(practice, { "voice/motor/mum": voice(12) }),
      });
      await jo.deliver(shown);
      const held = manifestOf(await ash.pull());
      await jo.deliver(
        profileOperation(practice, caseId, {
          ...{ recordId: shown.recordId, parents: [shown.opId] },
          body: profileBody(practice, { "voice/motor/mum": voice(12, { hiddenFrom: [ash.who.accountId] }) }),
        }),
      );
      const pulled = await ash.pull(held);
      expect(Object.keys(sectionsIn(pulled, shown.recordId))).toEqual(["frame"]);
    });

    test("is out of sight in a branch too, and is left there by their merge for those who see it", async () => {
      const caseId = await twoPeople();
      await ash.isGiven(caseId);
      const first = profileOperation(practice, caseId);
      const amend = (parents: readonly string[], sections: Readonly<Record<string, unknown>>) =>
        profileOperation(practice, caseId, {
          recordId: first.recordId,
          parents,
          body: profileBody(practice, sections),
        });
      const head = amend([first.opId], { "loves/a": { loves: "trains" } });
      const branch = amend([first.opId], {
        "loves/a": { loves: "boats" },
        "voice/motor/mum": voice(5, { hiddenFrom: [ash.who.accountId], goesWell: "Zephyrine" }),
      });
      await jo.push([first, head, branch]);
      const seen = await ash.pull();
      expect(JSON.stringify(seen)).not.toContain("Zephyrine");
      expect(seen.puts.find(({ recordId }) => recordId === first.recordId)?.branches).toHaveLength(1);

      const merge = amend([head.opId, branch.opId], { "loves/a": { loves: "both" } });
      expect(await ash.push([merge])).toMatchObject([{ status: "accepted" }]);
      const forAsh = (await ash.pull()).puts.find(({ recordId }) => recordId === first.recordId);
      expect(forAsh?.branches).toEqual([]);
      const forJo = (await jo.pull()).puts.find(({ recordId }) => recordId === first.recordId);
      expect(forJo?.branches).toMatchObject([{ revId: branch.opId }]);
      expect(forJo?.branches[0]?.body).toContain("Zephyrine");
    });
  });
};
