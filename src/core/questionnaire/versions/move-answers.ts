import { err, ok, type Result } from "../../result";
import type { KeptAnswer, PageSections } from "../../schema/page";
import { PageSection } from "../../schema/page";
import type { Questionnaire } from "../../schema/questionnaire";
import { askAgain } from "../ask-again";
import { type AnswerKey, pageSectionId, partsOfKey } from "../answer-key";
import { asEarlier, saysTheSame, takesAnswer, type Version, versionOf } from "./answer-in-version";
import { compareVersions } from "./compare-versions";
import type { CannotMove, Moved, MovedAnswer } from "./moved";

/**
 * Moves everyone's answers to one questionnaire from the version they were given in to another.
 *
 * Shape   an answer keeps its place where the same id still takes it; where what was asked, or what was chosen, has
 *         other words now, it keeps its place and the old words stand beside it. An answer goes to another page only
 *         where exactly the same people are kept from it. Sections of any other version stay as they are.
 *         The answer for which a page is printed is asked for again where anything else on the page is another.
 * Errors  `OtherQuestionnaire`, where the two are no versions of one.
 * Laws    1. every answer is in the result as it was given, in its place or with the words it answered
 *         2. what is read under other words stands beside the words it answered
 *         3. nobody sees an answer that they did not see before, and nobody loses one
 *         4. what was handed in is not changed
 * (tests/property/versions.test.ts)
 */
export const moveAnswers = <S extends PageSections>(
  sections: S,
  old: Questionnaire,
  next: Questionnaire,
): Result<Moved<S>, CannotMove> => {
  if (old.structure.id !== next.structure.id) return err({ type: "OtherQuestionnaire" });
  const [before, after] = [versionOf(old), versionOf(next)];
  const originals = (Object.entries(sections) as [PageId, PageSection][]).filter(
    ([sectionId, section]) =>
      sectionId.startsWith(`page/${old.structure.id}/`) && section.instrument.version === old.structure.version,
  );
  const pages = new Map(originals.map(([sectionId, section]) => [sectionId, emptied(sectionId, section, after)]));
  const sources = new Map<string, { readonly sectionId: PageId; readonly from: PageSection }>();
  const toCheck: MovedAnswer[] = [];
  const withoutPlace: MovedAnswer[] = [];

  /** The page that an answer goes to, if there is one and exactly those are kept from it who were kept from this. */
  const pageFor = (target: PageId | undefined, from: PageSection): PageSection | undefined => {
    if (target === undefined) return undefined;
    const found = pages.get(target) ?? (sections[target] === undefined ? emptyLike(from, after) : undefined);
    return found !== undefined && sameReaders(found, from) ? found : undefined;
  };
  const keepEarlier = (sectionId: PageId, from: PageSection, key: AnswerKey, answer: KeptAnswer): void => {
    const page = pages.get(sectionId) ?? emptyLike(from, after);
    pages.set(sectionId, { ...page, earlier: [...page.earlier, asEarlier(before, key, answer, from.instrument)] });
  };
  const move = (sectionId: PageId, from: PageSection, key: AnswerKey, answer: KeptAnswer): void => {
    const target = targetOf(sectionId, key, after);
    const page = pageFor(target, from);
    const isTaken = page !== undefined && Object.hasOwn(page.answers, key);
    if (target === undefined || page === undefined || isTaken || !takesAnswer(before, after, key, answer)) {
      keepEarlier(sectionId, from, key, answer);
      withoutPlace.push({ sectionId, key });
      return;
    }
    const added = withRounds(page.added, from.added, partsOfKey(key).itemId, before, after);
    pages.set(target, { ...page, answers: { ...page.answers, [key]: answer }, added });
    sources.set(`${target} ${key}`, { sectionId, from });
    if (saysTheSame(before, after, key, answer)) return;
    keepEarlier(target, from, key, answer);
    toCheck.push({ sectionId, key });
  };

  // Those that stay on their page first, so that none is pushed out by one that comes from elsewhere.
  for (const isStaying of [true, false]) {
    for (const [sectionId, section] of originals) {
      for (const [key, answer] of Object.entries(section.answers)) {
        if ((targetOf(sectionId, key, after) === sectionId) === isStaying) move(sectionId, section, key, answer);
      }
    }
  }
  // "The child knows all of this" was said of what stood on the page then, in the words of then.
  for (const [target, page] of pages) {
    const asked = next.structure.pages.find(({ id }) => id === target.split("/")[2]);
    if (asked === undefined) continue;
    const isReworded = page.earlier.length > (sections[target]?.earlier.length ?? 0);
    const stood = isReworded ? undefined : sections[target];
    const again = askAgain(asked, { ...page, answers: stood?.answers ?? {} }, page);
    if (again === page) continue;
    pages.set(target, again);
    for (const [key, answer] of Object.entries(page.answers)) {
      const source = sources.get(`${target} ${key}`);
      if (source === undefined || Object.hasOwn(again.answers, key)) continue;
      const checked = toCheck.findIndex((each) => each.sectionId === source.sectionId && each.key === key);
      if (checked === -1) keepEarlier(target, source.from, key, answer);
      else toCheck.splice(checked, 1);
      withoutPlace.push({ sectionId: source.sectionId, key });
    }
  }
  return ok({
    before: sections,
    after: { ...sections, ...Object.fromEntries(pages) },
    difference: compareVersions(old, next),
    toCheck,
    withoutPlace,
  });
};

type PageId = keyof PageSections;

const refOf = ({ questionnaire: { structure, wording } }: Version) => ({
  id: structure.id,
  version: structure.version,
  language: wording.language,
});

/** The page as it stands in the new version before any answer has been put on it. */
const emptied = (sectionId: PageId, section: PageSection, next: Version): PageSection => ({
  ...section,
  instrument: refOf(next),
  answers: {},
  skipped: section.skipped.filter((key) => targetOf(sectionId, key, next) === sectionId),
});

const emptyLike = ({ hiddenFrom, neverShared }: PageSection, next: Version): PageSection =>
  PageSection.parse({ hiddenFrom, instrument: refOf(next), ...(neverShared === undefined ? {} : { neverShared }) });

/** The section that an answer belongs in now; none where nothing of its id is asked. */
const targetOf = (sectionId: PageId, key: AnswerKey, next: Version): PageId | undefined => {
  const pageId = next.items.get(partsOfKey(key).itemId)?.pageId;
  const personId = sectionId.split("/").at(-1) ?? "";
  return pageId === undefined ? undefined : pageSectionId(next.questionnaire.structure.id, pageId, personId);
};

const sameReaders = (one: PageSection, other: PageSection): boolean => {
  if ((one.neverShared ?? false) !== (other.neverShared ?? false)) return false;
  const [these, those] = [new Set(one.hiddenFrom), new Set(other.hiddenFrom)];
  return these.size === those.size && [...these].every((id) => those.has(id));
};

/** The rounds that were added go with their answers, to the page and the group where those are now. */
const withRounds = (
  added: PageSection["added"],
  from: PageSection["added"],
  itemId: string,
  old: Version,
  next: Version,
): PageSection["added"] => {
  const [before, after] = [old.items.get(itemId)?.repeating?.id, next.items.get(itemId)?.repeating?.id];
  const rounds = before === undefined ? undefined : from[before];
  if (after === undefined || rounds === undefined) return added;
  return { ...added, [after]: [...new Set([...(added[after] ?? []), ...rounds])] };
};
