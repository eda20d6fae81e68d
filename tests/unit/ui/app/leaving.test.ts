import { expect, test } from "vitest";
import { ok } from "#core/result";
import type { PeopleHere } from "#storage/people";
import { createLeaving } from "../../../../src/ui/app/leaving";
import { uuid } from "../../../support/uuid";

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
