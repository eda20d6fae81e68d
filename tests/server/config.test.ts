import { describe, expect, test } from "vitest";
import { readConfig } from "#server/config";
import { badConfigWords } from "#server/start-words";

const faultsOf = (env: Record<string, string>, args: string[] = []) => {
  const read = readConfig(env, args);
  return read.ok ? [] : read.error.faults;
};

test("with nothing set, it is practice on localhost:8080", () => {
  expect(readConfig({}, [])).toEqual({
    ok: true,
    value: {
      port: 8080,
      host: "127.0.0.1",
      publicOrigin: "http://localhost:8080",
      dataDir: "./data",
      logLevel: "warn",
      area: "practice",
      howOften: { perAccount: 600, perAddress: 6_000 },
      practiceAsked: false,
    },
  });
});

test("how often may be asked, and whose word on addresses counts, can be set", () => {
  expect(readConfig({ REQUESTS_A_MINUTE: "50", TRUSTED_PROXIES: "10.0.0.1, ::1" }, [])).toMatchObject({
    value: { howOften: { perAccount: 50, perAddress: 500 }, trustedProxies: ["10.0.0.1", "::1"] },
  });
  expect(faultsOf({ REQUESTS_A_MINUTE: "0", TRUSTED_PROXIES: "proxy.example" })).toEqual([
    { name: "REQUESTS_A_MINUTE", reason: "must be a number from 1" },
    { name: "TRUSTED_PROXIES", reason: "must be IP addresses with commas between them" },
  ]);
});

test("with a database it is for real families, and practice is not even mentioned", () => {
  expect(readConfig({ DATABASE_URL: "postgres://u:secret@h/d" }, [])).toMatchObject({
    value: { area: "real", databaseUrl: "postgres://u:secret@h/d", practiceAsked: false },
  });
});

test("the public origin follows the port unless it is set", () => {
  expect(readConfig({ PORT: "9000" }, [])).toMatchObject({ value: { publicOrigin: "http://localhost:9000" } });
  expect(readConfig({ PORT: "9000", PUBLIC_ORIGIN: "https://a.example" }, [])).toMatchObject({
    value: { publicOrigin: "https://a.example" },
  });
});

test("an empty variable counts as one that is not set", () => {
  expect(readConfig({ PORT: "", LOG_LEVEL: " ", DATABASE_URL: "" }, ["--practice"])).toMatchObject({
    value: { port: 8080, logLevel: "warn", practiceAsked: true },
  });
});

test("variables of other programs are left alone", () => {
  expect(readConfig({ HOME: "/root", EDITOR: "vi" }, []).ok).toBe(true);
});

describe("what cannot be used is refused with its name and the reason", () => {
  test.each(["http", "-1", "65536", "80.5", "0x50", "999999"])("PORT=%s", (PORT) => {
    expect(faultsOf({ PORT })).toEqual([{ name: "PORT", reason: "must be a number from 0 to 65535" }]);
  });

  test.each([
    "strandline.example",
    "https://a.example/path",
    "https://a.example/",
    "http://a.example",
    "http://127.0.0.1:8080",
    "ftp://localhost",
  ])("PUBLIC_ORIGIN=%s", (PUBLIC_ORIGIN) => {
    expect(faultsOf({ PUBLIC_ORIGIN })).toEqual([
      { name: "PUBLIC_ORIGIN", reason: expect.stringContaining("http is for localhost only") as string },
    ]);
  });

  test("LOG_LEVEL", () => {
    expect(faultsOf({ LOG_LEVEL: "loud" })).toMatchObject([{ name: "LOG_LEVEL" }]);
  });

  test.each(["mysql://u:secret@h/d", "h:5432", "secret"])("DATABASE_URL=%s", (DATABASE_URL) => {
    expect(faultsOf({ DATABASE_URL })).toMatchObject([{ name: "DATABASE_URL" }]);
  });

  test("practice with a database: nothing made up may lie among real families", () => {
    expect(faultsOf({ DATABASE_URL: "postgres://u:secret@h/d" }, ["--practice"])).toEqual([
      { name: "--practice", reason: "and DATABASE_URL are never used together: unset one of them" },
    ]);
  });

  test.each([
    ["--practise", "--practise", "is not a flag"],
    ["-p", "-p", "is not a flag"],
    ["--no-practice", "--no-practice", "is not a flag"],
    ["--practice=yes", "--practice", "takes no value"],
    ["practice", "practice", "is not understood"],
  ])("the argument %s", (argument, name, reason) => {
    expect(faultsOf({}, [argument])).toEqual([{ name, reason: expect.stringContaining(reason) as string }]);
  });

  test("everything at once, and no value is repeated, since it may hold a password", () => {
    const read = readConfig({ PORT: "x", DATABASE_URL: "mysql://u:secret@h/d" }, ["--loud"]);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.error.faults.map(({ name }) => name)).toEqual(["--loud", "PORT", "DATABASE_URL"]);
    expect(badConfigWords(read.error)).not.toContain("secret");
  });
});
