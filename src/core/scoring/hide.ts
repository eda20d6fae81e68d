import type { PersonId } from "../schema/ids";
import type { Mark } from "../schema/mark";
import type { Agreed, ProfileSections, Voice } from "../schema/profile";

/**
 * Leaves only the sections that every one of these readers may see; a shared screen has everyone present as readers.
 *
 * Laws   1. the result is the same whether or not a hidden section exists
 *        2. hiding more never shows more
 * (tests/property/hide.test.ts)
 */
export const hide = (readerIds: readonly PersonId[], sections: ProfileSections): ProfileSections => {
  const visible = Object.entries(sections as unknown as Record<string, unknown>).filter(([sectionId, section]) =>
    maySee(readerIds, sectionId, section),
  );
  const visibleIds = new Set(visible.map(([sectionId]) => sectionId));
  const shown = visible.map(
    ([sectionId, section]) => [sectionId, withoutTraces(sectionId, section, visibleIds)] as const,
  );
  return Object.fromEntries(shown) as unknown as ProfileSections;
};

/** The same for the sections of a plan or of a case: those that one of the readers must not see are not there. */
export const withoutHidden = <T extends object>(readerIds: readonly PersonId[], sections: T): T =>
  Object.fromEntries(
    Object.entries(sections).filter(([sectionId, section]) => maySee(readerIds, sectionId, section)),
  ) as T;

/** The frame holds no one's words and is never hidden: without it nothing can be read. */
const maySee = (readerIds: readonly PersonId[], sectionId: string, section: unknown): boolean =>
  sectionId === "frame" ||
  (!hiddenFrom(section).some((hiddenId) => readerIds.some((readerId) => readerId === hiddenId)) &&
    (!isNeverShared(section) || areItsWriter(readerIds, sectionId)));

/** A list of names would not do: somebody may come to the record after it was written. */
const areItsWriter = (readerIds: readonly PersonId[], sectionId: string): boolean =>
  readerIds.length > 0 && readerIds.every((readerId) => sectionId.endsWith(`/${readerId}`));

/** Whether a section is one that only whoever wrote it may ever read. */
export const isNeverShared = (section: unknown): boolean =>
  typeof section === "object" && section !== null && "neverShared" in section && section.neverShared === true;

/** What may stand in a document, whoever it is for: without what is never shared. */
export const withoutNeverShared = <T extends object>(sections: T): T =>
  Object.fromEntries(Object.entries(sections).filter(([, section]) => !isNeverShared(section))) as T;

/** A section of a newer version may be anything, even nothing; one that names nobody is hidden from nobody. */
const hiddenFrom = (section: unknown): readonly unknown[] => {
  const named = typeof section === "object" && section !== null && "hiddenFrom" in section ? section.hiddenFrom : [];
  return Array.isArray(named) ? named : [];
};

/** `seenBefore` may name only people whose section on that strand this reader may see. */
const withoutTraces = (sectionId: string, section: unknown, visibleIds: ReadonlySet<string>): unknown => {
  const [kind, strandId] = sectionId.split("/");
  const keep = (mark: Mark): Mark =>
    mark.kind === "placed"
      ? { ...mark, seenBefore: mark.seenBefore.filter((id) => visibleIds.has(`voice/${strandId}/${id}`)) }
      : mark;
  if (kind === "voice") {
    const voice = section as Voice;
    return { ...voice, mark: keep(voice.mark) };
  }
  if (kind === "agreed") {
    const agreed = section as Agreed;
    const { outcome } = agreed;
    return outcome.kind === "placed" ? { ...agreed, outcome: { ...outcome, mark: keep(outcome.mark) } } : agreed;
  }
  return section;
};
