import { z } from "zod";
import { RemoteHead } from "../sync/remote-head";
import { Id, LanguageTag, Slug } from "./ids";
import { AreaKey } from "../sealed/keyring";
import { Operation } from "./operation";

/**
 * The version of the messages below. They grow only by addition; a device that is too old is told by `policy`.
 *
 * Source  docs/formats.md, "Versions"
 */
export const PROTOCOL = 3;

/** Two back are understood. What an older device delivers is kept whole and apart. */
export const OLDEST_PROTOCOL = 1;

/** What one push may hold at most, and what one record of a pull's manifest costs. */
export const LIMITS = {
  pushOps: 50,
  pushEvents: 500,
  pushBytes: 1_048_576,
  manifestRecords: 5_000,
} as const;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Something a person did with a record on a device, for the audit.
 *
 * Units  `clientTime` is milliseconds since 1970 as the device believed.
 */
export const ClientEvent = z.strictObject({
  eventId: Id,
  kind: z.enum(["opened", "exported", "printed", "refused"]),
  recordId: Id,
  clientTime: z.int(),
});
export type ClientEvent = z.infer<typeof ClientEvent>;

/** What a device delivers: finished work in the order in which it was made, and what was done with records. */
export const PushRequest = z.strictObject({
  protocol: z.int().min(0),
  deviceId: Id,
  ops: z.array(Operation).max(LIMITS.pushOps),
  events: z.array(ClientEvent).max(LIMITS.pushEvents),
});
export type PushRequest = z.infer<typeof PushRequest>;

/**
 * The server's proof that it has a revision.
 *
 * Shape  `hmac` is over the other four and the area, with a key that never leaves the server.
 * Units  `receivedAt` is milliseconds since 1970 by the server's clock.
 */
export const Receipt = z.object({
  revId: Id,
  sha256: Sha256,
  receivedAt: z.int(),
  auditSeq: z.int(),
  hmac: Sha256,
});
export type Receipt = z.infer<typeof Receipt>;

/**
 * Accepted, branched and quarantined are kept by the server and carry a receipt. `refused` was not kept and needs a
 * person; `retry` was not kept and may be offered again as it is.
 */
export const PushStatus = z.enum(["accepted", "branched", "quarantined", "refused", "retry"]);
export type PushStatus = z.infer<typeof PushStatus>;

export const RefusedReason = z.enum(["envelope", "hash", "size", "op-id-reused", "practice-mixed"]);
export type RefusedReason = z.infer<typeof RefusedReason>;
export const QuarantineReason = z.enum([
  "body",
  "access",
  "not-of-this-record",
  "follows-quarantined",
  "words-changed",
  "too-old",
]);
export type QuarantineReason = z.infer<typeof QuarantineReason>;
export const RetryReason = z.enum([
  "case-not-here",
  "parent-not-here",
  "earlier-one-first",
  "server-busy",
  "server-older",
]);
export type RetryReason = z.infer<typeof RetryReason>;

/** A place in what was sent and what is wrong there; never what was said. */
const Fault = z.object({ path: z.string(), reason: z.string() });

/**
 * What became of one operation.
 *
 * Shape    `headRev` is the record's head after it; `ver` is what a pull would call the record, and is given only where
 *          a pull would send the very sections that the operation carried, so that the device need not fetch them.
 * Missing  no `receipt` means that the server does not have the operation.
 */
export const PushResult = z.object({
  opId: Id,
  status: PushStatus,
  headRev: Id.optional(),
  ver: z.string().optional(),
  receipt: Receipt.optional(),
  reason: RefusedReason.or(QuarantineReason).or(RetryReason).or(z.string().max(60)).optional(),
  faults: z.array(Fault).optional(),
});
export type PushResult = z.infer<typeof PushResult>;

/** One result for each operation, in their order. An answer at all acknowledges every event. */
export const PushResponse = z.object({ results: z.array(PushResult) });
export type PushResponse = z.infer<typeof PushResponse>;

export const DigestRequest = z.strictObject({ digest: Sha256 });
export type DigestRequest = z.infer<typeof DigestRequest>;
export const DigestResponse = z.object({ needManifest: z.literal(true) });
export type DigestResponse = z.infer<typeof DigestResponse>;

/** A record and what this person may see of it, as a short name that changes whenever that does. */
export const ManifestEntry = z.tuple([Id, z.string().max(64)]);
export type ManifestEntry = z.infer<typeof ManifestEntry>;

/**
 * What a device has. Whatever is different is the answer.
 *
 * Missing  a device that names no `protocol` is of the first.
 */
export const PullRequest = z.strictObject({
  protocol: z.int().min(0).optional(),
  manifest: z.array(ManifestEntry).max(LIMITS.manifestRecords),
});
export type PullRequest = z.infer<typeof PullRequest>;

/** A version beside the head that nobody has merged yet. */
export const BranchPut = z.looseObject({
  revId: Id,
  parents: z.array(Id),
  schemaVersion: z.int().min(1),
  body: z.string(),
});
export type BranchPut = z.infer<typeof BranchPut>;

