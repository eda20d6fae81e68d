import type { AnswerKey } from "../answer-key";
import type { VersionDifference } from "./compare-versions";

/** Where an answer was before the move: its section, and its place in it. */
export interface MovedAnswer {
  readonly sectionId: string;
  readonly key: AnswerKey;
}

/**
 * A draft moved to another version of its questionnaire.
 *
 * Shape  `before` is the very sections that were handed in: taking the move back is going on with them. `toCheck` kept
 *        its place under other words; `withoutPlace` is kept as words from the earlier version. Both stand, with what
 *        was asked then, in `earlier` of the section that they are kept in.
 */
export interface Moved<Sections> {
  readonly before: Sections;
  readonly after: Sections;
  readonly difference: VersionDifference;
  readonly toCheck: readonly MovedAnswer[];
  readonly withoutPlace: readonly MovedAnswer[];
}

export type CannotMove =
  | { readonly type: "OtherQuestionnaire" }
  /** The draft was not made with the version that it is to be moved from. */
  | { readonly type: "OtherVersion" }
  /** The version to move to has no words for the age that the draft was made for. */
  | { readonly type: "BandNotThere"; readonly band: string };
