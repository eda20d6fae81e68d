import type { PersonId, StrandId } from "../schema/ids";
import type { FromPaper } from "../schema/paper";
import type { Voice } from "../schema/profile";
import type { Visit } from "../schema/visit";
import { changeVoice, voiceIn } from "../visit/change-section";

/** What one person says beside their mark, field by field. */
export const WORD_FIELDS = ["goesWell", "harder", "helps", "takesOut", "pattern"] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/**
 * Writes one person's words on one strand: copied from a page, or on the screen.
 *
 * Shape  a field says which page it was copied from for as long as nobody writes in it on the screen; from then on its
 *        words are the screen's. An empty field is copied from nowhere.
 */
export const writeWords = (
  visit: Visit,
  strandId: StrandId,
  personId: PersonId,
  change: Partial<Pick<Voice, WordField>>,
  paper?: FromPaper,
): Visit => {
  const { [WRITTEN]: before = {} } = voiceIn(visit, strandId, personId);
  const kept = Object.fromEntries(Object.entries(before).filter(([field]) => !(field in change)));
  const copied = Object.fromEntries(
    Object.entries(change).flatMap(([field, words]) => (paper === undefined || words === "" ? [] : [[field, paper]])),
  );
  const next = { ...kept, ...copied };
  const hadAny = Object.keys(before).length > 0;
  const says = Object.keys(next).length > 0 || hadAny ? { [WRITTEN]: next } : {};
  return changeVoice(visit, strandId, personId, { ...change, ...says });
};

const WRITTEN = "paperByField";
