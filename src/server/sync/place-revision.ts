import { sql } from "kysely";
import { isOnlyAdded } from "#core/concern/only-added";
import { unreachable } from "#core/result";
import { isOnlyAddedTo, isPrivateType } from "#core/schema/operation";
import type { PushResult, QuarantineReason, RetryReason } from "#core/schema/wire";
import { placeOperation } from "#core/sync/place-operation";
import type { TakenApart, WrittenSection } from "#core/sync/record-body";
import { restoreTraces } from "#core/sync/restore-traces";
import type { Tx } from "../access/as-account";
import { writeAudit } from "../audit/write-audit";
import { type Keeping, keepResult } from "./keep-result";
import { readSections, type SectionRow, sectionsOfVersion, showTo } from "./read-versions";
import { versionOf } from "./version-of";
import * as write from "./write-revision";

/** An operation whose record is locked and read; `taken` is its body, where it is one that is accepted. */
export interface ToPlace extends Keeping {
  readonly taken: TakenApart | undefined;
}

/** Ends a transaction in which an operation turned out to reach for what its author may not see. */
export class OutOfReach extends Error {}

/** Puts an operation where it belongs; `holdFor` sends it to the quarantine whatever else it might be. */
export const placeRevision = async (tx: Tx, toPlace: ToPlace, holdFor?: QuarantineReason): Promise<PushResult> => {
  const { op, standing, taken } = toPlace;
  const placing =
    holdFor === undefined
      ? placeOperation(op, { ...standing, isBodyAccepted: taken !== undefined })
      : ({ kind: "quarantined", reason: holdFor } as const);
  const isPlaced = placing.kind !== "retry" && placing.kind !== "quarantined";
  if (isPlaced && !(await reachesEach(tx, toPlace, accepted(taken)))) throw new OutOfReach();
  switch (placing.kind) {
    case "retry":
      return notThere(tx, toPlace, placing.reason);
    case "quarantined":
      return quarantine(tx, toPlace, placing.reason);
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

/** Whether a sharing in force names every kind of section that its receiver carries; on any other ground it is so. */
const reachesEach = async (tx: Tx, { op, author, standing }: ToPlace, { sections }: TakenApart): Promise<boolean> => {
  if (standing.reachesWhole || standing.caseAccess === "none") return true;
  const kinds = JSON.stringify(sections.map((section) => ({ kinds: section.kinds })));
  const { rows } = await sql<{ each: boolean | null }>`
    select bool_and(may_write_section(${author.accountId}, ${author.areaId}, ${op.caseId}, s.kinds)) as each
    from json_to_recordset(${kinds}::json) as s (kinds text[])`.execute(tx);
  return rows[0]?.each !== false;
};

/**
 * What is asked for again later may be somebody's guess at what they may not know of: the audit apart has it.
 *
 * Shape  for each time that it is asked: a guess that is made a thousand times is a thousand times refused.
 */
const notThere = async (tx: Tx, { op, author }: ToPlace, reason: RetryReason): Promise<PushResult> => {
  const { opId, recordId } = op;
  await writeAudit(tx, { ...author, kind: "not-found", recordId, revId: opId, reason }, true);
  return { opId, status: "retry", reason };
};

/** What was held already, and still cannot be taken in, lies there as it is. */
const quarantine = async (tx: Tx, toPlace: ToPlace, reason: QuarantineReason): Promise<PushResult> => {
  const { author, op, isReleased } = toPlace;
  const outcome = { status: "quarantined", reason } as const;
  if (isReleased === true) return { opId: op.opId, ...outcome };
  return keepResult(tx, toPlace, outcome, write.newQuarantine(author, op, reason));
};

const begin = async (tx: Tx, toPlace: ToPlace, body: TakenApart): Promise<PushResult> => {
  const { op, author } = toPlace;
  const { outer, sections } = body;
  if (!(await write.beginRecord(tx, author, op, body))) throw new OutOfReach();
  const ver = verOf(toPlace, sections);
  const openVer = isOpen(sections) ? ver : undefined;
  return keepResult(
    tx,
    toPlace,
    { status: "accepted", headRev: op.opId, ver },
    write.firstHead(author, op, { outerBody: JSON.stringify(outer), nextPosition: sections.length, openVer }),
    write.newRevision(author, op),
    write.newSections(author, op, op.recordId, sections.map(toWrite)),
  );
};

const advance = async (
  tx: Tx,
  toPlace: ToPlace,
  { outer, sections, alsoReadBy }: TakenApart,
  consumes: readonly string[],
): Promise<PushResult> => {
  const { op, author, standing } = toPlace;
  const rows = await readSections(tx, author, [op.recordId]);
  const isPrivate = isPrivateType(op.recordType);
  const isAddedTo = isOnlyAddedTo(op.recordType);
  if (isAddedTo && !leavesWords(toPlace, JSON.stringify(outer), sections, rows)) {
    return quarantine(tx, toPlace, "words-changed");
  }
  if (isPrivate) await write.moreReaders(author, op, alsoReadBy).execute(tx);
  const stands = new Set(isAddedTo ? rows.map(({ sectionId }) => sectionId) : []);
  const mayChange = sections.filter(({ sectionId }) => !stands.has(sectionId));
  const { changed, nextPosition } = changedBy(toPlace, JSON.stringify(outer), mayChange, rows, standing.nextPosition);
  const changedIds = changed.map(({ sectionId }) => sectionId);
  await write.clearSections(tx, author, op.recordId, [op.recordId], changedIds);
  const written = await write.newSections(author, op, op.recordId, changed).execute(tx);
  // A section lies there that the author may not see.
  if (written.numAffectedRows !== BigInt(changed.length)) throw new OutOfReach();
  await write.clearSections(tx, author, op.recordId, consumes);

  const carried = new Set(sections.map(({ sectionId }) => sectionId));
  const isAllCarried = rows.every(
    ({ versionId, sectionId }) => consumes.includes(versionId) || (versionId === op.recordId && carried.has(sectionId)),
  );
  const ver = isAllCarried ? verOf(toPlace, sections) : undefined;
  // Before, nothing was hidden from anybody, so that the author has seen, and carries, all there is.
  const openVer = standing.openVer !== undefined && isOpen(sections) ? ver : undefined;
  return keepResult(
    tx,
    toPlace,
    { status: "accepted", headRev: op.opId, ver },
    write.movedHead(author, op, { outerBody: JSON.stringify(outer), nextPosition, openVer }),
    write.newRevision(author, op),
    write.closedBranches(author, op, consumes),
  );
};

const branch = async (
  tx: Tx,
  toPlace: ToPlace,
  { outer, sections }: TakenApart,
  consumes: readonly string[],
): Promise<PushResult> => {
  const { op, author, standing } = toPlace;
  const carriedIds = sections.map(({ sectionId }) => sectionId);
  // What it does not carry of the branch that it follows stays there, for a person to see.
  await write.clearSections(tx, author, op.recordId, consumes, carriedIds);
  const rows = sections.map((section, index) => toWrite(section, standing.nextPosition + index));
  return keepResult(
    tx,
    toPlace,
    { status: "branched", headRev: standing.headRev },
    write.newRevision(author, op),
    write.newBranch(author, op, JSON.stringify(outer)),
    write.closedVer(author, op),
    write.newSections(author, op, op.opId, rows),
  );
};

/** Whether every word that stands in a private record is carried as it stands, or not at all. */
const leavesWords = (
  { op, author }: ToPlace,
  outerBody: string,
  sections: readonly WrittenSection[],
  rows: readonly SectionRow[],
): boolean => {
  const read = (some: readonly Pick<SectionRow, "sectionId" | "content">[]) =>
    showTo(author.accountId, op.recordType, outerBody, some)?.sections;
  const [stood, carried] = [
    read(sectionsOfVersion(rows, op.recordId, op.recordId)),
    read(sections.map((section) => toWrite(section, 0))),
  ];
  return stood !== undefined && carried !== undefined && isOnlyAdded(stood, carried);
};

const isOpen = (sections: readonly WrittenSection[]): boolean =>
  sections.every(({ hiddenFrom, onlyFor }) => hiddenFrom.length === 0 && onlyFor === undefined);

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
const verOf = ({ op, author }: ToPlace, sections: readonly WrittenSection[]): string | undefined => {
  const isKept = ({ hiddenFrom, onlyFor = author.accountId }: WrittenSection): boolean =>
    hiddenFrom.includes(author.accountId) || onlyFor !== author.accountId;
  if (sections.some(isKept)) return undefined;
  return versionOf(
    op.opId,
    sections.map(({ sectionId }) => `${op.recordId.toLowerCase()}/${sectionId}`),
  );
};

const toWrite = (
  { sectionId, content, hiddenFrom, kinds, onlyFor }: WrittenSection,
  position: number,
): write.SectionToWrite => ({
  sectionId,
  position,
  hiddenFrom,
  kinds,
  onlyFor,
  content: JSON.stringify(content),
});

const accepted = (taken: TakenApart | undefined): TakenApart => {
  if (taken === undefined) throw new Error("a body that was not accepted was placed");
  return taken;
};
