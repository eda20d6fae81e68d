import { ok, type Result } from "#core/result";
import { childOf } from "#core/schema/case";
import type { Person } from "#core/schema/person";
import type { Draft } from "#storage/drafts";
import type { AnyRecord } from "#storage/records";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../services";

/** What only its author reads leaves no trace in a list that others may see: it waits under "My notes". */
type Private = "concern" | "note";
const isPrivate = (kind: Draft["kind"]): kind is Private => kind === "concern" || kind === "note";

/** One thing that this device alone has: a draft, or what was finished and is not at the server, or needs a person. */
export type UnsentState = Exclude<Draft["kind"], Private> | "waiting" | "needs-you" | "unreadable";

/** All of one child's that is on this device alone. */
export interface Unsent {
  /** Absent for a family that is half filled in, and for what cannot be read. */
  readonly child: Person | undefined;
  readonly states: readonly UnsentState[];
}

/** Everything on this device that has not arrived anywhere else, by child; what was begun stands first. */
export const readUnsent = async ({
  store: { drafts, records },
}: Pick<Services, "store">): Promise<Result<readonly Unsent[], StorageError>> => {
  const [begun, cases, profiles, plans, reviews] = await Promise.all([
    drafts.list(),
    records.list("case"),
    records.list("profile"),
    records.list("plan"),
    records.list("review"),
  ]);
  if (!begun.ok) return begun;
  if (!cases.ok) return cases;
  if (!profiles.ok) return profiles;
  if (!plans.ok) return plans;
  if (!reviews.ok) return reviews;
  const children = new Map(cases.value.records.map(({ recordId, body }) => [recordId, childOf(body)]));
  const states = new Map<string, Set<UnsentState>>();
  const add = (caseId: string | null, state: UnsentState): void => {
    const key = caseId !== null && children.has(caseId) ? caseId : NOBODY;
    states.set(key, (states.get(key) ?? new Set()).add(state));
  };
  for (const { caseId, kind } of begun.value.drafts) {
    if (!isPrivate(kind)) add(caseId, kind);
  }
  const seen: readonly Pick<AnyRecord, "caseId" | "delivery">[] = [
    ...cases.value.records,
    ...profiles.value.records,
    ...plans.value.records,
    ...reviews.value.records,
  ];
  for (const { caseId, delivery } of seen) {
    if (delivery.kind === "waiting" || delivery.kind === "needs-you") add(caseId, delivery.kind);
  }
  if (begun.value.unreadable.length > 0) add(null, "unreadable");
  return ok([...states].map(([key, each]) => ({ child: children.get(key), states: [...each] })));
};

const NOBODY = "";
