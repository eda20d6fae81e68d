import { sql } from "kysely";
import { unreachable } from "#core/result";
import type { PushResult, QuarantineReason } from "#core/schema/wire";
import { placeOperation } from "#core/sync/place-operation";
import type { TakenApart, WrittenSection } from "#core/sync/record-body";
import { restoreTraces } from "#core/sync/restore-traces";
import type { Tx } from "../access/as-account";
import { type Keeping, keepResult } from "./keep-result";
import { readSections, type SectionRow, sectionsOfVersion, showTo } from "./read-versions";
import * as write from "./write-revision";

/** An operation whose record is locked and read; `taken` is its body, where it is one that is accepted. */
export interface ToPlace extends Keeping {
  readonly taken: TakenApart | undefined;
}

/** Ends a transaction in which an operation turned out to reach for what its author may not see. */
export class OutOfReach extends Error {}

/** Puts an operation where it belongs; `holdFor` sends it to the quarantine whatever else it might be. */
export const placeRevision = async (tx: Tx, toPlace: ToPlace, holdFor?: QuarantineReason): Promise<PushResult> => {
  const { op, standing, taken, author } = toPlace;
  const placing =
    holdFor === undefined
      ? placeOperation(op, { ...standing, isBodyAccepted: taken !== undefined })
      : ({ kind: "quarantined", reason: holdFor } as const);
  switch (placing.kind) {
    case "retry":
      return { opId: op.opId, status: "retry", reason: placing.reason };
    case "quarantined":
      await write.writeQuarantine(tx, author, op, placing.reason);
      return keepResult(tx, toPlace, { status: "quarantined", reason: placing.reason });
    case "begins":
      return begin(tx, toPlace, accepted(taken));
    case "advances":
      return advance(tx, toPlace, accepted(taken), placing.consumes);
    case "branches":
      return branch(tx, toPlace, accepted(taken), placing.consumes);
    default:
      return unreachable(placing);
  }
};

const begin = async (tx: Tx, toPlace: ToPlace, { outer, sections }: TakenApart): Promise<PushResult> => {
  const { op, author } = toPlace;
  if (!(await write.beginRecord(tx, author, op))) throw new OutOfReach();
  await write.writeHead(tx, author, op, JSON.stringify(outer), sections.length);
  await write.writeRevision(tx, author, op);
  await write.writeSections(tx, author, op, op.recordId, sections.map(toWrite));
  return keepResult(tx, toPlace, { status: "accepted", headRev: op.opId, ver: await verOf(tx, toPlace, sections) });
};

const advance = async (
  tx: Tx,
  toPlace: ToPlace,
  { outer, sections }: TakenApart,
  consumes: readonly string[],
): Promise<PushResult> => {
  const { op, author, standing } = toPlace;
  const rows = await readSections(tx, author, [op.recordId]);
  const { changed, nextPosition } = changedBy(toPlace, JSON.stringify(outer), sections, rows, standing.nextPosition);
  const changedIds = changed.map(({ sectionId }) => sectionId);
  await write.clearSections(tx, author, op.recordId, [op.recordId], changedIds);
  if (!(await write.writeSections(tx, author, op, op.recordId, changed))) throw new OutOfReach();
  await write.clearSections(tx, author, op.recordId, consumes);
  await write.moveHead(tx, author, op, JSON.stringify(outer), nextPosition);
  await write.writeRevision(tx, author, op);
  await write.closeBranches(tx, author, op, consumes);

  const carried = new Set(sections.map(({ sectionId }) => sectionId));
  const isAllCarried = rows.every(
    ({ versionId, sectionId }) => consumes.includes(versionId) || (versionId === op.recordId && carried.has(sectionId)),
  );
  const ver = isAllCarried ? await verOf(tx, toPlace, sections) : undefined;
  return keepResult(tx, toPlace, { status: "accepted", headRev: op.opId, ver });
};

const branch = async (
  tx: Tx,
  toPlace: ToPlace,
  { outer, sections }: TakenApart,
  consumes: readonly string[],
): Promise<PushResult> => {
  const { op, author, standing } = toPlace;
  const carriedIds = sections.map(({ sectionId }) => sectionId);
  await write.writeRevision(tx, author, op);
  await write.writeBranch(tx, author, op, JSON.stringify(outer));
  // What it does not carry of the branch that it follows stays there, for a person to see.
  await write.clearSections(tx, author, op.recordId, consumes, carriedIds);
  const rows = sections.map((section, index) => toWrite(section, standing.nextPosition + index));
  await write.writeSections(tx, author, op, op.opId, rows);
  return keepResult(tx, toPlace, { status: "branched", headRev: standing.headRev });
};

/** What differs from the head, each section in its old place or, where it is new, after all others. */
const changedBy = (
  { op, author }: ToPlace,
  outerBody: string,
  sections: readonly WrittenSection[],
  rows: readonly SectionRow[],
  firstFree: number,
): { readonly changed: readonly write.SectionToWrite[]; readonly nextPosition: number } => {
  const stood = sectionsOfVersion(rows, op.recordId, op.recordId);
  const stoodById = new Map(stood.map((row) => [row.sectionId, row]));
  const shown = showTo(author.accountId, op.recordType, outerBody, stood)?.sections ?? {};
  let nextPosition = firstFree;
  const changed = sections.flatMap((section) => {
    const before = stoodById.get(section.sectionId);
    if (before === undefined) return [toWrite(section, nextPosition++)];
    const stoodContent = JSON.parse(before.content) as unknown;
    const content = restoreTraces(section.content, stoodContent, shown[section.sectionId]);
    const row = toWrite({ ...section, content }, before.position);
    return row.content === before.content ? [] : [row];
  });
  return { changed, nextPosition };
};

/** What a pull will call the record, where it will send just what was carried: nothing of it is hidden from its author. */
const verOf = async (
  tx: Tx,
  { op, author }: ToPlace,
  sections: readonly WrittenSection[],
): Promise<string | undefined> => {
  if (sections.some(({ hiddenFrom }) => hiddenFrom.includes(author.accountId))) return undefined;
  const seen = sections.map(({ sectionId }) => `${op.recordId}/${sectionId}`);
  const { rows } = await sql<{ ver: string }>`select version_of(${op.opId}, ${seen}::text[]) as ver`.execute(tx);
  return rows[0]?.ver;
};

const toWrite = ({ sectionId, content, hiddenFrom }: WrittenSection, position: number): write.SectionToWrite => ({
  sectionId,
  position,
  hiddenFrom,
  content: JSON.stringify(content),
});

const accepted = (taken: TakenApart | undefined): TakenApart => {
  if (taken === undefined) throw new Error("a body that was not accepted was placed");
  return taken;
};
