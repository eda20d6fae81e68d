import { dirname } from "node:path";
import ts from "typescript";

/** A source as it lies in the repository. */
export interface Source {
  readonly file: string;
  readonly code: string;
}

/** What one source can name: words as they are, and words with a gap where something is put in as it runs. */
interface Named {
  readonly words: ReadonlySet<string>;
  readonly withGaps: readonly RegExp[];
  /** The parts of the app's words that it opens, by the argument of `useTranslation`. */
  readonly parts: ReadonlySet<string>;
  /** Paths below something called `words`: `close.there`, or a pattern where one step is put in as it runs. */
  readonly paths: readonly RegExp[];
}

/** Everything that a source names, found in its syntax and not in its comments. */
export const namedIn = ({ file, code }: Source): Named => {
  const words = new Set<string>();
  const parts = new Set<string>();
  const withGaps: RegExp[] = [];
  const paths: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) words.add(node.text);
    if (ts.isTemplateExpression(node) && node.head.text !== "") withGaps.push(whole(gaps(node)));
    if (ts.isCallExpression(node) && node.expression.getText(parsed) === "useTranslation") parts.add(partOf(node));
    const path = pathBelowWords(node, parsed);
    if (path !== undefined) paths.push(whole(path));
    ts.forEachChild(node, visit);
  };
  const parsed = ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, false, kindOf(file));
  visit(parsed);
  return { words, withGaps, parts, paths };
};

const kindOf = (file: string): ts.ScriptKind => (file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

const partOf = ({ arguments: [part] }: ts.CallExpression): string =>
  part !== undefined && ts.isStringLiteralLike(part) ? part.text : "everywhere";

/** A gap takes one step of a key; what was put in is looked for apart, see `couldBe`. */
const gaps = (node: ts.TemplateExpression): string =>
  [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].map(escaped).join(GAP);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const GAP = "([^.]+)";
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

/** The steps from `words` to here, or nothing where no `words` stands at their beginning. */
const pathBelowWords = (node: ts.Node, source: ts.SourceFile): string | undefined => {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const step = ts.isPropertyAccessExpression(node) ? escaped(node.name.text) : inBrackets(node.argumentExpression);
  const { expression: from } = node;
  const isWords = /(?:^|\.)words$/.test(from.getText(source));
  if (isWords) return step;
  const before = pathBelowWords(from, source);
  return before === undefined ? undefined : `${before}\\.${step}`;
};

const inBrackets = (inside: ts.Expression): string => {
  if (ts.isStringLiteralLike(inside)) return escaped(inside.text);
  return ts.isTemplateExpression(inside) ? gaps(inside) : GAP;
};

/** The keys of a tree of words, each with its steps joined by full stops. */
export const keysOf = (tree: unknown, at = ""): readonly string[] =>
  typeof tree !== "object" || tree === null
    ? [at]
    : Object.entries(tree).flatMap(([key, inner]) => keysOf(inner, at === "" ? key : `${at}.${key}`));

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** What can be put into the gap of a key: every word that a source has, or makes from a beginning and one such word. */
export interface Known {
  readonly words: ReadonlySet<string>;
  readonly made: readonly RegExp[];
}

export const knownIn = (sources: readonly Source[], more: readonly string[] = []): Known => {
  const all = sources.map((source) => ({ source, named: namedIn(source) }));
  return {
    words: new Set([...all.flatMap(({ source, named }) => [...named.words, ...propertiesIn(source)]), ...more]),
    made: all.flatMap(({ named }) => named.withGaps.filter(({ source }) => /^\^[a-z-]+-\(/.test(source))),
  };
};

const propertiesIn = ({ code }: Source): readonly string[] =>
  [...code.matchAll(/(?<=[{,(\s])[A-Za-z]\w*(?=\??:)/g)].map(([name]) => name);

/** Whether a key fits, and what fills its gaps is known: a kind, a band, a fault. */
const couldBe = (key: string, pattern: RegExp, known: Known): boolean => {
  const found = pattern.exec(key);
  const isKnown = (filled: string): boolean =>
    known.words.has(filled) || known.made.some((each) => couldBe(filled, each, { ...known, made: [] }));
  return found !== null && found.slice(1).every(isKnown);
};

/**
 * The app's keys that nothing names which opens their part, `<part>: <key>`. A source that opens no part itself hands
 * its words to those beside it.
 */
export const unusedKeys = (
  wordsByPart: Readonly<Record<string, unknown>>,
  screens: readonly Source[],
  known: Known,
): readonly string[] => {
  const named = screens.map((source) => ({ folder: dirname(source.file), ...namedIn(source) }));
  return Object.entries(wordsByPart).flatMap(([part, tree]) => {
    const folders = new Set(named.flatMap(({ folder, parts }) => (parts.has(part) ? [folder] : [])));
    const openers = named.filter(({ folder, parts }) => parts.has(part) || (parts.size === 0 && folders.has(folder)));
    const isUsed = (key: string): boolean =>
      openers.some(({ words, withGaps }) => words.has(key) || withGaps.some((each) => couldBe(key, each, known)));
    return keysOf(tree)
      .filter((key) => !isUsed(key) && !(PLURAL.test(key) && isUsed(key.replace(PLURAL, ""))))
      .map((key) => `${part}: ${key}`);
  });
};

/** A document's keys that no source reaches from `words`. */
export const unreachedKeys = (tree: unknown, sources: readonly Source[], known: Known): readonly string[] => {
  const paths = sources.flatMap((source) => namedIn(source).paths);
  return keysOf(tree).filter((key) => !paths.some((each) => couldBe(key, each, known)));
};

/** Keys of a number of things that have one form and lack another: English counts one and other. */
export const brokenPlurals = (tree: unknown): readonly string[] => {
  const keys = new Set(keysOf(tree));
  return [...keys]
    .filter((key) => PLURAL.test(key))
    .flatMap((key) => ["_one", "_other"].map((form) => key.replace(PLURAL, form)))
    .filter((key, at, all) => !keys.has(key) && all.indexOf(key) === at);
};
