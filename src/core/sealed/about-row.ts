import { z } from "zod";

const Text = z.string().optional().catch(undefined);

/** As much of a draft, an operation or a record as says what it is about; whatever wrote it. */
const AboutRow = z.looseObject({
  kind: Text,
  recordType: Text,
  recordId: Text,
  caseId: z.string().nullish().catch(undefined),
  revId: Text,
  parents: z.array(z.string()).default([]).catch([]),
  branches: z
    .array(z.looseObject({ revId: z.string(), parents: z.array(z.string()).default([]) }))
    .default([])
    .catch([]),
  receipt: z.looseObject({ revId: z.string() }).optional().catch(undefined),
  body: z.unknown(),
});
export type AboutRow = z.infer<typeof AboutRow>;

/**
 * Reads what a row's content is about.
 *
 * Missing  content that is not JSON, or not an object, is about nothing: it is still carried as it is.
 */
export const aboutRow = (content: string): AboutRow | undefined => {
  try {
    const read = AboutRow.safeParse(JSON.parse(content));
    return read.success ? read.data : undefined;
  } catch {
    return undefined; // the engine's own message quotes the text
  }
};

/** Every revision that a remote row shows to be at the server: it has them, or they are followed there. */
export const revisionsKnownBy = ({ revId, parents, branches, receipt }: AboutRow): readonly string[] => [
  ...(revId === undefined ? [] : [revId]),
  ...(receipt === undefined ? [] : [receipt.revId]),
  ...parents,
  ...branches.flatMap((branch) => [branch.revId, ...branch.parents]),
];
