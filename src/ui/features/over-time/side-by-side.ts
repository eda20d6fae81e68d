import { createContext, use } from "react";
import type { Instrument } from "#core/schema/instrument";
import type { OverTime } from "#core/scoring/over-time";
import type { ChartPeopleAround } from "../../app/visit/chart-people";

/** What every part of the page reads: the lines as these readers may see them, and whose they are. */
export interface SideBySide {
  readonly overTime: OverTime;
  readonly people: ChartPeopleAround;
  readonly instrument: Instrument;
}

export const SideBySideContext = createContext<SideBySide | null>(null);

export const useSideBySide = (): SideBySide => {
  const value = use(SideBySideContext);
  if (value === null) throw new Error("a part of the page was shown outside it");
  return value;
};
