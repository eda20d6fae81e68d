import { peopleOf } from "#core/schema/case";
import type { PersonId } from "#core/schema/ids";
import type { Person } from "#core/schema/person";
import { err, ok, type Result } from "#core/result";
import { firstLetterOf, initialsById } from "#core/visit/shown-initials";
import type { Block, Document } from "../document";
import type { CopyOf } from "./copy";
import { earlierPart } from "./earlier-part";
import { finishPart } from "./finish-part";
import { openingPart, strengthsPart } from "./opening-part";
import { picturePart } from "./picture-part";
import { planPart } from "./plan-part";
import { readerViewOf } from "./reader-view";
import { strandsPart } from "./strands-part";
import { heading, paragraph, type Telling, tellingOf } from "./telling";

/**
 * The family's copy of a finished profile, for one named reader.
 *
 * Laws    1. it shows only what that reader may see, and nothing derived from anything else
 *         2. no position stands in it as a number
 *         (tests/unit/report/)
 * Errors  `NotFinished` while it is a draft; `NotForThem` for somebody who is not of the family around this child, or
 *         who must not receive anything.
 */
export const familyDocument = (copy: CopyOf): Result<Document, NoFamilyDocument> => {
  if (copy.profile.sections.finish === undefined) return err({ type: "NotFinished" });
  const reader = familyReaders(peopleOf(copy.caseBody)).find(({ id }) => id === copy.forPersonId);
  if (reader === undefined) return err({ type: "NotForThem", personId: copy.forPersonId });
  const view = readerViewOf(copy, reader);
  const telling = tellingOf(copy, view);
  return ok({
    ...aroundPages(telling),
    blocks: [
      ...openingPart(telling),
      ...strengthsPart(telling),
      ...picturePart(telling),
      ...planPart(telling),
      ...strandsPart(telling),
      ...earlierPart(telling),
      ...finishPart(telling),
      ...fixedPart(telling),
    ],
  });
};

export type NoFamilyDocument =
  { readonly type: "NotFinished" } | { readonly type: "NotForThem"; readonly personId: PersonId };

/** Who a family's copy can be made for: the child and the family, but nobody who must not receive anything. */
export const familyReaders = (people: readonly Person[]): readonly Person[] =>
  people.filter(({ kind, mustNotReceive }) => (kind === "child" || kind === "family") && !mustNotReceive);

const aroundPages = ({ view, copy, words, say, dayAt }: Telling): Omit<Document, "blocks"> => {
  const name = view.nameOf(view.child.id);
  const reader = view.nameOf(view.reader.id);
  const maker = copy.madeBy.name;
  return {
    language: copy.language.tag,
    direction: copy.language.direction,
    title: say(words.titleFor, { name, reader }),
    author: maker,
    madeAt: new Date(copy.madeAtMs).toISOString(),
    // No name: a file lies about in folders that other people open. The letters keep two parents' copies apart.
    fileName: `profile-${copy.dayOf(copy.madeAtMs)}-for-${lettersFor(view.reader, peopleOf(copy.caseBody))}.pdf`,
    running: {
      ...(copy.practice ? { practice: words.practice } : {}),
      top: say(words.runningFor, { name, reader }),
      bottom: say(words.runningBy, { maker, date: dayAt(copy.madeAtMs), area: copy.area.name }),
      page: words.page,
    },
    notPrintable: say(words.notPrintable, { name, sign: "{{sign}}" }),
  };
};

const lettersFor = (reader: Person, people: readonly Person[]): string =>
  initialsById(people).get(reader.id) ?? firstLetterOf(reader);

/** The words that stand on every document, and how to add or correct. */
const fixedPart = ({ view, copy, words, say }: Telling): readonly Block[] => [
  heading(2, words.putRight),
  paragraph(say(words.putRightBody, { maker: copy.madeBy.name })),
  heading(2, words.about),
  paragraph(words.purpose),
  paragraph(say(words.yours, { reader: view.nameOf(view.reader.id), maker: copy.madeBy.name })),
];
