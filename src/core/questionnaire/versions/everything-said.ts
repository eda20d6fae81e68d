import type { StrandId } from "../../schema/ids";
import type { PageSection } from "../../schema/page";
import type { Agreed, ProfileSections, Voice } from "../../schema/profile";
import type { Fate } from "./earlier";
import type { MovedDraft } from "./move-draft";
import type { MovedAnswer } from "./moved";

export const WORDS_OF_A_VOICE = ["goesWell", "harder", "helps", "takesOut"] as const;

/**
 * Every single thing that was said in answer to a questionnaire, by its section and its place in it: marks, words,
 * patterns and answers on the nine lines, and answers on pages.
 *
 * Missing  what was never said is not there.
 */
export const everythingSaid = (sections: ProfileSections): readonly MovedAnswer[] =>
  Object.entries(sections as object as Readonly<Record<string, unknown>>).flatMap(([sectionId, section]) =>
    keysIn(sectionId, section).map((key) => ({ sectionId, key })),
  );

const keysIn = (sectionId: string, section: unknown): readonly string[] => {
  const kind = sectionId.split("/")[0];
  if (kind === "page") return Object.keys((section as PageSection).answers);
  if (kind === "agreed") return (section as Agreed).outcome.kind === "none" ? [] : ["agreed"];
  if (kind !== "voice") return [];
  const voice = section as Voice;
  return [
    ...(voice.mark.kind === "none" ? [] : ["mark"]),
    ...WORDS_OF_A_VOICE.filter((part) => voice[part].trim() !== ""),
    ...(voice.pattern === "" ? [] : ["pattern"]),
    ...Object.keys(voice.answersByPromptId),
  ];
};

/** What becomes of one thing that was said. */
export interface SaidFate extends MovedAnswer {
  readonly fate: Fate;
}

/**
 * What becomes of everything that was said in the questionnaires that are moved.
 *
 * Laws  1. everything said in them has one fate, and nothing has two
 *       (tests/unit/core/questionnaire/move-draft.test.ts)
 */
export const fatesOf = ({ before, toCheck, withoutPlace, differences }: MovedDraft): readonly SaidFate[] => {
  const name = ({ sectionId, key }: MovedAnswer): string => `${sectionId} ${key}`;
  const [checked, without] = [new Set(toCheck.map(name)), new Set(withoutPlace.map(name))];
  const isMoved = ({ sectionId }: MovedAnswer): boolean => {
    const page = (before as object as Readonly<Record<string, PageSection>>)[sectionId];
    const ref = sectionId.startsWith("page/") ? page?.instrument : before.frame.instrument;
    return differences.some(({ from }) => from.id === ref?.id && from.version === ref.version);
  };
  return everythingSaid(before)
    .filter(isMoved)
    .map((said) => ({
      ...said,
      fate: checked.has(name(said)) ? "to-check" : without.has(name(said)) ? "without-place" : "same",
    }));
};

/** Whose a section is, and on which strand or page; the agreed mark is everyone's. */
export const partsOfSection = (
  sectionId: string,
):
  | { readonly kind: "voice"; readonly strandId: StrandId; readonly personId: string }
  | { readonly kind: "agreed"; readonly strandId: StrandId }
  | { readonly kind: "page"; readonly questionnaireId: string; readonly pageId: string; readonly personId: string }
  | undefined => {
  const [kind, first = "", second = "", third = ""] = sectionId.split("/");
  if (kind === "voice") return { kind, strandId: first, personId: second };
  if (kind === "agreed") return { kind, strandId: first };
  return kind === "page" ? { kind, questionnaireId: first, pageId: second, personId: third } : undefined;
};
