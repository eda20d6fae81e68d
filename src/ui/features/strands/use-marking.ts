import { useState } from "react";
import type { Mark, MarkHow, MarkInput } from "#core/schema/mark";
import type { FromPaper } from "#core/schema/paper";
import { voiceIn } from "#core/visit/change-section";
import { answerWithoutMark, placeMark, restoreMark, sayHow } from "#core/visit/mark";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";

const NO_MARK: Mark = { kind: "none" };

/**
 * One person's mark on one strand and the verbs that change it, with one step of undo for each person and strand. While
 * a page is copied, what is marked and answered is that page's.
 */
export const useMarking = (strandId: string, personId: string, paper?: FromPaper) => {
  const { clock, practitioner } = useServices();
  const { store } = useOpenVisit();
  const mark = useVisit((visit) => voiceIn(visit, strandId, personId).mark);
  const [earlier, setEarlier] = useState<ReadonlyMap<string, Mark>>(new Map());
  const key = `${strandId}/${personId}`;

  const remember = (): void => {
    setEarlier(new Map(earlier).set(key, voiceIn(store.get(), strandId, personId).mark));
  };
  const marking = () => ({ strandId, personId, enteredBy: practitioner.id, atMs: clock.nowMs() });

  return {
    mark,
    canUndo: earlier.has(key),
    place: (position: number, input: MarkInput) => {
      remember();
      const how: MarkHow | undefined = paper === undefined ? undefined : { kind: "from-paper", paper };
      store.change((visit) => placeMark(visit, marking(), { position, input, ...(how && { how }) }));
    },
    answer: (kind: "passed" | "too-early") => {
      remember();
      store.change((visit) => answerWithoutMark(visit, marking(), kind, paper));
    },
    clear: () => {
      remember();
      store.change((visit) => restoreMark(visit, strandId, personId, NO_MARK));
    },
    undo: () => {
      const before = earlier.get(key);
      if (before === undefined) return;
      setEarlier(new Map([...earlier].filter(([other]) => other !== key)));
      store.change((visit) => restoreMark(visit, strandId, personId, before));
    },
    sayHow: (how: MarkHow) => {
      store.change((visit) => sayHow(visit, strandId, personId, how));
    },
  };
};
