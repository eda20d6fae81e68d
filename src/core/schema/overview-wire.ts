import { z } from "zod";
import { Id } from "./ids";

/**
 * The header in which a device says, with each digest, how many operations it has that are not delivered.
 *
 * Shape  `<device id> <count>`; nothing of what is in them, and concerns and notes are not counted. It is a header because
 *        a server that is older does not mind it.
 */
export const UNSENT_HEADER = "strandline-unsent";

const Said = z.tuple([Id, z.coerce.number().int().min(0).max(100_000)]);

export interface UnsentSaid {
  readonly deviceId: Id;
  readonly waiting: number;
}

export const unsentText = ({ deviceId, waiting }: UnsentSaid): string => `${deviceId} ${waiting}`;

/** Reads the header. Missing  undefined for anything else. */
export const unsentIn = (text: unknown): UnsentSaid | undefined => {
  const read = Said.safeParse(typeof text === "string" ? text.split(" ") : undefined);
  return read.success ? { deviceId: read.data[0], waiting: read.data[1] } : undefined;
};

/**
 * What is not in yet of one practitioner's work: counts, and no child.
 *
 * Shape  `twoVersions` are versions of theirs beside a head that nobody has merged; `held` is what nobody has decided
 *        about. A device is named by the start of its id.
 * Units  `saidAtMs` is when the device last said so: milliseconds since 1970 by the server's clock.
 */
export const OverviewRow = z.object({
  name: z.string(),
  devices: z.array(z.object({ device: z.string(), waiting: z.int(), saidAtMs: z.int() })),
  twoVersions: z.int(),
  held: z.int(),
});
export type OverviewRow = z.infer<typeof OverviewRow>;

/** Everybody who works with a device in the area; whoever has something that is not in stands first. */
export const OverviewResponse = z.object({ practitioners: z.array(OverviewRow) });
export type OverviewResponse = z.infer<typeof OverviewResponse>;
