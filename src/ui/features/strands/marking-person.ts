import { useState } from "react";
import { talkIn } from "#core/visit/change-section";
import { useOpenVisit, usePresentIds, useVisit } from "../../app/visit/open-visit";
import type { Marking } from "./who-is-marking";

/** Who marks now. The child is asked first where they are in the room; the choice stays from strand to strand. */
export const useMarkingPerson = (strandId: string): readonly [Marking, (marking: Marking) => void] => {
  const { child, people } = useOpenVisit();
  const presentIds = usePresentIds();
  const together = useVisit((visit) => talkIn(visit, strandId).togetherSinceMs !== null);
  const [chosen, setChosen] = useState<Marking | null>(null);
  const first = presentIds.includes(child.id) ? child.id : (presentIds[0] ?? people[0]?.id ?? child.id);
  if (chosen === null || (chosen === "together" && !together)) return [first, setChosen];
  return [chosen, setChosen];
};
