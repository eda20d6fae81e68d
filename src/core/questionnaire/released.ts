import { z } from "zod";
import type { ShapeFault } from "../schema/shape-faults";

/**
 * The files of questionnaires that have been released, each with the SHA-256 of its bytes. From then on none of them
 * changes: a profile that was made with it must read tomorrow as it was read at the table.
 *
 * Shape   paths run from the questionnaires' folder: `about-me/v1/en-GB.json`. A new language is a new file.
 * Source  questionnaires/released.json
 */
export const Released = z.strictObject({
  format: z.literal(1),
  files: z.record(
    z
      .string()
      .regex(
        /^[a-z0-9]+(?:[-.][a-z0-9]+)*\/v[1-9]\d*\/[A-Za-z0-9-]+\.json$/,
        "use a path such as about-me/v1/en-GB.json",
      ),
    z.string().regex(/^[0-9a-f]{64}$/, "use a SHA-256 in lower-case hexadecimal"),
  ),
});
export type Released = z.infer<typeof Released>;

/**
 * Which released files are not as they were released.
 *
 * Shape  `hashOf` answers with the hash of a file as it is now, or with undefined where it is gone.
 */
export const releasedFaults = (
  { files }: Released,
  hashOf: (path: string) => string | undefined,
): readonly ShapeFault[] =>
  Object.entries(files).flatMap(([path, released]) => {
    const now = hashOf(path);
    if (now === undefined) return [{ path: `files/${path}`, reason: "this was released and is not there any more" }];
    return now === released
      ? []
      : [{ path: `files/${path}`, reason: "this was released and has changed: make a new version instead" }];
  });
