import { aDeliveringDevice, answered } from "../../support/delivering"; // first: it brings the database
import { expect, test, vi } from "vitest";
import { err, ok } from "#core/result";
import type { DecidedResponse } from "#core/schema/held-wire";
import { createHeldDesk } from "#sync/held-desk";
import { takeDecisions } from "#sync/take-decisions";
import { operation } from "../../support/revisions";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const decision = (of: number, kind: string): DecidedResponse["decided"][number] => ({
  ...{ opId: uuid(of), kind, words: "Ask Ash.", byName: "Ruth", atMs: 9_000 },
});
const holding = async () => {
  const device = await aDeliveringDevice();
  const sent = operation(1, 10);
  valueOf(await device.outbox.add([sent]));
  valueOf(await device.deliveries.settle([sent], [answered(1, "quarantined", { reason: "access" })]));
  return device;
};

test("a device on which nothing is held asks for nothing, and neither does one whose held work was decided about", async () => {
  const desk = vi.fn();
  expect(valueOf(await takeDecisions((await aDeliveringDevice()).heldHere, desk))).toEqual({ isAnyReleased: false });
  const device = await holding();
  valueOf(await device.heldHere.decide([decision(1, "returned")]));
  expect(valueOf(await takeDecisions(device.heldHere, desk))).toEqual({ isAnyReleased: false });
  expect(desk).not.toHaveBeenCalled();
});

test.each([
  ["released", true, 0],
  ["returned", false, 1],
] as const)("what was %s is heard", async (kind, isAnyReleased, left) => {
  const device = await holding();
  const desk = async () => ({ decided: async () => ok([decision(1, kind), decision(9, "released")]) });
  expect(valueOf(await takeDecisions(device.heldHere, desk))).toEqual({ isAnyReleased });
  expect(valueOf(await device.heldHere.list())).toHaveLength(left);
});

test("without an answer everything stays as it is", async () => {
  const device = await holding();
  const desk = async () => ({ decided: async () => err({ type: "NoAnswer" } as const) });
  expect(await takeDecisions(device.heldHere, desk)).toEqual(err({ type: "NoAnswer" }));
  expect(valueOf(await device.heldHere.list())).toHaveLength(1);
});

const deskThatHears = (status: number, body: unknown) =>
  createHeldDesk({ fetch: async () => new Response(JSON.stringify(body), { status }), accountId: uuid(1) });

test.each([
  [409, { error: "still-held-body" }, { type: "StillHeld", reason: "body" }],
  [409, { error: "decided-otherwise" }, { type: "SaidNo", status: 409 }],
  [404, { error: "not-found" }, { type: "SaidNo", status: 404 }],
  [401, { error: "sign-in" }, { type: "SignedOut" }],
  [200, { later: true }, { type: "NoAnswer" }],
])("a decision that is answered %i %j is none", async (status, body, error) => {
  const decided = await deskThatHears(status, body).decide({ opId: uuid(1), kind: "released", words: "Yes." });
  expect(decided).toEqual(err(error));
});
