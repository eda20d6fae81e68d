import { err, ok, type Result } from "#core/result";
import {
  type GoneRow,
  SEALED_LIMITS,
  type SealedHeld,
  type SealedMessage,
  type SealedRequest,
  SealedResponse,
} from "#core/schema/sealed-wire";
import { PROTOCOL } from "#core/schema/wire";
import type { RecoverySlot } from "#core/sealed/keyring";
import { sealedMessageText } from "#core/sealed/signed-texts";
import type { UnsentRow } from "#storage/unsent-rows";
import { createAsk, errorOf, readAnswer, type TransportError } from "./ask-server";
import { packed } from "./packed";
import { epochOf, sealedBatches, toSealedRow } from "./sealed-batches";

export interface SealedDeliveryDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly accountId: string;
  readonly deviceId: string;
  /** Signs a text's UTF-8 with the device's key; r and s as base64. */
  readonly sign: (text: string) => Promise<string>;
  readonly timeoutMs?: number;
}

/** One person's database as it lies on this device, open or not. */
export interface ToDeliver {
  readonly database: string;
  readonly slots: readonly RecoverySlot[];
  readonly rows: readonly UnsentRow[];
  /** Nobody will open this database again: its drafts are to be given back. */
  readonly givenUp: boolean;
  /** Whether what is not among the rows is truly gone: known only where the database is open and whole. */
  readonly mayForget: boolean;
}

/**
 * How far a database's rows have come.
 *
 * Shape  `arrived` when each was opened and kept, so that nothing is lost with the device; `held` when the server has
 *        them sealed; `partly` when some are only here, for want of a slot or of room.
 */
export interface Delivered {
  readonly kind: "arrived" | "held" | "partly";
  readonly held: readonly SealedHeld[];
}

export interface SealedDelivery {
  readonly deliver: (what: ToDeliver) => Promise<Result<Delivered, TransportError>>;
}

/**
 * Delivers drafts and what waits as they lie: from a device in use as a backup, and from a locked one so that nothing
 * waits for somebody who cannot come back.
 *
 * Laws   1. what the server holds in the same version is not sent again; what it holds is asked for first
 *        2. a row is never said to be gone unless whoever asks may know
 *        3. a round that is broken off anywhere can be done again
 *        (tests/unit/sync/sealed-delivery.test.ts)
 */
export const createSealedDelivery = (deps: SealedDeliveryDeps): SealedDelivery => {
  const ask = createAsk({ fetch: deps.fetch, timeoutMs: deps.timeoutMs ?? 60_000 });
  const heldByDatabase = new Map<string, readonly SealedHeld[]>();
  const givenUp = new Set<string>();

  const post = async (
    what: ToDeliver,
    part: Pick<SealedMessage, "rows" | "slots" | "gone">,
  ): Promise<Result<readonly SealedHeld[], TransportError>> => {
    const { deviceId, accountId, sign } = deps;
    const message: SealedMessage = {
      ...{ protocol: PROTOCOL, deviceId, accountId, database: what.database, givenUp: what.givenUp },
      ...part,
    };
    const blob = JSON.stringify(message);
    const signature = await sign(sealedMessageText(blob));
    const { body, encoding } = await packed(
      JSON.stringify({ deviceId, accountId, blob, signature } satisfies SealedRequest),
    );
    const headers = { "content-type": "application/json", ...encoding };
    const answer = await ask("/api/sync/sealed", { method: "POST", headers, body });
    if (!answer.ok) return answer;
    if (!answer.value.ok) return err(errorOf(answer.value));
    const read = await readAnswer(answer.value, SealedResponse);
    if (!read.ok) return read;
    heldByDatabase.set(what.database, read.value.held);
    if (what.givenUp) givenUp.add(what.database);
    return ok(read.value.held);
  };

  return {
    deliver: async (what) => {
      const { database, rows, slots } = what;
      const mustSay = what.givenUp && !givenUp.has(database);
      const known = mustSay ? undefined : heldByDatabase.get(database);
      const asked = known === undefined ? await post(what, { rows: [], slots: [], gone: [] }) : ok(known);
      if (!asked.ok) return asked;
      const epochs = new Set(slots.map(({ epoch }) => epoch));
      const sendable = rows.filter((row) => epochs.has(epochOf(row) ?? 0));
      const batches = sealedBatches(sendable.filter((row) => !isHeld(asked.value, row)));
      const gone = what.mayForget ? goneSince(asked.value, rows) : [];
      let held = asked.value;
      for (let at = 0; at < Math.max(batches.length, Math.ceil(gone.length / SEALED_LIMITS.gone)); at += 1) {
        const batch = batches[at] ?? [];
        const of = new Set(batch.map(epochOf));
        const posted = await post(what, {
          rows: batch.map(toSealedRow),
          slots: slots.filter(({ epoch }) => of.has(epoch)),
          gone: gone.slice(at * SEALED_LIMITS.gone, (at + 1) * SEALED_LIMITS.gone),
        });
        if (!posted.ok) return posted;
        held = posted.value;
      }
      return ok({ kind: howFar(held, rows), held });
    },
  };
};

const sameRow = (held: readonly SealedHeld[], { table, id, version }: UnsentRow): SealedHeld | undefined =>
  held.find((each) => each.table === table && each.id === id && each.version >= version);

const isHeld = (held: readonly SealedHeld[], row: UnsentRow): boolean => sameRow(held, row) !== undefined;

const goneSince = (held: readonly SealedHeld[], rows: readonly UnsentRow[]): GoneRow[] =>
  held
    .filter(({ table, id }) => !rows.some((row) => row.table === table && row.id === id))
    .map(({ table, id, version }) => ({ table, id, version }));

const howFar = (held: readonly SealedHeld[], rows: readonly UnsentRow[]): Delivered["kind"] => {
  const states = rows.map((row) => sameRow(held, row)?.state);
  if (states.every((state) => state === "opened")) return "arrived";
  return states.includes(undefined) ? "partly" : "held";
};
