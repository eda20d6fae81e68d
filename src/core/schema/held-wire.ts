import { z } from "zod";
import { Id } from "./ids";
import { QuarantineReason } from "./wire";

/** What the custodian can do with what is held: take it in as its sender's, or give it back to its sender. */
export const HeldDecisionKind = z.enum(["released", "returned"]);
export type HeldDecisionKind = z.infer<typeof HeldDecisionKind>;

/**
 * What was decided about one thing that is held, and by whom.
 *
 * Units  `atMs` is milliseconds since 1970 by the server's clock.
 */
export const HeldDecision = z.object({
  kind: HeldDecisionKind.or(z.string().max(60)),
  words: z.string(),
  byName: z.string(),
  atMs: z.int(),
});
export type HeldDecision = z.infer<typeof HeldDecision>;

/**
 * One thing that is held safely, as a list names it: never what it says.
 *
 * Units  `atMs` is milliseconds since 1970 by the server's clock.
 */
export const HeldItem = z.object({
  opId: Id,
  recordType: z.string(),
  reason: QuarantineReason.or(z.string().max(60)),
  senderName: z.string(),
  deviceId: Id,
  atMs: z.int(),
  decision: HeldDecision.optional(),
});
export type HeldItem = z.infer<typeof HeldItem>;

/** What is held in an area; what waits for a person stands first, the oldest before the others. */
export const HeldResponse = z.object({ held: z.array(HeldItem) });
export type HeldResponse = z.infer<typeof HeldResponse>;

/** Names one thing that is held, to be opened. */
export const OpenHeldRequest = z.strictObject({ opId: Id });
export type OpenHeldRequest = z.infer<typeof OpenHeldRequest>;

/** One thing that is held, whole: `body` is the text as it came. */
export const OpenHeldResponse = HeldItem.extend({ schemaVersion: z.int(), body: z.string() });
export type OpenHeldResponse = z.infer<typeof OpenHeldResponse>;

/** Decides about one thing that is held, and says why in words for its sender. */
export const DecideHeldRequest = z.strictObject({
  opId: Id,
  kind: HeldDecisionKind,
  words: z.string().trim().min(1).max(2_000),
});
export type DecideHeldRequest = z.infer<typeof DecideHeldRequest>;

/** What was decided; the same again is answered the same again. */
export const DecideHeldResponse = z.object({ decision: HeldDecision });
export type DecideHeldResponse = z.infer<typeof DecideHeldResponse>;

/** What was decided about what this person sent. */
export const DecidedResponse = z.object({ decided: z.array(HeldDecision.extend({ opId: Id })) });
export type DecidedResponse = z.infer<typeof DecidedResponse>;
