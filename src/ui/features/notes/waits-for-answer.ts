import { answeredBy } from "#core/concern/additions";
import { isTimeToAsk } from "#core/concern/time-to-ask";
import { localDay } from "#platform/clock";
import type { SeenRecord } from "#storage/records";
import type { Services } from "../../app/services";

/** Whether it is time to ask the author here who has answered a concern of theirs. */
export const isWaitingForAnswer = (
  { body: { sections } }: SeenRecord<"concern">,
  { practitioner, today }: Pick<Services, "practitioner" | "today">,
): boolean =>
  sections.concern.byId === practitioner.id &&
  answeredBy(sections) === undefined &&
  isTimeToAsk(localDay(sections.concern.atMs), today());
