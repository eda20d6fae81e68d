import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { areaFilesFrom } from "#server/area-files/area-files";
import words from "../../../practice/questionnaires/getting-about/v1/en-GB.json";
import structure from "../../../practice/questionnaires/getting-about/v1/structure.json";
import { createTestServer, newDevice, type TestDevice, type TestServer } from "./test-server";

const withdrawn = [{ id: "about-me", version: 1, useInstead: "about-me/v2" }];
const { files } = areaFilesFrom(
  {
    "questionnaires/getting-about/v1/structure.json": structure,
    "questionnaires/getting-about/v1/en-GB.json": words,
    "withdrawn.json": withdrawn,
  },
  new Set(),
);

/** What devices hear of an area's own files once the server was started with them. */
export const describeAreaFiles = (before: () => TestServer): void => {
  let after: TestServer;
  let jo: TestDevice;
  let joAfter: TestDevice;
  beforeAll(async () => {
    const { store } = before();
    after = await createTestServer(store, {}, files);
    jo = await before().newPerson(await before().newArea());
    joAfter = await newDevice(after.app, store, jo.who);
  });
  afterAll(async () => {
    await after.app.close();
  });
  const get = (url: string, cookie = joAfter.cookie) => after.app.inject({ url, headers: { cookie } });

  test("HAZ-16 wording that is withdrawn is heard at the next contact, though no record is new", async () => {
    const heard = await jo.digest([]);
    const hears = await joAfter.digest([]);
    expect([heard.statusCode, hears.statusCode]).toEqual([204, 204]);
    expect(hears.headers["strandline-policy"]).not.toBe(heard.headers["strandline-policy"]);
    expect((await jo.pull()).policy.withdrawnWording).toEqual([]);
    expect((await joAfter.pull()).policy).toMatchObject({ withdrawnWording: withdrawn });
  });

  test("an area's own questionnaire is named with its hash, and given word for word as that hash says", async () => {
    const [name] = (await joAfter.pull()).policy.questionnaires;
    expect(name).toMatchObject({ id: "getting-about", version: 1 });
    const answer = await get("/api/questionnaires/getting-about/1");
    expect(answer.json()).toEqual({ structure, words: { "en-GB": words } });
    expect(createHash("sha256").update(answer.body).digest("hex")).toBe(name?.sha256);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test("one that there is not, and a name that is none, are told apart from one that there is by nothing but no", async () => {
    for (const url of ["getting-about/2", "elsewhere/1", "..%2f..%2fpeople/1"]) {
      const answer = await get(`/api/questionnaires/${url}`);
      expect([answer.statusCode, answer.json()]).toEqual([404, { error: "not-found" }]);
    }
    expect((await get("/api/questionnaires/getting-about/one")).statusCode).toBe(400);
  });

  test("nobody is given one without a session", async () => {
    expect((await get("/api/questionnaires/getting-about/1", "")).statusCode).toBe(401);
  });
};
