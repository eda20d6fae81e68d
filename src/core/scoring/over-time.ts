import type { AgeBand } from "../schema/age-band";
import type { Id, PersonId, StrandId } from "../schema/ids";
import type { ProfileSections } from "../schema/profile";
import { hide } from "./hide";
import { type MarkOwner, marksOn } from "./marks-on";
import { type PictureAnswer, type PictureContext, type PictureMark, pictureFor } from "./picture";
import { type Ghost, ghostsOn } from "./since-last-time";

/** A finished profile, as it is laid beside the others. */
export interface ProfileInTime {
  readonly profileId: Id;
  readonly sections: ProfileSections;
}

/** Why a mark cannot be compared with the same person's mark in the newest profile. */
export type NotComparedWhy = Extract<Ghost["comparison"], { readonly kind: "not-comparable" }>["why"];

/** One mark of one profile. Without `why` it can be compared, or stands in the newest profile itself. */
export interface MarkInTime extends Omit<PictureMark, "personId"> {
  readonly ownerId: MarkOwner;
  readonly why?: NotComparedWhy;
}

/** One strand as it was marked in one profile; the young person's mark first, the agreed one last. */
export interface LineInTime {
  readonly profileId: Id;
  readonly marks: readonly MarkInTime[];
  readonly answers: readonly PictureAnswer[];
  readonly seenDifferently: boolean;
  /** Left out on purpose that time: nothing is missing here. */
  readonly notThisTime: boolean;
}

export interface OverTime {
  /** The first first. */
  readonly times: readonly {
    readonly profileId: Id;
    readonly startedAtMs: number;
    readonly ledBy: PersonId;
    readonly band: AgeBand;
  }[];
  /** Each strand with one line for each profile, in the same order. */
  readonly strands: readonly { readonly strandId: StrandId; readonly lines: readonly LineInTime[] }[];
}

/**
 * Lays finished profiles beside each other, as these readers may see them: hide first, derive after. Marks are set
 * beside the newest profile's, and only with the same strand, person, age words and wording version; nothing is said of
 * more or less, and nothing is added up.
 *
 * Missing  a profile in which a strand has no mark has a line without marks.
 * Laws     1. the result is the same whether or not a hidden mark exists, in whichever profile
 *          2. the order in which the profiles are given changes nothing
 *          3. every mark that these readers may see stands in it once, in its own place
 * (tests/property/over-time.test.ts)
 */
export const overTime = (
  readerIds: readonly PersonId[],
  profiles: readonly ProfileInTime[],
  context: Pick<PictureContext, "strandIds" | "youngPersonId">,
): OverTime => {
  const seen = [...profiles].sort(byTime).map(({ profileId, sections }) => ({
    profileId,
    sections: hide(readerIds, sections),
    // Nothing is offered here, so no age decides anything.
    picture: pictureFor(readerIds, sections, { ...context, ageYears: 0 }),
  }));
  const newest = seen.at(-1);
  return {
    times: seen.map(({ profileId, sections: { frame } }) => ({
      profileId,
      startedAtMs: frame.startedAtMs,
      ledBy: frame.ledBy,
      band: frame.band,
    })),
    strands: context.strandIds.map((strandId, at) => ({
      strandId,
      lines: seen.map(({ profileId, sections, picture }) => {
        const row = picture.rows[at];
        const whyOf = newest?.profileId === profileId ? NOTHING : reasons(strandId, newest?.sections, sections);
        const agreed = marksOn(strandId, sections).get(AGREED);
        const marks: readonly MarkInTime[] = [
          ...(row?.marks ?? []).map(({ personId, ...mark }) => ({ ...mark, ownerId: personId })),
          ...(agreed === undefined
            ? []
            : [{ ownerId: AGREED, position: agreed.position, how: agreed.how, input: agreed.input }]),
        ];
        return {
          profileId,
          marks: marks.map((mark) => {
            const why = whyOf.get(mark.ownerId);
            return why === undefined ? mark : { ...mark, why };
          }),
          answers: row?.answers ?? [],
          seenDifferently: row?.seenDifferently ?? false,
          notThisTime: row?.notThisTime ?? false,
        };
      }),
    })),
  };
};

const AGREED = "agreed";
const NOTHING: ReadonlyMap<MarkOwner, NotComparedWhy> = new Map();

const byTime = (a: ProfileInTime, b: ProfileInTime): number =>
  a.sections.frame.startedAtMs - b.sections.frame.startedAtMs || (a.profileId < b.profileId ? -1 : 1);

const reasons = (
  strandId: StrandId,
  newest: ProfileSections | undefined,
  earlier: ProfileSections,
): ReadonlyMap<MarkOwner, NotComparedWhy> =>
  newest === undefined
    ? NOTHING
    : new Map(
        ghostsOn(strandId, newest, earlier).flatMap(({ ownerId, comparison }) =>
          comparison.kind === "not-comparable" ? [[ownerId, comparison.why] as const] : [],
        ),
      );

/** How often it was: words for the first few, so that two profiles of one day are told apart. */
export const NTH = ["first", "second", "third", "fourth", "fifth", "sixth", "later"] as const;

export const nthOf = (index: number): (typeof NTH)[number] => NTH[index] ?? "later";
