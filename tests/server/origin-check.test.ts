import Fastify from "fastify";
import { expect, test } from "vitest";
import { checkOrigin } from "#server/identity/origin-check";

const ask = async (own: string, headers: Readonly<Record<string, string>>): Promise<number> => {
  const app = Fastify();
  checkOrigin(app, () => own);
  app.post("/", () => "done");
  return (await app.inject({ method: "POST", url: "/", headers })).statusCode;
};

const REAL = "https://strandline.example";
const HERE = "http://localhost:8080";

test.each([
  ["its own page", REAL, { origin: REAL }, 200],
  ["another page", REAL, { origin: "https://elsewhere.example" }, 403],
  ["a page that hides where it is from", REAL, { origin: "null" }, 403],
  ["a browser that does not say its page", REAL, { "sec-fetch-site": "cross-site" }, 403],
  ["a program, which has no page", REAL, {}, 200],
  ["its own page without encryption", REAL, { origin: "http://strandline.example" }, 403],
  ["the page on this machine under its bare address", HERE, { origin: "http://127.0.0.1:8080" }, 200],
  ["another program's page on this machine", HERE, { origin: "http://127.0.0.1:8081" }, 403],
  ["a page on this machine, asking a real server", REAL, { origin: "http://localhost:443" }, 403],
])("a request from %s", async (_, own, headers, status) => {
  expect(await ask(own, headers)).toBe(status);
});
