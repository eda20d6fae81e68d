import type { Document } from "#report/document";
import { familyDocument } from "#report/family/family-document";
import { copyOf, robin, robinsFamily, robinsVisit, strandIds } from "../tests/support/made-up-copy";
import { valueOf } from "../tests/support/value-of";
import { changeVoice } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import { addAction, changeAction } from "#core/plan/change-plan";
import { uuid } from "../tests/support/uuid";
import { visitUnderWay } from "./made-up-visit";
import { createWords } from "./words";

/**
 * The family's copy of a full profile: five people's marks on nine strands, about 10 KB of their words, a plan of five.
 * With `mumsName` in another script, its letters have to be shaped.
 */
export const fullCopy = (mumsName?: string): Document => {
  const words = createWords(2026);
  const caseBody = robinsFamily(mumsName === undefined ? {} : { mum: mumsName });
  let visit = visitUnderWay(caseBody, strandIds, words)(robinsVisit(caseBody));
  const { ledBy, startedAtMs } = visit.profile.sections.frame;
  for (const strandId of strandIds) {
    const marking = { strandId, personId: robin, enteredBy: ledBy, atMs: startedAtMs };
    visit = placeMark(visit, marking, { position: Math.floor(words.chance() * 101), input: "tap" });
    visit = changeVoice(visit, strandId, robin, { goesWell: words.note(60), strengthPinned: true });
  }
  for (let at = 0; at < 5; at += 1) {
    const id = uuid(0xd00 + at);
    visit = changeAction(addAction(visit, id), id, {
      what: words.note(90),
      strandId: strandIds[at] ?? "",
      setting: "school-or-college",
      changes: "adults-or-place",
      from: "2026-11-30",
      howWeKnow: words.note(90),
      childThinks: words.note(40),
    });
  }
  return valueOf(familyDocument(copyOf({ visit, caseBody, outcome: { kind: "for-today" } })));
};
