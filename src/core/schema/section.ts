import { z } from "zod";
import { Id } from "./ids";

/**
 * What every section of a record carries: who is not to see it. Sharing, hiding and sync go by section.
 *
 * Shape  persons, not roles; a person's own section is never hidden from that person.
 */
export const Section = z.looseObject({ hiddenFrom: z.array(Id).default([]) });
export type Section = z.infer<typeof Section>;

/** Free words at the table. How long they may be is for the field to say: what was written is always read back. */
export const Words = z.string().default("");

/**
 * Reads `{section id → content}` with one schema for each id. What no schema knows is kept as it came, so that a
 * newer version's sections survive an older device.
 */
export const sectionsBy = (schemaFor: (sectionId: string) => z.ZodType | undefined) =>
  z.record(z.string().max(200), z.unknown()).transform((raw, context) => {
    const read: Record<string, unknown> = {};
    for (const [sectionId, content] of Object.entries(raw)) {
      const parsed = schemaFor(sectionId)?.safeParse(content) ?? { success: true as const, data: content };
      if (parsed.success) {
        read[sectionId] = parsed.data;
        continue;
      }
      for (const issue of parsed.error.issues) {
        context.addIssue({ code: "custom", path: [sectionId, ...issue.path], message: issue.message, input: content });
      }
    }
    return read;
  });
