import type { PlainDate } from "#core/schema/plain-date";
import type { Block, Heading, Paragraph } from "../document";
import { fill, isolated } from "../words/fill";
import type { DocumentLanguage, ReportWords } from "../words/report-words";
import type { CopyOf } from "./copy";
import type { ReaderView } from "./reader-view";

/** What every part of a copy is told with: the reader's view, and how the document's language says things. */
export interface Telling {
  readonly view: ReaderView;
  readonly copy: CopyOf;
  readonly words: ReportWords;
  /** Fills a text's places, each value in its own direction. */
  readonly say: (text: string, values: Readonly<Record<string, string>>) => string;
  readonly day: (day: PlainDate) => string;
  /** The day of a moment. */
  readonly dayAt: (atMs: number) => string;
  readonly names: (list: readonly string[]) => string;
}

export const tellingOf = (copy: CopyOf, view: ReaderView): Telling => {
  const { words, direction, locale }: DocumentLanguage = copy.language;
  const longDay = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const day = (date: PlainDate): string => longDay.format(new Date(`${date}T12:00:00Z`));
  return {
    view,
    copy,
    words,
    say: (text, values) => fill(text, values, direction),
    day,
    dayAt: (atMs) => day(copy.dayOf(atMs)),
    names: (each) => list.format(each.map((name) => isolated(name, direction))),
  };
};

export const heading = (level: Heading["level"], text: string): Heading => ({ kind: "heading", level, text });

export const paragraph = (text: string, look: Paragraph["look"] = "plain"): Paragraph => ({
  kind: "paragraph",
  text,
  look,
  keep: look === "label",
});

/** Somebody's own words, one paragraph a line; nothing for no words. */
export const said = (text: string): readonly Paragraph[] => linesOf(text).map((line) => paragraph(line, "said"));

/** The same under a label, which leads in to the first line. */
export const labelled = (label: string, text: string, look: Paragraph["look"] = "said"): readonly Paragraph[] =>
  linesOf(text).map((line, at) => (at === 0 ? { ...paragraph(line, look), label } : paragraph(line, look)));

export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A part that has something to say under its heading; nothing at all where it has nothing. */
export const part = (title: Heading, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [title, ...blocks];
