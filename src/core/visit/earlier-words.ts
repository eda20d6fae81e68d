import { partsOfSection } from "../questionnaire/versions/everything-said";
import { earlierIn } from "../questionnaire/versions/earlier";
import type { StrandId } from "../schema/ids";
import type { EarlierAnswer, PageSection } from "../schema/page";
import type { Voice } from "../schema/profile";
import type { Visit } from "../schema/visit";

/** One thing that was said under earlier words, and whether it still stands at its place under the words of now. */
export interface SaidEarlier {
  readonly sectionId: string;
  readonly said: EarlierAnswer;
  readonly hasPlace: boolean;
}

/**
 * Everything that was said under earlier words, in the order of the sections.
 *
 * Shape  of sections that have been hidden for the reader first; `strandIds` are those of the version now.
 */
export const saidEarlier = (sections: object, strandIds: readonly StrandId[]): readonly SaidEarlier[] =>
  Object.entries(sections as Readonly<Record<string, object>>).flatMap(([sectionId, section]) =>
    earlierIn(section).map((said) => ({
      sectionId,
      said,
      hasPlace: standsAtItsPlace(sectionId, section, said.key, strandIds),
    })),
  );

const standsAtItsPlace = (sectionId: string, section: object, key: string, strandIds: readonly StrandId[]): boolean => {
  const parts = partsOfSection(sectionId);
  if (parts === undefined) return false;
  if (parts.kind === "page") return Object.hasOwn((section as PageSection).answers, key);
  if (!strandIds.includes(parts.strandId)) return false;
  if (parts.kind === "agreed" || key === "mark") return true;
  const voice = section as Voice;
  return key === "pattern" ? voice.pattern !== "" : Object.hasOwn(voice.answersByPromptId, key);
};

/** Whether somebody has looked at it since, and said that it still fits. */
export const isLookedAt = ({ lookedAt }: EarlierAnswer): boolean => lookedAt === true;

/** Says that something still fits under the words of now. What was said, and the words it answered, stay. */
export const sayStillFits = (visit: Visit, { sectionId, said }: Pick<SaidEarlier, "sectionId" | "said">): Visit => {
  const { sections } = visit.profile;
  const section = (sections as object as Readonly<Record<string, object>>)[sectionId];
  if (section === undefined || !("earlier" in section) || !Array.isArray(section.earlier)) return visit;
  const earlier = (section.earlier as unknown[]).map((each) =>
    isSame(each, said) ? { ...(each as object), lookedAt: true } : each,
  );
  return {
    ...visit,
    profile: { ...visit.profile, sections: { ...sections, [sectionId]: { ...section, earlier } } },
  };
};

const isSame = (one: unknown, other: EarlierAnswer): boolean => {
  const entry = one as Partial<EarlierAnswer> | null;
  return entry?.key === other.key && entry.from?.id === other.from.id && entry.from.version === other.from.version;
};
