import { answeredBy } from "#core/concern/additions";
import { isNobodyTold } from "#core/concern/nobody-told";
import { isTimeToAsk } from "#core/concern/time-to-ask";
import { localDay } from "#platform/clock";
import type { SeenRecord } from "#storage/records";
import type { Services } from "../../app/services";

/**
 * Whether a concern of somebody else's says of nobody that they were told, a working day after it was written: whoever
 * keeps the area's records is shown it first.
 */
export const isForNobodyYet = (
  { body: { sections } }: SeenRecord<"concern">,
  { practitioner, today }: Pick<Services, "practitioner" | "today">,
): boolean =>
  practitioner.role === "custodian" &&
  sections.concern.byId !== practitioner.id &&
  isNobodyTold(sections) &&
  isTimeToAsk(localDay(sections.concern.atMs), today());

/** Whether it is time to ask the author here who has answered a concern of theirs. */
export const isWaitingForAnswer = (
  { body: { sections } }: SeenRecord<"concern">,
  { practitioner, today }: Pick<Services, "practitioner" | "today">,
): boolean =>
  sections.concern.byId === practitioner.id &&
  answeredBy(sections) === undefined &&
  isTimeToAsk(localDay(sections.concern.atMs), today());
