import { z } from "zod";
import { VoiceKind } from "#core/schema/person";
import { PlainDate } from "#core/schema/plain-date";

/**
 * An area's settings, as data: who may be around a child, when schools are closed, what it has turned on.
 *
 * Source  practice/area.json
 */
export const Area = z.looseObject({
  name: z.string().min(1),
  practice: z.boolean(),
  suggestions: z.boolean(),
  roles: z.array(z.strictObject({ id: z.string(), kind: VoiceKind })).min(1),
  schoolClosures: z.array(z.strictObject({ from: PlainDate, to: PlainDate })),
});
export type Area = z.infer<typeof Area>;
