import { z } from "zod";
import { type AppLanguage, LANGUAGES } from "../i18n/languages";

/** How one person likes the app. Holds nothing about any family. */
export const PreferenceValues = z.object({
  language: z.enum(LANGUAGES).catch("en-GB"),
  theme: z.enum(["system", "light", "dark"]).catch("system"),
  spacing: z.enum(["usual", "larger"]).catch("usual"),
  strandsPage: z.enum(["one", "all"]).catch("one"),
});
export type PreferenceValues = z.infer<typeof PreferenceValues>;

/** Keeps a person's preferences and shows them on the document at once. */
export interface Preferences {
  /**
   * From now on these are one person's own; `personKey` names nobody. Whoever has none yet takes what the screen shows.
   */
  readonly belongTo: (personKey: string) => void;
  readonly get: () => PreferenceValues;
  readonly set: (change: Partial<PreferenceValues>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A small text store with names, such as the browser's. */
export interface KeptTexts {
  readonly read: (name: string) => string | null;
  readonly write: (name: string, text: string) => void;
}

const SHOWN_LAST = "preferences";

/**
 * Preferences over a small text store. Each person has their own; what the screen showed last is kept beside them, for
 * the way in, where nobody is here yet.
 *
 * Missing  a store that is empty, full or forbidden gives the usual preferences; nothing else depends on it.
 */
export const createPreferences = (kept: KeptTexts, apply: (values: PreferenceValues) => void): Preferences => {
  const read = (name: string): PreferenceValues | undefined => {
    const text = orElse(() => kept.read(name), null);
    return text === null ? undefined : PreferenceValues.parse(parsedOrEmpty(text));
  };
  let ownName: string | undefined;
  let values = read(SHOWN_LAST) ?? PreferenceValues.parse({});
  const listeners = new Set<() => void>();
  const show = (next: PreferenceValues): void => {
    values = next;
    apply(values);
    const text = JSON.stringify(values);
    for (const name of ownName === undefined ? [SHOWN_LAST] : [ownName, SHOWN_LAST])
      orElse(() => {
        kept.write(name, text);
      }, undefined);
    for (const listener of listeners) listener();
  };
  apply(values);
  return {
    get: () => values,
    belongTo: (personKey) => {
      ownName = `${SHOWN_LAST}.${personKey}`;
      show(read(ownName) ?? values);
    },
    set: (change) => {
      show({ ...values, ...change });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** A browser that forbids its text store, or whose store is full, throws: the preferences are then not kept. */
const orElse = <T>(attempt: () => T, otherwise: T): T => {
  try {
    return attempt();
  } catch {
    return otherwise;
  }
};

const parsedOrEmpty = (text: string): object => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};

export type { AppLanguage };
