import { expect, test } from "vitest";
import { z } from "zod";
import * as held from "#core/schema/held-wire";
import * as overview from "#core/schema/overview-wire";
import * as sealed from "#core/schema/sealed-wire";
import * as wire from "#core/schema/wire";

const messages = {
  PushRequest: wire.PushRequest,
  PushResponse: wire.PushResponse,
  DigestRequest: wire.DigestRequest,
  DigestResponse: wire.DigestResponse,
  PullRequest: wire.PullRequest,
  PullResponse: wire.PullResponse,
  SignInRequest: wire.SignInRequest,
  SessionResponse: wire.SessionResponse,
  PracticePeopleResponse: wire.PracticePeopleResponse,
  ErrorResponse: wire.ErrorResponse,
  DeviceRequest: sealed.DeviceRequest,
  DeviceResponse: sealed.DeviceResponse,
  SealedRequest: sealed.SealedRequest,
  SealedMessage: sealed.SealedMessage,
  SealedResponse: sealed.SealedResponse,
  ReturnedResponse: sealed.ReturnedResponse,
  TakenRequest: sealed.TakenRequest,
  GiveUpRequest: sealed.GiveUpRequest,
  OverviewResponse: overview.OverviewResponse,
  HeldResponse: held.HeldResponse,
  OpenHeldRequest: held.OpenHeldRequest,
  OpenHeldResponse: held.OpenHeldResponse,
  DecideHeldRequest: held.DecideHeldRequest,
  DecideHeldResponse: held.DecideHeldResponse,
  DecidedResponse: held.DecidedResponse,
};

const shapes = Object.fromEntries(
  Object.entries(messages).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: "input" })]),
);

test("the messages are those written down: a field that has been released is never renamed, reused or taken away", async () => {
  // What may be added is added here by `npx vitest run tests/contract -u`, and read in review.
  await expect(`${JSON.stringify(shapes, null, 2)}\n`).toMatchFileSnapshot("wire.snap");
});

test("the limits are those written down", () => {
  expect(wire.LIMITS).toMatchObject({ pushOps: 50, pushBytes: 1_048_576 });
  expect([wire.OLDEST_PROTOCOL, wire.PROTOCOL]).toEqual([1, 3]);
  expect(sealed.SEALED_LIMITS).toMatchObject({ messageBytes: 4_194_304, rows: 200, rowBytes: 1_179_648 });
});

test("an answer may say what this build does not know yet, and is read all the same", () => {
  const opId = "01900000-0000-7000-8000-000000000001";
  expect(
    wire.PushResponse.parse({ results: [{ opId, status: "retry", reason: "a-new-reason", mood: "fine" }], later: 1 }),
  ).toEqual({ results: [{ opId, status: "retry", reason: "a-new-reason" }] });
  const policy = { version: "1", withdrawnWording: [], settings: { later: true }, minimumProtocol: 1, more: 1 };
  expect(
    wire.PullResponse.parse({ puts: [], gone: [{ id: opId, reason: "moved" }], more: false, storeEpoch: "e", policy }),
  ).toMatchObject({ gone: [{ reason: "moved" }], policy: { more: 1 } });
});

test("a request may not: what the server does not know, it does not take", () => {
  const request = { protocol: 1, deviceId: "01900000-0000-7000-8000-000000000001", ops: [], events: [] };
  expect(wire.PushRequest.safeParse(request).success).toBe(true);
  expect(wire.PushRequest.safeParse({ ...request, later: 1 }).success).toBe(false);
  expect(wire.DigestRequest.safeParse({ digest: "0".repeat(64), later: 1 }).success).toBe(false);
  expect(wire.PullRequest.safeParse({ manifest: [], later: 1 }).success).toBe(false);
  expect(sealed.TakenRequest.safeParse({ drafts: [], later: 1 }).success).toBe(false);
});

test("nothing new costs one request of at most 120 bytes", () => {
  expect(JSON.stringify({ digest: "0".repeat(64) }).length).toBeLessThanOrEqual(120);
});
