import { beforeAll, describe, expect, test } from "vitest";
import { hashPassphrase } from "#server/identity/passphrase";
import { addAccount, ensureAgency, setTraining } from "#server/identity/people";
import { newId } from "./bodies";
import type { Keeper } from "./keepers";
import { type Answer, createTestServer, ORIGIN, type TestServer } from "./test-server";

const PASSPHRASE = "heron over the marsh é";

/** What signing in promises. */
export const describeIdentity = (server: () => TestServer, keeper: () => Keeper): void => {
  let areaId: string;
  let passphraseHash: string;
  beforeAll(async () => {
    areaId = await server().newArea();
    passphraseHash = await hashPassphrase(PASSPHRASE);
  });
  const newAccount = async (name: string, training: readonly string[] = []): Promise<string> => {
    const [accountId, agencyId] = [newId(), newId()];
    await server().store.asDesk(async (tx) => {
      await ensureAgency(tx, { areaId, agencyId, name: "Early Help" });
      await addAccount(tx, { areaId, accountId, agencyId, name, role: "early-help", passphraseHash, training });
    });
    return accountId;
  };
  let address = 1;
  const ask = (
    method: "GET" | "POST" | "DELETE",
    payload?: object,
    { cookie = "", from = `10.0.0.${String(address++)}`, origin = ORIGIN } = {},
  ): Promise<Answer> =>
    server().app.inject({
      ...{ method, url: "/api/session", headers: { cookie, origin }, remoteAddress: from },
      ...(payload && { payload }),
    });
  const cookieIn = (answer: Answer): string => String(answer.headers["set-cookie"] ?? "").split(";")[0] ?? "";

  describe("signing in", () => {
    test("with the right passphrase gives a session that says who it is", async () => {
      const accountId = await newAccount("Jo Reed");
      const answer = await ask("POST", { accountId, passphrase: PASSPHRASE });
      expect(answer.statusCode).toBe(200);
      const who = {
        ...{ signedIn: true, practice: server().practice, area: { id: areaId, name: "Saltmarsh" } },
        account: { accountId, name: "Jo Reed", memberships: [{ agency: "Early Help", role: "early-help" }] },
      };
      expect(answer.json()).toMatchObject(who);
      expect((await ask("GET", undefined, { cookie: cookieIn(answer) })).json()).toMatchObject(who);
      expect(answer.headers["cache-control"]).toBe("no-store");
    });

    test("says what somebody has been trained for, and what they no longer are", async () => {
      const accountId = await newAccount("Jo Reed", ["story-so-far"]);
      const training = async (): Promise<unknown> => {
        const answer = await ask("POST", { accountId, passphrase: PASSPHRASE });
        return answer.json<{ account: { training: unknown } }>().account.training;
      };
      expect(await training()).toEqual(["story-so-far"]);
      await server().store.asDesk((tx) => setTraining(tx, { areaId, accountId, training: [] }));
      expect(await training()).toEqual([]);
    });

    test("gives a cookie that no script reads, no other site sends, and https alone carries", async () => {
      const accountId = await newAccount("Jo Reed");
      const answer = await ask("POST", { accountId, passphrase: PASSPHRASE });
      const cookie = String(answer.headers["set-cookie"]);
      for (const part of ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=43200"])
        expect(cookie).toContain(part);
      const token = cookieIn(answer).split("=")[1] ?? "";
      expect(Buffer.from(token, "base64url")).toHaveLength(32);
      const [kept] = await keeper().look(
        "select encode(token_sha256, 'hex') as hash from session where account_id = $1",
        [accountId],
      );
      expect(kept?.["hash"]).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(await keeper().look("select * from session"))).not.toContain(token);
    });

    test("on localhost gives one that http carries too", async () => {
      const local = await createTestServer(server().store, { publicOrigin: "http://localhost:8080" });
      const answer = await local.app.inject({
        ...{ method: "POST", url: "/api/session", headers: { origin: "http://localhost:8080" } },
        payload: { accountId: await newAccount("Jo Reed"), passphrase: PASSPHRASE },
      });
      expect(answer.statusCode).toBe(200);
      expect(String(answer.headers["set-cookie"])).not.toContain("Secure");
      await local.close();
    });

    test("is by name too, in any case of letters, and with the same letters from another keyboard", async () => {
      await newAccount("Grace Only");
      const answer = await ask("POST", { name: "grace only", passphrase: PASSPHRASE.normalize("NFD") });
      expect(answer.statusCode).toBe(200);
    });

    test("by a name that two people have is not possible", async () => {
      await newAccount("Two Of Us");
      await newAccount("Two Of Us");
      expect((await ask("POST", { name: "Two Of Us", passphrase: PASSPHRASE })).statusCode).toBe(401);
    });

    test("with a wrong passphrase, or as nobody, is answered in the same words", async () => {
      const accountId = await newAccount("Jo Reed");
      const wrong = await ask("POST", { accountId, passphrase: "no" });
      const nobody = await ask("POST", { accountId: newId(), passphrase: "no" });
      for (const answer of [wrong, nobody]) {
        expect([answer.statusCode, answer.json()]).toEqual([401, { error: "not-signed-in" }]);
        expect(answer.headers["set-cookie"]).toBeUndefined();
      }
    });

    test.each([
      ["both a name and an id", { accountId: newId(), name: "x", passphrase: "x" }],
      ["neither", { passphrase: "x" }],
      ["an unknown field", { name: "x", passphrase: "x", remember: true }],
      ["no passphrase", { name: "x", passphrase: "" }],
    ])("with %s is not understood", async (_, payload) => {
      expect((await ask("POST", payload)).statusCode).toBe(400);
    });

    test("is in the audit, and so is each failure", async () => {
      const accountId = await newAccount("Jo Reed");
      await ask("POST", { accountId, passphrase: "no" });
      const cookie = cookieIn(await ask("POST", { accountId, passphrase: PASSPHRASE }));
      await ask("DELETE", undefined, { cookie });
      const kinds = await keeper().look("select kind from audit where account_id = $1 order by seq", [accountId]);
      expect(kinds.map(({ kind }) => kind)).toEqual(["sign-in-failed", "signed-in", "signed-out"]);
      const before = await keeper().look("select 1 from audit where kind = 'sign-in-failed' and account_id is null");
      await ask("POST", { accountId: newId(), passphrase: "no" });
      const after = await keeper().look("select 1 from audit where kind = 'sign-in-failed' and account_id is null");
      expect(after).toHaveLength(before.length + 1);
    });

    test("is slowed for one address over all accounts, and for one account over all addresses", async () => {
      const answers: number[] = [];
      for (let n = 0; n < 12; n += 1) {
        const answer = await ask("POST", { accountId: newId(), passphrase: "no" }, { from: "10.9.9.9" });
        answers.push(answer.statusCode);
        if (answer.statusCode === 429) expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
      }
      expect(answers).toEqual([...Array<number>(10).fill(401), 429, 429]);
      const accountId = await newAccount("Jo Reed");
      for (let n = 0; n < 10; n += 1) await ask("POST", { accountId, passphrase: "no" });
      const eleventh = await ask("POST", { accountId, passphrase: PASSPHRASE });
      expect(Number(eleventh.headers["retry-after"])).toBeGreaterThan(0);
      expect([eleventh.statusCode, eleventh.json()]).toEqual([429, { error: "too-often" }]);
    });

    test("from another site is turned away", async () => {
      const accountId = await newAccount("Jo Reed");
      const answer = await ask("POST", { accountId, passphrase: PASSPHRASE }, { origin: "https://elsewhere.example" });
      expect([answer.statusCode, answer.json()]).toEqual([403, { error: "other-origin" }]);
    });
  });

  describe("a session", () => {
    test("counts for its own person only: another's work on the same device is not delivered by it", async () => {
      const [jo, other] = [await server().newPerson(areaId), await server().newPerson(areaId)];
      const asking = (accountId: string) =>
        jo.send("/api/sync/digest", { digest: "0".repeat(64) }, { "strandline-account": accountId });
      const answer = await asking(other.who.accountId);
      expect([answer.statusCode, answer.json()]).toEqual([401, { error: "other-account" }]);
      expect((await asking(jo.who.accountId)).statusCode).toBe(200);
    });

    test("that nobody has says so, and is no error", async () => {
      const answer = await ask("GET");
      expect(answer.json()).toMatchObject({ signedIn: false, practice: server().practice });
    });

    test("ends when its person signs out, for the server too", async () => {
      const accountId = await newAccount("Jo Reed");
      const cookie = cookieIn(await ask("POST", { accountId, passphrase: PASSPHRASE }));
      const answer = await ask("DELETE", undefined, { cookie });
      expect(answer.statusCode).toBe(204);
      expect(String(answer.headers["set-cookie"])).toContain("strandline-session=;");
      expect((await ask("GET", undefined, { cookie })).json()).toMatchObject({ signedIn: false });
    });

    test("ends after twelve hours without use, and not while it is used", async () => {
      const jo = await server().newPerson(areaId);
      const seen = (interval: string) =>
        keeper().look(`update session set last_seen_at = now() - interval '${interval}' where account_id = $1`, [
          jo.who.accountId,
        ]);
      await seen("11 hours 59 minutes");
      const used = await ask("GET", undefined, { cookie: jo.cookie });
      expect(used.json()).toMatchObject({ signedIn: true });
      expect(cookieIn(used)).toBe(jo.cookie);
      const [row] = await keeper().look(
        "select last_seen_at > now() - interval '1 minute' as renewed from session where account_id = $1",
        [jo.who.accountId],
      );
      expect(row).toEqual({ renewed: true });
      await seen("12 hours 1 minute");
      expect((await ask("GET", undefined, { cookie: jo.cookie })).json()).toMatchObject({ signedIn: false });
    });
  });
};
