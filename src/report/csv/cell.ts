/** What a spreadsheet may take for the start of a formula, also where it is written full-width or small. */
const FORMULA = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B\\u2212]";
/** White space and signs that cannot be seen: a spreadsheet may trim them, and then reads on. */
const UNSEEN = "(?:(?![\\t\\r\\n])[\\p{Z}\\p{C}])*";
/**
 * [Note: A cell begins where a spreadsheet thinks so]
 * In a country where lists are written with semicolons, a spreadsheet splits a row there, whatever is quoted. So a
 * formula is not let begin after anything that may be taken for the end of a cell either.
 */
const BEGINS = '(?<=^|[;,|"\\t\\r\\n])';
const DANGER = `(?:'*${UNSEEN}${FORMULA}|(?<=^'*)'*[\\t\\r\\n])`;

const BEFORE_DANGER = new RegExp(`${BEGINS}(?=${DANGER})`, "gu");
const MARK_BEFORE_DANGER = new RegExp(`${BEGINS}'(?=${DANGER})`, "gu");

/**
 * A word that no spreadsheet works out: an apostrophe stands before what might begin a formula.
 *
 * Laws  1. `wordOfCell` gives the word back, whatever it was, also one that begins with apostrophes
 *       2. no cell, nor what follows a separator in it, begins with a sign of a formula, a tab or a line's end
 *       (tests/property/csv-cell.test.ts)
 */
export const cellOfWord = (word: string): string => word.replaceAll(BEFORE_DANGER, "'");

/** The word that somebody wrote, from a cell that a CSV reader gave. */
export const wordOfCell = (cell: string): string => cell.replaceAll(MARK_BEFORE_DANGER, "");

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows as CSV: each cell in quotes, each row ended by CRLF, and a byte order mark by which spreadsheets know UTF-8.
 *
 * Missing  a column that a row does not name is an empty cell.
 * Source   RFC 4180
 */
export const csvOf = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Readonly<Record<Column, string>>>[],
): string => {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
};

const quoted = (word: string): string => `"${cellOfWord(word).replaceAll('"', '""')}"`;
