import { promptsFor } from "#core/instrument/load-instrument";
import { addAction, changeAction } from "#core/plan/change-plan";
import type { Answer } from "#core/schema/answer";
import type { Visit } from "#core/schema/visit";
import { changeHere, changeLoves, changeVoice, withSection } from "#core/visit/change-section";
import { agreementIn } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import { placeAgreed, seeTogether } from "#core/visit/together";
import { amelia, dad, mum } from "../../support/at-the-table";
import { ndProfile } from "../../support/nd-profile";
import { grace } from "../../support/test-device";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const people = [amelia, mum, dad];

/** A draft with a word that is found nowhere else in every field, on every strand, of everybody. */
export const canaryDraft = (fresh: Visit): Visit => {
  let count = 0;
  const canary = (field: string): string => `${field} canary ${(count += 1)}`;
  let visit = changeHere(fresh, { languageToday: canary("language") });
  visit = withSection(visit, "agreement", {
    ...agreementIn(visit),
    words: canary("yes"),
    childWish: canary("wish"),
    capacityHelp: canary("help"),
    earlierNos: [{ words: canary("no"), decidedById: amelia, takenBackAtMs: 1 }],
  });
  ndProfile.structure.strands.forEach(({ id: strandId, pattern, prompts: _all }, at) => {
    const prompts = promptsFor(ndProfile.structure, strandId, "primary");
    people.forEach((personId, of) => {
      visit = changeLoves(visit, personId, { loves: canary("loves"), easier: canary("easier") });
      visit = placeMark(
        visit,
        { strandId, personId, enteredBy: grace.id, atMs: 1_000 + at * 10 + of },
        { position: 10 + at * 9 + of, input: "drag" },
      );
      visit = changeVoice(visit, strandId, personId, {
        goesWell: canary("well"),
        strengthPinned: true,
        harder: canary("harder"),
        helps: canary("helps"),
        takesOut: canary("takes"),
        pattern: pattern?.[of % pattern.length] ?? "",
        answersByPromptId: Object.fromEntries(
          prompts.map(({ id }, index): [string, Answer] => {
            const choice = ndProfile.structure.choices[(index + of + 3) % 5];
            return [
              id,
              choice === undefined || index === 4
                ? { kind: "does-not-apply" }
                : { kind: "answered", choice: choice.id, points: choice.points },
            ];
          }),
        ),
      });
    });
    visit = valueOf(seeTogether(visit, strandId, 2_000, [grace.id]));
    visit = valueOf(
      placeAgreed(visit, strandId, { position: 40 + at, input: "drag", enteredBy: grace.id, atMs: 3_000 + at }),
    );
  });
  visit = addAction(visit, uuid(900));
  return changeAction(visit, uuid(900), {
    what: canary("what"),
    howWeKnow: canary("know"),
    childThinks: canary("thinks"),
  });
};

/** Every word and number of a section, wherever in it. */
export const leavesOf = (content: unknown): readonly string[] => {
  if (typeof content === "string" || typeof content === "number" || typeof content === "boolean")
    return [String(content)];
  return typeof content === "object" && content !== null ? Object.values(content).flatMap(leavesOf) : [];
};
