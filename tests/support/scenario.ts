import { Agreement, type Finish, Here } from "#core/schema/profile";
import type { Answer } from "#core/schema/answer";
import type { Instrument } from "#core/schema/instrument";
import type { MarkHow, MarkInput } from "#core/schema/mark";
import { ageInYears } from "#core/schema/plain-date";
import type { AgeBand } from "#core/schema/age-band";
import type { Visit } from "#core/schema/visit";
import { actionsOf } from "#core/plan/actions";
import { Action, WorkOnFirst } from "#core/schema/plan";
import { promptsFor } from "#core/instrument/load-instrument";
import type { MarkOwner } from "#core/scoring/marks-on";
import { bandOn, besideOtherWords } from "#core/scoring/band-on";
import { hide } from "#core/scoring/hide";
import { pictureFor } from "#core/scoring/picture";
import { suggestPosition } from "#core/scoring/suggest-position";
import { changeVoice, voiceIn, withPlan, withSection } from "#core/visit/change-section";
import { changeBand, chooseBandOn } from "#core/visit/change-band";
import { finishVisit, type FinishedVisit } from "#core/visit/finish-visit";
import { answerWithoutMark, placeMark, restoreMark } from "#core/visit/mark";
import { chooseLength, chooseStrand, strandsToday, type VisitLength } from "#core/visit/visit-length";
import { strandAfter } from "#core/flow/next-strand";
import { startVisit } from "#core/visit/start-visit";
import { placeAgreed, seeDifferently, seeEverythingTogether, seeTogether } from "#core/visit/together";
import { eightYearOld, familyOf, idOf, type MadeUpChild, TODAY, type Who, whoIs } from "./family";
import { ndProfile } from "./nd-profile";
import { countedIds, uuid } from "./uuid";

interface Beginning {
  readonly child?: MadeUpChild;
  readonly here: readonly Who[];
  readonly instrument?: Instrument;
  readonly lastTime?: FinishedVisit;
}

