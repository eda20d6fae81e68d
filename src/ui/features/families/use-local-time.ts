import type { LocalTime } from "#core/case/opening-family";
import { localDay, localTimeOfDay } from "#platform/clock";
import { useServices } from "../../app/services";

/** The day and the time on this device, read when the screen is drawn. */
export const useLocalTime = (): LocalTime => {
  const { clock, today } = useServices();
  return { today: today(), timeOfDay: localTimeOfDay(clock.nowMs()), dayOf: localDay };
};
