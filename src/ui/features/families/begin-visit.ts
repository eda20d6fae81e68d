import { NINE_LINES, versionToBegin } from "#core/questionnaire/current-version";
import { err, ok, type Result } from "#core/result";
import type { CaseBody } from "#core/schema/case";
import type { Id } from "#core/schema/ids";
import { startVisit } from "#core/visit/start-visit";
import type { StorageKeeping } from "#platform/persistence";
import type { CannotSave, VisitDraft } from "#storage/drafts";
import { hasRoomForNewVisit } from "#storage/new-visit-room";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";
import { visitPath } from "./visit-path";

/**
 * Begins a visit with a child, or finds the one that was begun, and gives the address to go to. The first draft is on
 * the disk before the address is given.
 *
 * Laws   1. one unfinished visit a child, also when two windows begin at the same moment
 *        2. below the space floor no visit is begun; one that was begun is always carried on with
 * (tests/ui/families/begin-visit.test.ts)
 */
export const beginVisit = async (
  services: Services,
  caseId: Id,
  caseBody: CaseBody,
): Promise<Result<string, CannotBegin>> => {
  const hold = await services.draftLocks.holdDraft(caseId);
  try {
    const found = await unfinishedVisit(services, caseId);
    if (!found.ok) return found;
    if (found.value !== undefined) return ok(visitPath(found.value.body));
    return hold.held ? await begin(services, caseId, caseBody) : err({ type: "BegunElsewhere" });
  } finally {
    hold.release();
  }
};

/** `BegunElsewhere`: another window is about to begin a visit with this child. */
export type CannotBegin = CannotSave | NoRoom | { readonly type: "BegunElsewhere" };
/** Less is free than a new visit needs. */
export interface NoRoom {
  readonly type: "NoRoom";
  readonly freeBytes: number;
}

const begin = async (services: Services, caseId: Id, caseBody: CaseBody): Promise<Result<string, CannotBegin>> => {
  const space = await services.keeping.space();
  if (space.kind === "known" && !hasRoomForNewVisit(space)) return err({ type: "NoRoom", freeBytes: space.freeBytes });
  askOnceToKeep(services.keeping);
  const nowMs = services.clock.nowMs();
  const visit = startVisit(
    {
      caseId,
      caseBody,
      instrument: await instrumentToBegin(services),
      ledBy: services.practitioner.id,
      today: services.today(),
      nowMs,
    },
    services.ids,
  );
  const draft = { kind: "visit", id: visit.profileId, caseId, startedAtMs: nowMs, body: visit } as const;
  const saved = await services.store.drafts.save(draft, 0);
  return saved.ok ? ok(visitPath(visit)) : saved;
};

/** The newest words that were not withdrawn; where all were, the newest all the same, and the visit says so. */
const instrumentToBegin = async ({ store, versionsHere, loadInstrument, preferences }: Services) => {
  const policy = await store.deliveries.policy();
  const withdrawn = policy.ok ? (policy.value?.withdrawnWording ?? []) : [];
  const version = versionToBegin(NINE_LINES, await versionsHere(NINE_LINES), withdrawn);
  const ref = version === undefined ? "current" : { id: NINE_LINES, version, language: "en-GB" };
  return loadInstrument(ref, preferences.get().language);
};

const unfinishedVisit = async (
  { store }: Services,
  caseId: Id,
): Promise<Result<VisitDraft | undefined, StorageError>> => {
  const listed = await store.drafts.list();
  if (!listed.ok) return listed;
  return ok(
    listed.value.drafts.find((draft): draft is VisitDraft => draft.kind === "visit" && draft.caseId === caseId),
  );
};

const asked = new WeakSet<StorageKeeping>();

/** Some browsers put the question to the person: it is put once, and no visit waits for the answer. */
const askOnceToKeep = (keeping: StorageKeeping): void => {
  if (asked.has(keeping)) return;
  asked.add(keeping);
  void keeping.askToKeep();
};
