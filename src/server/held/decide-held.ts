import { sql } from "kysely";
import { err, ok, type Result } from "#core/result";
import type { DecideHeldRequest, HeldDecision } from "#core/schema/held-wire";
import { takeApart } from "#core/sync/record-body";
import type { Tx, Who } from "../access/as-account";
import { goOnAs, lendAccess } from "../access/lend-access";
import { writeAudit } from "../audit/write-audit";
import type { Store } from "../store/store";
import { checkEnvelope } from "../sync/check-envelope";
import { OutOfReach, placeRevision } from "../sync/place-revision";
import { placeOf, readStanding } from "../sync/read-standing";
import { type Held, isCustodian, readDecision, readHeldOperation } from "./read-held";

/**
 * Decides about one thing that is held: releases it, so that it is taken in as if its sender sent it now, or returns it.
 *
 * Errors  `NotFound` for what is not held, what is private, and whoever is not the custodian, alike. `DecidedOtherwise`.
 *         `StillHeld` with why it cannot be taken in; nothing is changed then.
 * Laws    1. it is taken in whole, with its row in the audit and the decision, or not at all
 *         2. the same decision again changes nothing, and is answered the same again
 *         3. its sender is let at nothing by it that they were not let at before; see [Note: Lent for one transaction]
 *         4. a section that its sender may not see is as it was
 * (tests/support/server/held-rules.ts)
 */
export const decideHeld = async (
  store: Store,
  who: Who,
  { opId, kind, words }: DecideHeldRequest,
): Promise<Result<HeldDecision, NotDecided>> => {
  const found = await store.asAccount(who, async (tx) =>
    (await isCustodian(tx, who)) ? readHeldOperation(tx, who, opId) : undefined,
  );
  if (found === undefined) return err({ type: "NotFound" });
  try {
    return await store.asAccount(
      who,
      async (tx) => {
        const earlier = await readDecision(tx, who, opId);
        if (earlier !== undefined) return earlier.kind === kind ? ok(earlier) : err({ type: "DecidedOtherwise" });
        if (kind === "released") await release(store, tx, found);
        await goOnAs(tx, who);
        await sql`insert into held_decision (area_id, op_id, account_id, kind, words, decided_by)
          values (${who.areaId}, ${opId}, ${found.sender.accountId}, ${kind}, ${words}, ${who.accountId})`.execute(tx);
        await writeAudit(tx, { ...who, kind: `held-${kind}`, recordId: found.op.recordId, revId: opId });
        const decided = await readDecision(tx, who, opId);
        if (decided === undefined) throw new Error("a decision that was just made is not there");
        return ok(decided);
      },
      { aloneAt: placeOf(who, found.op) },
    );
  } catch (error) {
    // The transaction is gone with everything in it, what was lent too.
    if (error instanceof CannotRelease) return err({ type: "StillHeld", reason: error.reason });
    if (error instanceof OutOfReach) return err({ type: "StillHeld", reason: "access" });
    throw error;
  }
};

/** Ends a transaction in which something turned out not to be one that can be taken in. */
class CannotRelease extends Error {
  constructor(readonly reason: string) {
    super("cannot be released");
  }
}

const release = async (store: Store, tx: Tx, { op, sender }: Held): Promise<void> => {
  const checked = checkEnvelope(op);
  if (!checked.ok) throw new CannotRelease(checked.error.reason);
  await goOnAs(tx, sender);
  const before = await readStanding(tx, sender, op);
  const isLent = before.caseAccess === "ended" && (await lendAccess(tx, sender, op.caseId));
  const standing = isLent ? await readStanding(tx, sender, op) : before;
  const body = takeApart(op);
  const { receiptKey } = store.facts;
  const placed = await placeRevision(tx, {
    ...checked.value,
    ...{ author: sender, standing, taken: body.ok ? body.value : undefined, receiptKey, isReleased: true },
  });
  if (placed.status !== "accepted" && placed.status !== "branched") throw new CannotRelease(placed.reason ?? "body");
};

export type NotDecided =
  | { readonly type: "NotFound" }
  | { readonly type: "DecidedOtherwise" }
  | { readonly type: "StillHeld"; readonly reason: string };
