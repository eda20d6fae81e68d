import { describe, expect, test } from "vitest";
import { placeOperation, type Standing } from "#core/sync/place-operation";
import { uuid } from "../../../support/uuid";

const [RECORD, CASE, HEAD, OLD, BRANCH] = [1, 2, 3, 4, 5].map(uuid) as [string, string, string, string, string];

const standing: Standing = {
  caseAccess: "active",
  record: { recordType: "profile", caseId: CASE, isOwn: true },
  headRev: HEAD,
  openBranches: [],
  followsQuarantined: false,
  isBodyAccepted: true,
};
const nothing: Standing = { ...standing, record: undefined, headRev: undefined };
const op = (parents: readonly string[] = []) =>
  ({ recordType: "profile", recordId: RECORD, caseId: CASE, parents: [...parents] }) as const;
const aCase = (parents: readonly string[] = []) => ({ ...op(parents), recordType: "case" as const, caseId: RECORD });

test("a record that nobody has begins", () => {
  expect(placeOperation(op(), nothing)).toEqual({ kind: "begins" });
  expect(placeOperation(aCase(), { ...nothing, caseAccess: "none" })).toEqual({ kind: "begins" });
});

test("what names the head as a parent moves it, and takes the place of the branches that it names", () => {
  expect(placeOperation(op([HEAD]), standing)).toEqual({ kind: "advances", consumes: [] });
  expect(placeOperation(op([BRANCH, HEAD]), { ...standing, openBranches: [BRANCH] })).toEqual({
    kind: "advances",
    consumes: [BRANCH],
  });
});

test.each([[[]], [[OLD]], [[OLD, BRANCH]]])("what does not is a branch: %j", (parents: readonly string[]) => {
  expect(placeOperation(op(parents), standing)).toMatchObject({ kind: "branches" });
});

test("what follows a branch takes its place", () => {
  expect(placeOperation(op([BRANCH]), { ...standing, openBranches: [BRANCH] })).toEqual({
    kind: "branches",
    consumes: [BRANCH],
  });
});

test("without access nothing is placed, whatever else is right or wrong with it", () => {
  for (const other of [standing, nothing, { ...standing, isBodyAccepted: false, followsQuarantined: true }]) {
    expect(placeOperation(op([HEAD]), { ...other, caseAccess: "ended" })).toEqual({
      kind: "quarantined",
      reason: "access",
    });
  }
});

test("a case that one has nothing to do with is like a case that is not there", () => {
  for (const other of [nothing, { ...nothing, isBodyAccepted: false }]) {
    expect(placeOperation(op(), { ...other, caseAccess: "none" })).toEqual({ kind: "retry", reason: "case-not-here" });
  }
});

test("a first revision that is not here is waited for", () => {
  expect(placeOperation(op([OLD]), nothing)).toEqual({ kind: "retry", reason: "parent-not-here" });
  expect(placeOperation(aCase([OLD]), { ...nothing, caseAccess: "none" })).toEqual({
    kind: "retry",
    reason: "parent-not-here",
  });
});

test("a body that is not accepted is held, and so is what follows one", () => {
  expect(placeOperation(op([HEAD]), { ...standing, isBodyAccepted: false })).toEqual({
    kind: "quarantined",
    reason: "body",
  });
  expect(placeOperation(op([OLD]), { ...nothing, followsQuarantined: true })).toEqual({
    kind: "quarantined",
    reason: "follows-quarantined",
  });
});

test("a record does not change its type or its case", () => {
  for (const record of [
    { recordType: "plan", caseId: CASE, isOwn: true },
    { recordType: "profile", caseId: uuid(9), isOwn: true },
  ]) {
    expect(placeOperation(op([HEAD]), { ...standing, record })).toEqual({
      kind: "quarantined",
      reason: "not-of-this-record",
    });
  }
});

describe("what is its author's own", () => {
  const concern = (parents: readonly string[] = []) => ({ ...op(parents), recordType: "concern" as const });
  const own: Standing = { ...standing, record: { recordType: "concern", caseId: CASE, isOwn: true } };

  test.each(["none", "ended", "active"] as const)(
    "law 4: is taken in whatever its author has to do with the case: %s",
    (caseAccess) => {
      const held = { ...nothing, caseAccess, followsQuarantined: true };
      expect(placeOperation(concern(), held)).toEqual({ kind: "begins" });
      expect(placeOperation({ ...concern(), recordType: "note" }, held)).toEqual({ kind: "begins" });
    },
  );

  test("law 4: is added to in any order, and never becomes a second version", () => {
    for (const parents of [[], [HEAD], [OLD]]) {
      expect(placeOperation(concern(parents), own)).toEqual({ kind: "advances", consumes: [] });
    }
    expect(placeOperation(concern([OLD]), nothing)).toEqual({ kind: "begins" });
  });

  test("law 4: is not added to by anybody else", () => {
    const others = { ...own, record: { recordType: "concern", caseId: CASE, isOwn: false } };
    expect(placeOperation(concern([HEAD]), others)).toEqual({ kind: "quarantined", reason: "access" });
  });
});
