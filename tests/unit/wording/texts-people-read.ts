import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** One text that somebody reads: in which file, at which place of it, and what it says. */
export interface Text {
  readonly file: string;
  readonly at: string;
  readonly says: string;
}

const root = join(import.meta.dirname, "../../..");

export const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** The files below a folder whose path there ends like this, each from the root of the repository. */
export const filesBelow = (folder: string, ends: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => ends.test(path))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .toSorted();

/** Every text of a tree with the keys that lead to it; a key is no text, and neither is an id. */
export const textsInTree = (file: string, tree: unknown, at = ""): readonly Text[] => {
  if (typeof tree === "string") return isId(tree) ? [] : [{ file, at, says: tree }];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, inner]) => textsInTree(file, inner, at === "" ? key : `${at} ${key}`));
};

const isId = (text: string): boolean => /^[a-z]{2}-[A-Z]{2}$|^[\da-f]{8}-[\da-f-]{27}$/.test(text);

/** The paragraphs and rows of a page, without code: a command or a field keeps the name that it has. */
export const textsInMarkdown = (file: string, page: string): readonly Text[] =>
  page
    .replaceAll(/^ *```[\s\S]*?^ *```$/gm, "")
    .replaceAll(/`[^`\n]*`/g, "`…`")
    .split(/\n(?=\n|\||[-*\d])/)
    .map((part) => part.replaceAll(/\s+/g, " ").trim())
    .filter((says) => says !== "")
    .map((says) => ({ file, at: says.slice(0, 40), says }));

/** What stands between quotation marks in a source, gaps left open: where the words are in code, as a server's are. */
export const textsInCode = (file: string, source: string): readonly Text[] => {
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push({ file, at: node.text.slice(0, 40), says: node.text });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ESNext));
  return found.filter(({ says }) => /\p{L} \p{L}/u.test(says));
};

/** What a page's own HTML says: its text, and the attributes that are read out or shown. */
export const textsInHtml = (file: string, html: string): readonly Text[] =>
  [...html.matchAll(/(?:content|title|alt|aria-label)="([^"]*)"|>([^<>]+)</g)]
    .map(([, attribute, text]) => (attribute ?? text ?? "").trim())
    .filter((says) => says !== "")
    .map((says) => ({ file, at: says.slice(0, 40), says }));

const json = (file: string): readonly Text[] => textsInTree(file, JSON.parse(read(file)));
const markdown = (file: string): readonly Text[] => textsInMarkdown(file, read(file));

const LANGUAGE = /(?:^|\/)[a-z]{2}(?:-[A-Z]{2})?(?:\/[^/]+)?\.json$/;

/** The app's words, in each language that lies there. */
export const screens = filesBelow("src/ui/i18n", LANGUAGE).flatMap(json);
/** The words that a document adds to what people said. */
export const documents = filesBelow("src/report/words", LANGUAGE).flatMap(json);
/** Questionnaires and strategies. */
export const questionnaires = filesBelow("questionnaires", LANGUAGE).flatMap(json);
/** What made-up people say and are called. */
export const practice = filesBelow("practice", /\.json$/).flatMap(json);
/** The README, and what is written about the words, the files and how it was built. */
export const pages = [
  "README.md",
  ...["docs", "practice", "questionnaires"].flatMap((folder) => filesBelow(folder, /\.md$/)),
].flatMap(markdown);
/** What stands outside the app's words: the page before it starts, the name on a home screen, a server's start. */
export const around = [
  ...textsInHtml("index.html", read("index.html")),
  ...textsInCode("vite.config.ts", /const manifest[\s\S]*?^\};$/m.exec(read("vite.config.ts"))?.[0] ?? ""),
  ...textsInCode("src/server/start-words.ts", read("src/server/start-words.ts")),
];
