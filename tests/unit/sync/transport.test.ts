import { expect, test } from "vitest";
import { createTransport } from "#sync/transport";
import { uuid } from "../../support/uuid";

const answering = (answer: Response) => {
  const asked: { readonly path: string; readonly headers: Headers }[] = [];
  const fetch: typeof globalThis.fetch = async (path, request) => {
    asked.push({ path: path as string, headers: new Headers(request?.headers) });
    return answer;
  };
  return {
    asked,
    transport: createTransport({ fetch, accountId: uuid(7), sha256: async (text) => `hash of ${text}` }),
  };
};
const DIGEST = "0".repeat(64);

test("HAZ-07 every request says for whom it is, so that nobody's work goes under another's session", async () => {
  const { asked, transport } = answering(Response.json({}, { status: 401 }));
  await transport.compare(DIGEST);
  await transport.pull({ manifest: [] });
  await transport.push({ protocol: 1, deviceId: uuid(1), ops: [], events: [] });
  expect(asked.map(({ path, headers }) => [path, headers.get("strandline-account")])).toEqual([
    ["/api/sync/digest", uuid(7)],
    ["/api/sync/pull", uuid(7)],
    ["/api/sync/push", uuid(7)],
  ]);
});

test.each([
  [
    "nothing new",
    new Response(null, { status: 204, headers: { "strandline-policy": "2" } }),
    { ok: true, value: { isSame: true, policyVersion: "2" } },
  ],
  ["something new", Response.json({ needManifest: true }), { ok: true, value: { isSame: false } }],
  ["an ended session", Response.json({}, { status: 401 }), { ok: false, error: { type: "SignedOut" } }],
  ["a busy server", Response.json({}, { status: 503 }), { ok: false, error: { type: "ServerBusy", status: 503 } }],
  [
    "a server that is asked too often",
    Response.json({}, { status: 429, headers: { "retry-after": "7" } }),
    { ok: false, error: { type: "ServerBusy", status: 429, waitMs: 7_000 } },
  ],
  ["a device that was taken off", Response.json({}, { status: 410 }), { ok: false, error: { type: "TakenOff" } }],
  ["a no", Response.json({}, { status: 400 }), { ok: false, error: { type: "SaidNo", status: 400 } }],
  ["a page of somebody else's", new Response("<h1>Hotel</h1>"), { ok: false, error: { type: "NoAnswer" } }],
])("%s is told apart", async (_, answer, expected) => {
  expect(await answering(answer).transport.compare(DIGEST)).toEqual(expected);
});

test("a questionnaire that is not the one that was named is no answer", async () => {
  const files = { structure: { id: "getting-about" }, words: {} };
  const text = JSON.stringify(files);
  const name = { id: "getting-about", version: 2, sha256: `hash of ${text}` };
  const { transport, asked } = answering(new Response(text));
  expect(await transport.questionnaire(name)).toEqual({ ok: true, value: files });
  expect(asked.map(({ path }) => path)).toEqual(["/api/questionnaires/getting-about/2"]);
  expect(await answering(new Response(`${text} `)).transport.questionnaire(name)).toEqual({
    ok: false,
    error: { type: "NoAnswer" },
  });
});
