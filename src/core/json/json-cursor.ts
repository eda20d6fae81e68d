/** Thrown where a text stops being JSON, and caught by `parseJson`; the message is the reason. */
export class NotJson extends Error {}

/** Goes through a JSON text from sign to sign; knows its words and marks, and nothing of how they nest. */
export interface JsonCursor {
  /** Whether this mark comes next, past white space. */
  readonly isAt: (mark: string) => boolean;
  readonly takes: (mark: string) => boolean;
  readonly needs: (mark: string) => void;
  readonly takesWord: (word: string) => boolean;
  readonly number: () => number;
  readonly string: () => string;
  /** Throws unless nothing but white space is left. */
  readonly end: () => void;
}

export const createJsonCursor = (text: string): JsonCursor => {
  let at = 0;

  const notJson = (what: string): NotJson => {
    const before = text.slice(0, at).split("\n");
    const character = (before.at(-1)?.length ?? 0) + 1;
    return new NotJson(`this is not JSON: line ${before.length}, character ${character}: ${what}`);
  };
  const pastSpace = (): void => {
    at += lengthOf(SPACE, text, at);
  };
  const isAt = (mark: string): boolean => {
    pastSpace();
    return text[at] === mark;
  };
  const takes = (mark: string): boolean => {
    const found = isAt(mark);
    if (found) at += 1;
    return found;
  };
  const escaped = (): string => {
    const letter = text[at + 1] ?? "";
    const meant = ESCAPES.get(letter);
    if (meant !== undefined) {
      at += 2;
      return meant;
    }
    const digits = text.slice(at + 2, at + 6);
    if (letter !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits)) throw notJson("a backslash stands before nothing");
    at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  };

  return {
    isAt,
    takes,
    needs: (mark) => {
      if (!takes(mark)) throw notJson(`"${mark}" is missing`);
    },
    takesWord: (word) => {
      pastSpace();
      const found = text.startsWith(word, at);
      if (found) at += word.length;
      return found;
    },
    number: () => {
      pastSpace();
      const length = lengthOf(NUMBER, text, at);
      if (length === 0) throw notJson(insteadOfAValue(text.slice(at, at + 9)));
      at += length;
      return Number(text.slice(at - length, at));
    },
    string: () => {
      if (!takes('"')) throw notJson("a text in double quotes is missing");
      let read = "";
      for (;;) {
        const length = lengthOf(PLAIN, text, at);
        read += text.slice(at, at + length);
        at += length;
        if (text[at] === "\\") read += escaped();
        else if (text[at] !== '"') throw notJson("a text does not end, or holds a line break or a tab as it is");
        else {
          at += 1;
          return read;
        }
      }
    },
    end: () => {
      pastSpace();
      if (at < text.length) throw notJson("something stands after the end");
    },
  };
};

const insteadOfAValue = (rest: string): string => {
  if (rest === "") return "it stops in the middle";
  if (/^-?(?:NaN|Infinity)/.test(rest)) return "NaN and Infinity are no numbers in JSON";
  if (/^\/[/*]/.test(rest)) return "there are no comments in JSON";
  if (/^[\]},]/.test(rest)) return "a comma with nothing after it";
  return "a value is missing";
};

/** How far a pattern reaches from a place on; 0 where it does not fit. */
const lengthOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Everything that may stand in a text as it is.
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" }),
);
