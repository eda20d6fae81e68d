import { useState } from "react";
import { firstToMark } from "#core/flow/first-to-mark";
import { talkIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import type { Marking } from "./who-is-marking";

/** Who marks now, at first whoever was asked for; whoever is chosen stays from strand to strand. */
export const useMarkingPerson = (
  strandId: string,
  askedFor: Marking | null = null,
): readonly [Marking, (marking: Marking) => void] => {
  const { people } = useOpenVisit();
  const first = useVisit((visit) => firstToMark(visit, people));
  const together = useVisit((visit) => talkIn(visit, strandId).togetherSinceMs !== null);
  const [chosen, setChosen] = useState<Marking | null>(askedFor);
  if (chosen === null || (chosen === "together" && !together)) return [first, setChosen];
  return [chosen, setChosen];
};
