import { createTestDevice, grace } from "../../../support/test-device"; // first: it brings the database
import { expect, test } from "vitest";
import { ok } from "#core/result";
import { ConcernBody } from "#core/schema/concern";
import { makeOperation } from "#storage/make-operation";
import type { PeopleHere } from "#storage/people";
import { createLeaving } from "../../../../src/ui/app/leaving";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const leavingWith = ({ drafts = 0, waiting = 0, needPerson = 0, earlier = 0, isOpenElsewhere = false }) => {
  const done: string[] = [];
  const nothing = { databaseName: "old", keyring: { epochs: [], passkeys: [], recovery: [] } };
  const people = {
    everyone: async () => ok([{ userId: uuid(1), earlier: Array.from({ length: earlier }, () => nothing) }]),
    remove: async (userId: string) => ok(void done.push(`removed ${userId}`)),
  } as unknown as PeopleHere;
  const leaving = createLeaving({
    userId: uuid(1),
    people,
    store: {
      drafts: { list: async () => ok({ drafts: Array.from({ length: drafts }, () => ({})), unreadable: [] }) },
      deliveries: { count: async () => ok({ waiting, needPerson }) },
      unsent: { count: async () => ok({ drafts, waiting }) },
      close: () => done.push("closed"),
    } as unknown as Parameters<typeof createLeaving>[0]["store"],
    isOpenElsewhere: async () => isOpenElsewhere,
    signOut: async () => done.push("signed out"),
  });
  return { leaving, done };
};

test.each([
  ["a draft", { drafts: 1 }],
  ["what waits", { waiting: 1 }],
  ["what needs a person", { needPerson: 1 }],
  ["an earlier database", { earlier: 1 }],
])("HAZ-02 law 1: nobody leaves while %s is on this device and nowhere else", async (_, left) => {
  const { leaving, done } = leavingWith(left);
  expect(await leaving.leave()).toMatchObject({ ok: false, error: { type: "StillOnlyHere" } });
  expect(done).toEqual([]);
});

test("nobody leaves while another window of theirs is open", async () => {
  const { leaving, done } = leavingWith({ isOpenElsewhere: true });
  expect(await leaving.leave()).toMatchObject({ error: { type: "OpenInAnotherWindow" } });
  expect(done).toEqual([]);
});

test("law 2: who leaves takes what is theirs, and the store is closed before", async () => {
  const { leaving, done } = leavingWith({});
  expect((await leaving.leave()).ok).toBe(true);
  expect(done).toEqual(["closed", `removed ${uuid(1)}`, "signed out"]);
});

test.each(["waiting", "begun"])(
  "HAZ-02 law 1: nobody leaves while a concern is %s here, and no number tells of it",
  async (how) => {
    const services = await createTestDevice().open();
    const { store, ids, clock, sha256 } = services;
    if (how === "begun") {
      const body = { words: "Zephyrine said so." };
      valueOf(await store.drafts.save({ kind: "concern", id: ids.next(), caseId: uuid(150), startedAtMs: 1, body }, 0));
    } else {
      const concern = { byId: grace.id, atMs: 1, practice: true, words: "Zephyrine said so." };
      const body = ConcernBody.parse({ schemaVersion: 1, sections: { concern } });
      const made = { recordId: ids.next(), caseId: uuid(150), parents: [], nowMs: clock.nowMs(), ids, sha256 };
      valueOf(await store.outbox.add([valueOf(await makeOperation({ ...made, recordType: "concern", body }))]));
    }
    const removed: string[] = [];
    const leaving = createLeaving({
      userId: grace.id,
      people: {
        everyone: async () => ok([]),
        remove: async (userId: string) => ok(void removed.push(userId)),
      } as unknown as PeopleHere,
      store,
      isOpenElsewhere: async () => false,
      signOut: async () => undefined,
    });
    expect(await leaving.leave()).toEqual({
      ok: false,
      error: { type: "StillOnlyHere", onlyHere: { drafts: 0, waiting: 0, earlier: 0, isMore: true } },
    });
    expect(removed).toEqual([]);
  },
);
