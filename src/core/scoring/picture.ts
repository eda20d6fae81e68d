import type { PersonId, StrandId } from "../schema/ids";
import type { MarkHow, MarkInput } from "../schema/mark";
import type { FromPaper } from "../schema/paper";
import { type ProfileSections, voicesOn } from "../schema/profile";
import { saidAnything } from "../visit/said-anything";
import { isLeftOut } from "../visit/visit-length";
import { hide } from "./hide";
import { looksDifferent } from "./looks-different";
import { type OfferedFirst, offeredFirst } from "./offered-first";
import { type Ghost, ghostsOn } from "./since-last-time";

/** What the picture needs to know beside the profile. */
export interface PictureContext {
  readonly strandIds: readonly StrandId[];
  readonly youngPersonId: PersonId;
  /** On the day of the conversation. */
  readonly ageYears: number;
  /** The profile before this one, if there is one on the device. */
  readonly before?: ProfileSections;
}

export interface PictureMark {
  readonly personId: PersonId;
  readonly position: number;
  readonly how: MarkHow;
  readonly input: MarkInput;
}

/** An answer that is not a position. */
export interface PictureAnswer {
  readonly personId: PersonId;
  readonly kind: "passed" | "too-early";
  readonly paper?: FromPaper;
}

/**
 * One line of the picture, as this reader may see it; the young person's mark first.
 *
 * Missing  no `agreed` is no agreed mark; an empty list is nobody.
 */
export interface PictureRow {
  readonly strandId: StrandId;
  readonly marks: readonly PictureMark[];
  readonly answers: readonly PictureAnswer[];
  readonly agreed?: number;
  readonly seenDifferently: boolean;
  readonly ghosts: readonly Ghost[];
  /** Left out on purpose this time, and nothing that this reader may see was said on it: nothing is missing here. */
  readonly notThisTime: boolean;
}

export interface Strength {
  readonly strandId: StrandId;
  readonly personId: PersonId;
  readonly text: string;
}

export interface Picture extends OfferedFirst {
  readonly rows: readonly PictureRow[];
  readonly looksDifferent: readonly StrandId[];
  readonly strengths: readonly Strength[];
}

/**
 * What these readers may see of a profile, and everything derived from it: hide first, derive after.
 *
 * Laws   1. the result is the same whether or not a hidden mark exists
 *        2. hiding more never shows more marks
 * (tests/property/hide.test.ts)
 */
export const pictureFor = (
  readerIds: readonly PersonId[],
  profile: ProfileSections,
  context: PictureContext,
): Picture => {
  const seen = hide(readerIds, profile);
  const before = context.before === undefined ? undefined : hide(readerIds, context.before);
  const rows = context.strandIds.map((strandId) => rowOf(strandId, seen, before, context));
  return {
    rows,
    looksDifferent: rows.filter((row) => looksDifferent(row.marks)).map((row) => row.strandId),
    strengths: context.strandIds.flatMap((strandId) => strengthsOn(strandId, seen, context.youngPersonId)),
    ...offeredFirst(
      rows.map((row) => strandMarksOf(row, context.youngPersonId)),
      context.ageYears,
    ),
  };
};

const rowOf = (
  strandId: StrandId,
  seen: ProfileSections,
  before: ProfileSections | undefined,
  context: PictureContext,
): PictureRow => {
  const voices = youngPersonFirst(voicesOn(seen, strandId), context.youngPersonId);
  const outcome = seen[`agreed/${strandId}`]?.outcome;
  const agreed = outcome?.kind === "placed" && outcome.mark.kind === "placed" ? outcome.mark.position : undefined;
  const wasTalkedAbout =
    voices.some(({ voice }) => saidAnything(voice)) || (outcome !== undefined && outcome.kind !== "none");
  const notThisTime = isLeftOut(seen, context.strandIds, strandId) && !wasTalkedAbout;
  return {
    strandId,
    marks: voices.flatMap(({ personId, voice: { mark } }) =>
      mark.kind === "placed" ? [{ personId, position: mark.position, how: mark.how, input: mark.input }] : [],
    ),
    answers: voices.flatMap(({ personId, voice: { mark } }) =>
      mark.kind === "passed" || mark.kind === "too-early"
        ? [{ personId, kind: mark.kind, ...(mark.paper === undefined ? {} : { paper: mark.paper }) }]
        : [],
    ),
    ...(agreed === undefined ? {} : { agreed }),
    seenDifferently: outcome?.kind === "differently",
    // A line that was not talked about is not held against last time either.
    ghosts: before === undefined || notThisTime ? [] : ghostsOn(strandId, seen, before),
    notThisTime,
  };
};

const strandMarksOf = (row: PictureRow, youngPersonId: PersonId) => {
  const youngPerson = row.marks.find((mark) => mark.personId === youngPersonId)?.position;
  return {
    strandId: row.strandId,
    people: row.marks.map((mark) => mark.position),
    ...(row.agreed === undefined ? {} : { agreed: row.agreed }),
    ...(youngPerson === undefined ? {} : { youngPerson }),
  };
};

/** Strengths are words: each line of a pinned note is one. They do not depend on where a mark stands. */
const strengthsOn = (strandId: StrandId, seen: ProfileSections, youngPersonId: PersonId): readonly Strength[] =>
  youngPersonFirst(voicesOn(seen, strandId), youngPersonId)
    .filter(({ voice }) => voice.strengthPinned)
    .flatMap(({ personId, voice }) =>
      voice.goesWell
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map((text) => ({ strandId, personId, text })),
    );

const youngPersonFirst = <T extends { readonly personId: PersonId }>(
  voices: readonly T[],
  youngPersonId: PersonId,
): readonly T[] => [
  ...voices.filter(({ personId }) => personId === youngPersonId),
  ...voices.filter(({ personId }) => personId !== youngPersonId),
];
