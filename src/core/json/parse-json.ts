import { err, ok, type Result } from "../result";
import { createJsonCursor, NotJson } from "./json-cursor";

/** A place in the JSON, key by key, and what is wrong there. */
export interface JsonFault {
  readonly path: readonly string[];
  readonly reason: string;
}

export interface ParseLimits {
  readonly levels: number;
  readonly values: number;
}

/**
 * Reads JSON more strictly than `JSON.parse`, which takes the last of two equal keys, makes Infinity of 1e999 and lets
 * half a character pass, and whose messages differ from engine to engine and quote what they found.
 *
 * Errors  one fault where the text stops being JSON or goes beyond a limit; otherwise every fault.
 * Laws    1. what it accepts, it reads as `JSON.parse` does
 *         2. what `JSON.parse` refuses, it refuses
 * (tests/property/parse-json.test.ts)
 */
export const parseJson = (text: string, limits: ParseLimits): Result<unknown, readonly JsonFault[]> => {
  const cursor = createJsonCursor(text);
  const faults: JsonFault[] = [];
  const path: string[] = [];
  let values = 0;
  const fault = (reason: string): void => {
    faults.push({ path: [...path], reason });
  };

  const readValue = (): unknown => {
    values += 1;
    if (values > limits.values) throw new NotJson(`this holds more than ${limits.values} values`);
    // Levels are counted before going down: each is a call, and a call too many would end the program.
    if (path.length > limits.levels) throw new NotJson(`this goes more than ${limits.levels} levels deep`);
    if (cursor.takes("{")) return readObject();
    if (cursor.takes("[")) return readArray();
    if (cursor.isAt('"')) return readText();
    if (cursor.takesWord("true")) return true;
    if (cursor.takesWord("false")) return false;
    if (cursor.takesWord("null")) return null;
    const number = cursor.number();
    if (!Number.isFinite(number)) fault("this number is too large for any number");
    return number;
  };

  const readText = (): string => {
    const read = cursor.string();
    if (!read.isWellFormed()) fault("this text holds half of a character (a lone surrogate)");
    return read;
  };

  const readArray = (): unknown[] => {
    const items: unknown[] = [];
    if (cursor.takes("]")) return items;
    do {
      path.push(String(items.length));
      items.push(readValue());
      path.pop();
    } while (cursor.takes(","));
    cursor.needs("]");
    return items;
  };

  const readObject = (): Record<string, unknown> => {
    const read: Record<string, unknown> = {};
    if (cursor.takes("}")) return read;
    do {
      const key = cursor.string();
      cursor.needs(":");
      path.push(key);
      const reason = nameFault(key, read);
      if (reason !== undefined) fault(reason);
      const value = readValue();
      // A name that is a fault is not given: `__proto__` would change what kind of thing the object is.
      if (reason === undefined) read[key] = value;
      path.pop();
    } while (cursor.takes(","));
    cursor.needs("}");
    return read;
  };

  try {
    const value = readValue();
    cursor.end();
    return faults.length > 0 ? err(faults) : ok(value);
  } catch (error) {
    if (error instanceof NotJson) return err([{ path: [], reason: error.message }]);
    throw error;
  }
};

const nameFault = (key: string, before: object): string | undefined => {
  if (!key.isWellFormed()) return "this name holds half of a character (a lone surrogate)";
  if (MEANT_BY_JAVASCRIPT.has(key)) return `"${key}" cannot be a name: it means something to the program that reads it`;
  return Object.hasOwn(before, key) ? "this name is given twice" : undefined;
};

const MEANT_BY_JAVASCRIPT: ReadonlySet<string> = new Set(["__proto__", "constructor"]);
