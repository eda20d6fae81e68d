import { aboutRow, revisionsKnownBy } from "./about-row";
import { draftBeside, isSameDraft } from "./draft-beside";
import type { CarriedRow, RescueContent } from "./rescue-content";

/** What a device has before a rescue file is put back on it. Every content is as it was written. */
export interface OnDevice {
  readonly drafts: ReadonlyMap<string, string>;
  readonly outbox: ReadonlyMap<string, string>;
  readonly remote: ReadonlyMap<string, string>;
  /** Rows of any table that are there and cannot be opened: nothing is put in their place. */
  readonly closed: ReadonlySet<string>;
  readonly questionnaireIds: ReadonlySet<string>;
  /** The drafts and operations that came back from this very file before. */
  readonly cameBefore: ReadonlySet<string>;
}

/** The rows to add. Nothing that is on the device is changed or removed. */
export interface PutBackPlan {
  readonly drafts: readonly CarriedRow[];
  readonly outbox: readonly CarriedRow[];
  readonly remote: readonly CarriedRow[];
  readonly refused: RescueContent["refused"];
  readonly questionnaires: readonly CarriedRow[];
  /** Of the drafts to add, those that lie beside another one. */
  readonly besideIds: readonly string[];
  /** How many of the file's rows are here already, or were finished or sent since. */
  readonly already: number;
}

/**
 * Decides what of a rescue file is added to a device.
 *
 * Shape   `hashes` has the SHA-256 of `besideText` for every draft in the file, by the draft's id.
 *
 * Laws   1. what is on the device stays as it is
 *        2. the same file put back again adds nothing
 *        3. every draft in the file is on the device afterwards, under its own id or beside, unless it came back before
 *           and was carried on with or finished
 *        4. every operation in the file is on the device afterwards, in its order, or is known to be at the server
 *        5. two files may be put back in either order: the same words are there afterwards
 * (tests/property/put-back.test.ts)
 */
export const planPutBack = (
  content: RescueContent,
  here: OnDevice,
  hashes: ReadonlyMap<string, string>,
): PutBackPlan => {
  const isHere = (table: ReadonlyMap<string, string>, id: string): boolean => table.has(id) || here.closed.has(id);
  const known = knownFrom(here);

  const drafts: CarriedRow[] = [];
  const besideIds: string[] = [];
  for (const draft of content.drafts) {
    if (known.recordIds.has(draft.id) || isOver(draft.id, draft, here)) continue;
    const kept = here.drafts.get(draft.id);
    if (kept === undefined && !here.closed.has(draft.id)) {
      drafts.push(draft);
      continue;
    }
    if (kept !== undefined && isSameDraft(kept, draft.content)) continue;
    const beside = draftBeside(draft, hashes.get(draft.id) ?? "");
    if (isHere(here.drafts, beside.id) || known.recordIds.has(beside.id) || isOver(beside.id, draft, here)) continue;
    drafts.push(beside);
    besideIds.push(beside.id);
  }

  const outbox = content.outbox.filter(
    ({ id }) => !isHere(here.outbox, id) && !known.revIds.has(id) && !here.cameBefore.has(id),
  );
  const added = new Set(outbox.map(({ id }) => id));
  const remote = content.remote.filter(({ id }) => !isHere(here.remote, id));
  const questionnaires = content.questionnaires.filter(({ id }) => !here.questionnaireIds.has(id));
  const carried = content.drafts.length + content.outbox.length + content.remote.length;
  return {
    drafts,
    outbox,
    remote,
    refused: content.refused.filter(({ opId }) => added.has(opId)),
    questionnaires,
    besideIds,
    already: carried - drafts.length - outbox.length - remote.length,
  };
};

/**
 * Whether a draft came back from this file before and needs nothing now: it is here, carried on with perhaps; or it was
 * a form, which leaves no trace of its id when it is finished. A visit that was thrown away comes back again.
 */
const isOver = (id: string, draft: CarriedRow, here: OnDevice): boolean =>
  here.cameBefore.has(id) && (here.drafts.has(id) || aboutRow(draft.content)?.kind !== "visit");

/**
 * What this device knows of records and revisions: the records that exist, and the revisions that are at the server.
 * An operation leaves the outbox only for a receipt, so what something here follows has been delivered or waits here.
 */
const knownFrom = (
  here: OnDevice,
): { readonly recordIds: ReadonlySet<string>; readonly revIds: ReadonlySet<string> } => {
  const recordIds = new Set<string>();
  const revIds = new Set<string>();
  for (const content of here.remote.values()) {
    const about = aboutRow(content);
    if (about?.recordId !== undefined) recordIds.add(about.recordId);
    for (const revId of about === undefined ? [] : revisionsKnownBy(about)) revIds.add(revId);
  }
  for (const content of here.outbox.values()) {
    const about = aboutRow(content);
    if (about?.recordId !== undefined) recordIds.add(about.recordId);
    for (const revId of about?.parents ?? []) revIds.add(revId);
  }
  return { recordIds, revIds };
};