/** A visit as people live it: every step is a real verb of the core, and people go by name. */
export const begin = ({ child = eightYearOld, here, instrument = ndProfile, lastTime }: Beginning) => {
  const caseBody = familyOf(child);
  const strandIds = instrument.structure.strands.map((strand) => strand.id);
  let nowMs = 1_000;
  let visit: Visit = startVisit(
    { caseId: uuid(0x400), caseBody, instrument, ledBy: idOf("practitioner"), today: TODAY, nowMs },
    countedIds(0x600),
  );
  visit = withSection(visit, "here", Here.parse({ rightChild: true, presentIds: here.map(idOf) }));

  const marking = (strandId: string, who: Who) => ({
    strandId,
    personId: idOf(who),
    enteredBy: idOf("practitioner"),
    atMs: (nowMs += 1_000),
  });
  /** Takes the step if it is allowed; the answer names what stood in the way. */
  const step = <E extends { readonly type: string }>(
    taken: { readonly ok: true; readonly value: Visit } | { readonly ok: false; readonly error: E },
  ): "done" | E["type"] => {
    if (!taken.ok) return taken.error.type;
    visit = taken.value;
    return "done";
  };

  return {
    /** The visit as it would be kept now. */
    kept: () => visit,

    mark: (strandId: string, { as, position, input = "drag", how }: Marked) => {
      visit = placeMark(visit, marking(strandId, as), { position, input, ...(how === undefined ? {} : { how }) });
    },
    passes: (strandId: string, { as }: As) => {
      visit = answerWithoutMark(visit, marking(strandId, as), "passed");
    },
    tooEarly: (strandId: string, { as }: As) => {
      visit = answerWithoutMark(visit, marking(strandId, as), "too-early");
    },
    /** Takes the last step on a mark back, as the screen's undo does. */
    undo: (strandId: string, { as }: As, before: Visit) => {
      visit = restoreMark(visit, strandId, idOf(as), voiceIn(before, strandId, idOf(as)).mark);
    },
    pins: (strandId: string, { as, words }: As & { readonly words: string }) => {
      visit = changeVoice(visit, strandId, idOf(as), { goesWell: words, strengthPinned: true });
    },
    /** "Who should not see this?" */
    hides: (strandId: string, { of, from }: { readonly of: Who; readonly from: readonly Who[] }) => {
      visit = changeVoice(visit, strandId, idOf(of), { hiddenFrom: from.map(idOf) });
    },

    /** Nobody, once the marks are seen together; else who is waited for. */
    seeTogether: (strandId: string, saidGoOn: readonly Who[] = []): readonly Who[] => {
      const seen = seeTogether(visit, strandId, (nowMs += 1_000), saidGoOn.map(idOf));
      if (!seen.ok) return seen.error.personIds.map(whoIs);
      visit = seen.value;
      return [];
    },
    openPicture: () => {
      visit = seeEverythingTogether(visit, strandIds, (nowMs += 1_000));
    },
    agreeOn: (strandId: string, position: number) =>
      step(
        placeAgreed(visit, strandId, {
          position,
          input: "drag",
          enteredBy: idOf("practitioner"),
          atMs: (nowMs += 1_000),
        }),
      ),
    seeDifferently: (strandId: string) => step(seeDifferently(visit, strandId, (nowMs += 1_000))),

    /** Whose marks somebody had seen when they made theirs. */
    hadSeen: (strandId: string, { as }: As): readonly Who[] => {
      const { mark } = voiceIn(visit, strandId, idOf(as));
      return mark.kind === "placed" ? mark.seenBefore.map(whoIs) : [];
    },

    /** Another age's words for the visit, or for one strand alone. */
    changesBand: (band: AgeBand) => {
      visit = changeBand(visit, band);
    },
    choosesWords: (strandId: string, band: AgeBand) => {
      visit = chooseBandOn(visit, strandId, band);
    },
    /** Whose marks stand beside other words than those they were made beside, and whose age's those were. */
    besideOtherWords: (strandId: string) =>
      besideOtherWords(strandId, visit.profile.sections).map(({ ownerId, band }) => [ownerName(ownerId), band]),
    /** Every section as these readers may see it. */
    seenBy: (...readers: readonly Who[]) => hide(readers.map(idOf), visit.profile.sections),

    answers: (
      strandId: string,
      { as, points }: As & { readonly points: readonly (number | "not-yet" | undefined)[] },
    ) => {
      const prompts = promptsFor(instrument.structure, strandId, bandOn(strandId, visit.profile.sections));
      const answered = prompts.flatMap((prompt, index): [string, Answer][] => {
        const each = points[index];
        const choice = instrument.structure.choices.find((one) => one.points === each || one.id === each);
        return choice === undefined
          ? []
          : [[prompt.id, { kind: "answered", choice: choice.id, points: choice.points }]];
      });
      const earlier = voiceIn(visit, strandId, idOf(as)).answersByPromptId;
      visit = changeVoice(visit, strandId, idOf(as), {
        answersByPromptId: { ...earlier, ...Object.fromEntries(answered) },
      });
    },
    suggestionFor: (strandId: string, { as }: As) =>
      suggestPosition(
        promptsFor(instrument.structure, strandId, bandOn(strandId, visit.profile.sections)),
        voiceIn(visit, strandId, idOf(as)).answersByPromptId,
      ),

    /** The picture as these readers may see it, with names in place of ids. */
    pictureFor: (...readers: readonly Who[]) => {
      const picture = pictureFor(readers.map(idOf), visit.profile.sections, {
        strandIds,
        youngPersonId: idOf("child"),
        ageYears: ageInYears(child.bornOn, TODAY),
        ...(lastTime === undefined ? {} : { before: lastTime.profile.sections }),
      });
      const rowOf = (strandId: string) => picture.rows.find((row) => row.strandId === strandId)!;
      return {
        ...picture,
        marksOn: (strandId: string) => rowOf(strandId).marks.map((mark) => [whoIs(mark.personId), mark.position]),
        answersOn: (strandId: string) => rowOf(strandId).answers.map((answer) => [whoIs(answer.personId), answer.kind]),
        ghostsOn: (strandId: string) =>
          rowOf(strandId).ghosts.map(({ ownerId, ...ghost }) => ({ owner: ownerName(ownerId), ...ghost })),
        agreedOn: (strandId: string) => rowOf(strandId).agreed,
        seenDifferentlyOn: (strandId: string) => rowOf(strandId).seenDifferently,
      };
    },

    /** Puts one thing to try into the plan. */
    willTry: ({ what, who, changes = "adults-or-place" }: ToTry) => {
      const order = actionsOf(visit.plan.sections).length;
      const action = Action.parse({ order, what, whoId: idOf(who), changes });
      visit = withPlan(visit, { [`action/${uuid(0x700 + order)}`]: action });
    },
    worksOnFirst: (...first: readonly string[]) => {
      visit = withPlan(visit, { "work-on-first": WorkOnFirst.parse({ strandIds: first }) });
    },

    /** How much to talk about; for today's worry, about which strands. */
    means: (length: VisitLength, ...about: readonly string[]) => {
      visit = chooseLength(visit, length);
      for (const strandId of about) visit = chooseStrand(visit, strandId, true);
    },
    /** The strands as the visit goes through them, from the first until the picture is next. */
    way: (): readonly string[] => {
      const today = strandsToday(visit.profile.sections, strandIds);
      const way = today.slice(0, 1);
      for (let at = way[0]; at !== undefined; at = strandAfter(strandIds, at, today)) if (at !== way[0]) way.push(at);
      return way;
    },

    agrees: ({
      as,
      words,
      understands = "yes",
    }: As & { readonly words: string; readonly understands?: "yes" | "no" }) => {
      const decidedById = idOf(as);
      const said = { privacyLimitSaid: true, understands, decision: "yes", decidedById, words };
      visit = withSection(visit, "agreement", Agreement.parse(said));
    },
    saysNo: ({ words }: { readonly words: string }) => {
      visit = withSection(visit, "agreement", Agreement.parse({ privacyLimitSaid: true, decision: "no", words }));
    },
    /** The finished visit, or every reason why it cannot be finished. */
    finish: (outcome: Finish["outcome"] = { kind: "right-for-today" }): FinishedVisit | readonly string[] => {
      const finished = finishVisit(visit, outcome, { today: TODAY, nowMs: (nowMs += 1_000), caseBody });
      return finished.ok ? finished.value : finished.error.reasons.map((reason) => reason.type);
    },
  };
};

interface As {
  readonly as: Who;
}
interface Marked extends As {
  readonly position: number;
  readonly input?: MarkInput;
  readonly how?: MarkHow;
}

interface ToTry {
  readonly what: string;
  readonly who: Who;
  readonly changes?: "adults-or-place" | "child";
}

const ownerName = (ownerId: MarkOwner): Who | "agreed" => (ownerId === "agreed" ? "agreed" : whoIs(ownerId));
