import { z } from "zod";

// The schemas with which the builds before the third version read answers, as they stood when it was made. They import
// nothing of ours, so that nothing of ours can change them; they are never edited.

const Id = z.uuid();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Receipt = z.object({ revId: Id, sha256: Sha256, receivedAt: z.int(), auditSeq: z.int(), hmac: Sha256 });

/** What was answered to a push. */
export const PushResponseThen = z.object({
  results: z.array(
    z.object({
      opId: Id,
      status: z.enum(["accepted", "branched", "quarantined", "refused", "retry"]),
      headRev: Id.optional(),
      ver: z.string().optional(),
      receipt: Receipt.optional(),
      reason: z.string().max(60).optional(),
      faults: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
    }),
  ),
});

const BranchPut = z.looseObject({
  revId: Id,
  parents: z.array(Id),
  schemaVersion: z.int().min(1),
  body: z.string(),
});

const Put = z.looseObject({
  recordType: z.string().max(60),
  recordId: Id,
  caseId: Id,
  revId: Id,
  parents: z.array(Id).default([]),
  schemaVersion: z.int().min(1),
  body: z.string(),
  ver: z.string(),
  branches: z.array(BranchPut).default([]),
  held: z.string().max(60).optional(),
});

const Policy = z.looseObject({
  version: z.string(),
  withdrawnWording: z.array(z.looseObject({ id: z.string(), version: z.int(), useInstead: z.string() })),
  questionnaires: z.array(z.looseObject({ id: z.string(), version: z.int().min(1), sha256: Sha256 })).default([]),
  settings: z.record(z.string(), z.unknown()),
  minimumProtocol: z.int(),
});

/** What was answered to a pull. */
export const PullResponseThen = z.object({
  puts: z.array(Put),
  gone: z.array(z.object({ id: Id, reason: z.string().max(60) })),
  more: z.boolean(),
  storeEpoch: z.string(),
  policy: Policy,
});

/** What was answered to a digest of anything else. */
export const DigestResponseThen = z.object({ needManifest: z.literal(true) });