/**
 * One record as this person may see it now, whole: it replaces what the device had.
 *
 * Shape  `held` is why this was not taken in: then `recordId` is the id of what was sent, and no record's.
 */
export const Put = RemoteHead.extend({
  ver: z.string(),
  branches: z.array(BranchPut).default([]),
  held: z.string().max(60).optional(),
});
export type Put = z.infer<typeof Put>;

/** A record that the device has and this person may not see; an id that nobody has is answered in the same way. */
export const Gone = z.object({ id: Id, reason: z.enum(["access-ended", "not-here"]).or(z.string().max(60)) });
export type Gone = z.infer<typeof Gone>;

/** What was withdrawn after release: a questionnaire's version or a strategy's id, and what to use instead. */
export const Withdrawn = z.looseObject({ id: z.string(), version: z.int(), useInstead: z.string() });
export type Withdrawn = z.infer<typeof Withdrawn>;
/** All that was withdrawn, as every device is told. */
export const WithdrawnWording = z.array(Withdrawn);
export type WithdrawnWording = z.infer<typeof WithdrawnWording>;

/** An area's own questionnaire, by name; `sha256` is that of the answer in which it is fetched. */
export const OwnQuestionnaireName = z.looseObject({ id: Slug, version: z.int().min(1), sha256: Sha256 });
export type OwnQuestionnaireName = z.infer<typeof OwnQuestionnaireName>;

/** An area's own questionnaire as its files hold it: the structure, and the words by language. */
export const OwnQuestionnaireFiles = z.object({
  structure: z.unknown(),
  words: z.record(LanguageTag, z.unknown()),
});
export type OwnQuestionnaireFiles = z.infer<typeof OwnQuestionnaireFiles>;

/**
 * What the server tells every device.
 *
 * Shape  `version` changes with any of the rest; a digest that matches is answered with it in a header.
 */
export const Policy = z.looseObject({
  version: z.string(),
  withdrawnWording: WithdrawnWording,
  questionnaires: z.array(OwnQuestionnaireName).default([]),
  settings: z.record(z.string(), z.unknown()),
  minimumProtocol: z.int(),
});
export type Policy = z.infer<typeof Policy>;

/** The header in which the answer to a matching digest, which has no body, carries `policy.version`. */
export const POLICY_HEADER = "strandline-policy";

/**
 * The header in which a device says for whom it syncs. Two people on one device share the browser's session: what one of
 * them wrote must never be delivered as the other's.
 */
export const ACCOUNT_HEADER = "strandline-account";

/**
 * What is different from the manifest, as of one moment. `more` asks for another pull with what is now known.
 *
 * Shape  `left` is how many records are still to come after these.
 */
export const PullResponse = z.object({
  puts: z.array(Put),
  gone: z.array(Gone),
  more: z.boolean(),
  left: z.int().min(0).optional(),
  storeEpoch: z.string(),
  policy: Policy,
});
export type PullResponse = z.infer<typeof PullResponse>;

/** Who signs in, by id or by name, with what only they know. */
export const SignInRequest = z
  .strictObject({
    accountId: Id.optional(),
    name: z.string().min(1).max(80).optional(),
    passphrase: z.string().min(1).max(200),
  })
  .refine(({ accountId, name }) => (accountId === undefined) !== (name === undefined), "give an account id or a name");
export type SignInRequest = z.infer<typeof SignInRequest>;

/** `recoveryKey` is whom a device seals its drafts and what waits to, besides their writer. */
const AreaName = z.object({ id: Id, name: z.string(), recoveryKey: AreaKey.optional() });

/**
 * A person who signs in.
 *
 * Shape  `accountId` is also the person's id in every record; `training` names what they have been trained for.
 */
export const SignedInAccount = z.object({
  accountId: Id,
  name: z.string(),
  memberships: z.array(z.object({ agencyId: Id, agency: z.string(), role: z.string() })),
  training: z.array(z.string()).default([]),
});
export type SignedInAccount = z.infer<typeof SignedInAccount>;

/** Who this browser is signed in as, and what it is signed in to. */
export const SessionResponse = z.discriminatedUnion("signedIn", [
  z.object({ signedIn: z.literal(false), practice: z.boolean(), area: AreaName.optional() }),
  z.object({ signedIn: z.literal(true), practice: z.boolean(), area: AreaName, account: SignedInAccount }),
]);
export type SessionResponse = z.infer<typeof SessionResponse>;

/** The made-up practitioners of the practice area, for the list on its sign-in page. */
export const PracticePeopleResponse = z.object({
  people: z.array(z.object({ id: Id, name: z.string(), agency: z.string(), role: z.string() })),
});
export type PracticePeopleResponse = z.infer<typeof PracticePeopleResponse>;

/** The status by which a device learns that it was taken off: nothing that it sends is taken in until it is let back. */
export const TAKEN_OFF_STATUS = 410;

/** Why a request was not carried out, as a name; where its shape is wrong, also the places. */
export const ErrorResponse = z.object({ error: z.string(), faults: z.array(Fault).optional() });
export type ErrorResponse = z.infer<typeof ErrorResponse>;
