import { z } from "zod";
import { err, ok, type Result } from "#core/result";
import { SEALED_LIMITS, SealedMessage, SealedRow } from "#core/schema/sealed-wire";
import { type ShapeFault, shapeFaults } from "#core/schema/shape-faults";
import { RecoverySlot } from "#core/sealed/keyring";

/** A row whose body is bytes. */
export interface RowBytes extends Omit<SealedRow, "body"> {
  readonly body: Buffer;
}

/** A message, and what of it cannot be taken: each row and slot is read by itself, so that one holds up no other. */
export interface ReadMessage extends Omit<SealedMessage, "rows"> {
  readonly rows: readonly RowBytes[];
  readonly faults: readonly ShapeFault[];
}

/** A slot as every version of the app has made it: a point of 65 bytes, and 32 bytes sealed. None is kept of another size. */
const Slot = RecoverySlot.extend({
  epoch: z.int().min(1).max(2_147_483_647),
  ephemeral: z.base64().length(88),
  sealed: z.base64().length(80),
});

const Envelope = SealedMessage.extend({
  slots: z.array(z.unknown()).max(SEALED_LIMITS.slots),
  rows: z.array(z.unknown()).max(SEALED_LIMITS.rows),
});

/**
 * Reads the text that a device signed.
 *
 * Errors  the places where the message as a whole is not one; nothing of what it says is repeated.
 */
export const readMessage = (blob: string): Result<ReadMessage, readonly ShapeFault[]> => {
  const envelope = Envelope.safeParse(jsonOf(blob));
  if (!envelope.success) return err(shapeFaults(envelope.error));
  const faults: ShapeFault[] = [];
  const slots = readEach("slots", envelope.data.slots, Slot, faults);
  const rows: RowBytes[] = [];
  const seen = new Set<string>();
  for (const [at, row] of readEach("rows", envelope.data.rows, SealedRow, faults)) {
    const name = `${row.table}/${row.id.toLowerCase()}`;
    const body = bytesOf(row.body);
    if (body === undefined) faults.push({ path: `rows/${at}/body`, reason: "is not base64" });
    else if (seen.has(name)) faults.push({ path: `rows/${at}`, reason: "is in this message already" });
    else rows.push({ ...row, body });
    seen.add(name);
  }
  return ok({ ...envelope.data, slots: slots.map(([, slot]) => slot), rows, faults });
};

const readEach = <T>(
  name: string,
  sent: readonly unknown[],
  schema: z.ZodType<T>,
  faults: ShapeFault[],
): readonly (readonly [number, T])[] =>
  sent.flatMap((each, at) => {
    const read = schema.safeParse(each);
    if (read.success) return [[at, read.data] as const];
    faults.push(
      ...shapeFaults(read.error).map(({ path, reason }) => ({
        path: [name, String(at), path].filter((step) => step !== "").join("/"),
        reason,
      })),
    );
    return [];
  });

/** Node's own reader passes over what is not base64; what it made must be written as it came. */
const bytesOf = (body: string): Buffer | undefined => {
  const bytes = Buffer.from(body, "base64");
  return bytes.toString("base64") === body ? bytes : undefined;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the engine's own message quotes the text
  }
};
