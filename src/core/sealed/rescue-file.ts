import { z } from "zod";
import { err, ok, type Result } from "../result";
import { Id } from "../schema/ids";
import { shapeFaults } from "../schema/shape-faults";

/** The format that this build writes. A file of a higher one is left to a newer version of the app. */
export const RESCUE_FORMAT = 1;

/**
 * What a command reads as a rescue file at most.
 *
 * Units   bytes: 500 records of the largest size would fit; the 500 that a device keeps come to some 15 MB.
 */
export const LARGEST_RESCUE_BYTES = 384 * 1_048_576;

/** Whether the beginning of a text is that of a rescue file. */
export const saysRescueFile = (beginning: string): boolean => SAYS_KIND.test(beginning);

/** Bytes as base64 text; looked at letter by letter, because a file may be many megabytes. */
const Bytes = z
  .string()
  .min(4)
  .refine((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text), "is not whole base64");

/** Sixteen bytes are written; a shorter salt no Argon2id takes, and a longer one is no salt. */
const Salt = Bytes.refine((text) => text.length >= 24 && text.length <= 88, "is no salt");

/**
 * The content key, wrapped under a passphrase that was typed when the file was made.
 *
 * Units   `memoryKiB` and `passes` are what Argon2id is asked for; a file that asks for more than a device has is refused.
 */
export const RescuePassphraseSlot = z.looseObject({
  kdf: z.literal("argon2id"),
  memoryKiB: z.int().min(8).max(262_144),
  passes: z.int().min(1).max(10),
  salt: Salt,
  wrapped: Bytes,
});
export type RescuePassphraseSlot = z.infer<typeof RescuePassphraseSlot>;

/** The same key, sealed to the area's public key, for whoever holds the area's recovery kit. */
export const RescueAreaSlot = z.looseObject({ ephemeral: Bytes, sealed: Bytes });
export type RescueAreaSlot = z.infer<typeof RescueAreaSlot>;

/** What a rescue file says in the open. None of it names a person or a family. */
export const RescueHeader = z.looseObject({
  kind: z.literal("strandline-rescue"),
  format: z.int().min(1),
  fileId: Id,
  madeAt: z.iso.datetime(),
  practice: z.boolean(),
});
export type RescueHeader = z.infer<typeof RescueHeader>;

/**
 * What is on one person's device, sealed, as a file that they keep themselves.
 *
 * Shape    `content` is a 12-byte IV and what AES-256-GCM made of a `RescueContent`; the header is bound to it, so that
 *          none of its fields can be changed.
 * Missing  no `area` where the device had not heard of the area's key.
 * Source   docs/formats.md, "A rescue file"
 */
export const RescueFile = RescueHeader.extend({
  format: z.literal(RESCUE_FORMAT),
  slots: z.looseObject({ passphrase: RescuePassphraseSlot, area: RescueAreaSlot.optional() }),
  content: Bytes,
});
export type RescueFile = z.infer<typeof RescueFile>;

/** The header's fields as the seal of the content is bound to them. */
export const rescueContentAddress = ({ format, fileId, madeAt, practice }: RescueHeader): string =>
  `rescue|${fileId}|content|${format}|${madeAt}|${practice ? "practice" : "real"}`;

/**
 * Reads the text of a file that should be a rescue file, without opening it.
 *
 * Errors  each names the state of the file; `Malformed` its first place and reason.
 */
export const readRescueFile = (text: string): Result<RescueFile, NotReadable> => {
  const parsed = jsonOf(text);
  if (!parsed.ok) return err({ type: saysRescueFile(text) ? "CutShort" : "NotARescueFile" });
  const header = RescueHeader.safeParse(parsed.value);
  if (!saysRescueFile(text) || (!header.success && !isOfKind(parsed.value))) return err({ type: "NotARescueFile" });
  if (header.success && header.data.format > RESCUE_FORMAT) return err({ type: "NewerVersion" });
  const file = RescueFile.safeParse(parsed.value);
  if (file.success) return ok(file.data);
  const [fault] = shapeFaults(file.error);
  return err({ type: "Malformed", path: fault?.path ?? "", reason: fault?.reason ?? "" });
};

export type NotReadable =
  | { readonly type: "NotARescueFile" | "CutShort" | "NewerVersion" }
  | { readonly type: "Malformed"; readonly path: string; readonly reason: string };

const SAYS_KIND = /^\s*\{\s*"kind"\s*:\s*"strandline-rescue"/;

const isOfKind = (value: unknown): boolean =>
  z.looseObject({ kind: z.literal("strandline-rescue") }).safeParse(value).success;

const jsonOf = (text: string): Result<unknown, undefined> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    // The engine's own message quotes the text, so it goes no further.
    return err(undefined);
  }
};
