import { z } from "zod";
import { RecoverySlot } from "../sealed/keyring";
import { Id } from "./ids";
import { OLDEST_PROTOCOL, PROTOCOL, PushResult } from "./wire";

/** What one sealed message may hold at most, and what the server holds of one person's device. */
export const SEALED_LIMITS = {
  messageBytes: 4_194_304,
  rows: 200,
  slots: 50,
  gone: 500,
  rowBytes: 1_179_648,
  heldSlots: 500,
  heldRows: 2_000,
  heldBytes: 67_108_864,
} as const;

/** An uncompressed P-256 point: 65 bytes as base64. */
const Point = z.base64().length(88);
/** An ECDSA signature, r and s: 64 bytes as base64. */
const Signature = z.base64().length(88);

/**
 * Enrols a device for whoever is signed in.
 *
 * Shape   `proof` is over `deviceProofText`, by the key itself.
 * Source  docs/formats.md, "A sealed message"
 */
export const DeviceRequest = z.strictObject({ deviceId: Id, publicKey: Point, proof: Signature });
export type DeviceRequest = z.infer<typeof DeviceRequest>;
export const DeviceResponse = z.object({ deviceId: Id });
export type DeviceResponse = z.infer<typeof DeviceResponse>;

/** The tables of which rows are delivered as they lie. */
export const UnsentTable = z.enum(["draft", "outbox"]);
export type UnsentTable = z.infer<typeof UnsentTable>;

/** A person's database on a device, by its random name. */
export const DatabaseName = z.string().regex(/^[a-z0-9-]{1,80}$/, "is not the name of a database");

const version = z.int().min(1).max(2_147_483_647);

/**
 * A row as it lies on a device, sealed.
 *
 * Shape    `body` is base64 of the format, the epoch, the IV and what AES-GCM made.
 * Missing  `seq` of a draft; in the outbox it says what comes first.
 */
export const SealedRow = z
  .strictObject({
    table: UnsentTable,
    id: Id,
    version,
    seq: z.int().min(0).optional(),
    body: z.string().max(Math.ceil(SEALED_LIMITS.rowBytes / 3) * 4, "is larger than a row may be"),
  })
  .refine(({ table, seq }) => table === "draft" || seq !== undefined, {
    path: ["seq"],
    error: "an operation has a place in the order",
  });
export type SealedRow = z.infer<typeof SealedRow>;

/** A row that a device had and no longer has, in no version up to this one: finished, delivered or thrown away. */
export const GoneRow = z.strictObject({ table: UnsentTable, id: Id, version });
export type GoneRow = z.infer<typeof GoneRow>;

/**
 * What a device delivers as it lies: drafts and outbox of one person's database, and the slots of their epochs.
 *
 * Shape   `givenUp` says that nobody will open that database there again, so that its drafts are to be given back.
 * Source  docs/formats.md, "A sealed message"
 */
export const SealedMessage = z.strictObject({
  protocol: z.int().min(OLDEST_PROTOCOL).max(PROTOCOL),
  deviceId: Id,
  accountId: Id,
  database: DatabaseName,
  givenUp: z.boolean(),
  slots: z.array(RecoverySlot).max(SEALED_LIMITS.slots),
  rows: z.array(SealedRow).max(SEALED_LIMITS.rows),
  gone: z.array(GoneRow).max(SEALED_LIMITS.gone),
});
export type SealedMessage = z.infer<typeof SealedMessage>;

/**
 * A sealed message with the device's signature.
 *
 * Shape  `blob` is a `SealedMessage` as text; `signature` is over `sealedMessageText` of that very text.
 */
export const SealedRequest = z.strictObject({
  deviceId: Id,
  accountId: Id,
  blob: z.string().max(SEALED_LIMITS.messageBytes),
  signature: Signature,
});
export type SealedRequest = z.infer<typeof SealedRequest>;

/** Why a row that is held could not be opened. */
export const StuckReason = z.enum(["format", "no-slot", "does-not-open", "content", "refused"]);
export type StuckReason = z.infer<typeof StuckReason>;

/**
 * A row that the server holds.
 *
 * Shape  `sealed` waits for the recovery kit, or for what `result` says; `opened` was; `stuck` does not open, and stays.
 *        `result` is what became of an operation, with its receipt.
 */
export const SealedHeld = z.object({
  table: UnsentTable,
  id: Id,
  version: z.int(),
  state: z.enum(["sealed", "opened", "stuck"]).or(z.string().max(60)),
  reason: StuckReason.or(z.string().max(60)).optional(),
  result: PushResult.optional(),
});
export type SealedHeld = z.infer<typeof SealedHeld>;

/** All that the server holds of this person's database on this device, and what of the message it did not take. */
export const SealedResponse = z.object({
  held: z.array(SealedHeld),
  notTaken: z.array(z.object({ path: z.string(), reason: z.string() })),
});
export type SealedResponse = z.infer<typeof SealedResponse>;

/** The header in which a device names its own database: what lies there already is not given back to it. */
export const DATABASE_HEADER = "strandline-database";

/** A version of a draft from one database, by name. */
const DraftName = z.object({ deviceId: Id, database: DatabaseName, id: Id, version });

/**
 * A draft that was opened, for its own writer.
 *
 * Shape  `content` is the row's content as text.
 * Units  `receivedAt` is milliseconds since 1970 by the server's clock.
 */
export const ReturnedDraft = DraftName.extend({ content: z.string(), receivedAt: z.int() });
export type ReturnedDraft = z.infer<typeof ReturnedDraft>;

/** Names one person's database on one device. */
const DatabaseOnDevice = z.object({ deviceId: Id, database: DatabaseName });

/**
 * What is given back to a person: the drafts of databases that were given up.
 *
 * Shape  `elsewhere` has their other databases with drafts that are held and not given up, and when each was last heard
 *        of; a lost device is among them. `more` asks for another look, once these were taken.
 */
export const ReturnedResponse = z.object({
  drafts: z.array(ReturnedDraft),
  elsewhere: z.array(DatabaseOnDevice.extend({ drafts: z.int(), heardAt: z.int() })).default([]),
  more: z.boolean(),
});
export type ReturnedResponse = z.infer<typeof ReturnedResponse>;

/** Says which drafts lie on a device of their writer's again. */
export const TakenRequest = z.strictObject({
  drafts: z.array(z.strictObject(DraftName.shape)).max(SEALED_LIMITS.gone),
});
export type TakenRequest = z.infer<typeof TakenRequest>;

/** Says that a database will not be opened on its device again, so that its drafts are given back. */
export const GiveUpRequest = z.strictObject(DatabaseOnDevice.shape);
export type GiveUpRequest = z.infer<typeof GiveUpRequest>;
