import fc from "fast-check";
import { expect } from "vitest";
import { Here } from "#core/schema/profile";
import { startVisit } from "#core/visit/start-visit";
import type { Visit } from "#core/schema/visit";
import { familyOf, idOf, TODAY, type Who } from "../../support/family";
import { ndProfile } from "../../support/nd-profile";
import { runs } from "../../support/runs";
import type { Core } from "../../support/seed-bug";
import { countedIds, uuid } from "../../support/uuid";

const STRAND = "attention";
const HERE: readonly Who[] = ["child", "mum", "dad"];
/** Somebody who marked on an earlier day and is not in the room. */
const EVERYONE: readonly Who[] = [...HERE, "teacher"];

const someone = fc.constantFrom(...EVERYONE);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("marks" as const),
      who: someone,
      position: fc.integer({ min: 0, max: 100 }),
    }),
  },
  fc.record({ does: fc.constantFrom("passes" as const, "says-go-on" as const), who: someone }),
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("see-together" as const, "open-picture" as const, "agree" as const) }),
  },
  fc.record({ does: fc.constant("hides" as const), who: someone, from: fc.subarray([...HERE]) }),
);

/** What a careful person with a notebook would know of one strand. */
interface Notebook {
  together: boolean;
  readonly answered: Set<Who>;
  readonly saidGoOn: Set<Who>;
  readonly marked: Set<Who>;
  readonly hiddenFrom: Map<Who, readonly Who[]>;
  readonly hadSeen: Map<Who, Set<Who>>;
}

const beginVisit = (core: Core): Visit =>
  core.withSection(
    startVisit(
      {
        caseId: uuid(1),
        caseBody: familyOf(),
        instrument: ndProfile,
        ledBy: idOf("practitioner"),
        today: TODAY,
        nowMs: 0,
      },
      countedIds(2),
    ),
    "here",
    Here.parse({ presentIds: HERE.map(idOf) }),
  );

/**
 * Each marks an empty line: whatever is done in whatever order, marks are together only when everyone here has marked,
 * passed or said go on, or the picture was opened on a mark in view; an agreed mark waits for that; and `seenBefore`
 * names exactly the others whose marks were in view.
 */
export const eachMarksAnEmptyLine = (core: Core): void => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25, size: "max" }), (steps) => {
      let visit = beginVisit(core);
      const notes: Notebook = {
        together: false,
        answered: new Set(),
        saidGoOn: new Set(),
        marked: new Set(),
        hiddenFrom: new Map(),
        hadSeen: new Map(),
      };
      const inView = (): Who[] => [...notes.marked].filter((who) => (notes.hiddenFrom.get(who) ?? []).length === 0);
      const marking = (who: Who) => ({
        strandId: STRAND,
        personId: idOf(who),
        enteredBy: idOf("practitioner"),
        atMs: 1,
      });

      for (const each of steps) {
        switch (each.does) {
          case "marks": {
            visit = core.placeMark(visit, marking(each.who), { position: each.position, input: "drag" });
            const earlier = notes.marked.has(each.who) ? (notes.hadSeen.get(each.who) ?? []) : [];
            const now = notes.together
              ? inView().filter((who) => who !== each.who && !isHidden(notes, who, each.who))
              : [];
            notes.hadSeen.set(each.who, new Set([...earlier, ...now]));
            notes.marked.add(each.who);
            notes.answered.add(each.who);
            break;
          }
          case "passes":
            visit = core.answerWithoutMark(visit, marking(each.who), "passed");
            notes.marked.delete(each.who);
            notes.answered.add(each.who);
            break;
          case "says-go-on":
            notes.saidGoOn.add(each.who);
            break;
          case "hides": {
            const from = each.from.filter((who) => who !== each.who);
            visit = core.changeVoice(visit, STRAND, idOf(each.who), { hiddenFrom: from.map(idOf) });
            notes.hiddenFrom.set(each.who, from);
            break;
          }
          case "see-together": {
            // An answer that is kept from somebody in the room is, for the room, no answer yet.
            const hasAnswered = (who: Who) =>
              notes.answered.has(who) && !HERE.some((other) => isHidden(notes, who, other));
            const waitingFor = HERE.filter((who) => !hasAnswered(who) && !notes.saidGoOn.has(who));
            const seen = core.seeTogether(visit, STRAND, 1, [...notes.saidGoOn].map(idOf));
            expect(seen.ok).toBe(waitingFor.length === 0);
            if (!seen.ok) expect(seen.error.personIds).toEqual(waitingFor.map(idOf));
            if (seen.ok) {
              visit = seen.value;
              notes.together = true;
            }
            break;
          }
          case "open-picture":
            visit = core.seeEverythingTogether(visit, [STRAND], 1);
            notes.together ||= inView().length > 0;
            break;
          case "agree": {
            const agreed = core.placeAgreed(visit, STRAND, {
              position: 50,
              input: "drag",
              enteredBy: idOf("mum"),
              atMs: 1,
            });
            expect(agreed.ok).toBe(notes.together);
            if (agreed.ok) visit = agreed.value;
            break;
          }
        }
        expect(core.areTogether(visit, STRAND)).toBe(notes.together);
        for (const who of notes.marked) {
          const { mark } = core.voiceIn(visit, STRAND, idOf(who));
          const seenBefore = mark.kind === "placed" ? mark.seenBefore : undefined;
          expect(new Set(seenBefore)).toEqual(new Set([...(notes.hadSeen.get(who) ?? [])].map(idOf)));
        }
      }
    }),
    runs,
  );
};

const isHidden = (notes: Notebook, whose: Who, from: Who): boolean =>
  notes.hiddenFrom.get(whose)?.includes(from) ?? false;
