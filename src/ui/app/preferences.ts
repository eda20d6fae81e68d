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
  readonly get: () => PreferenceValues;
  readonly set: (change: Partial<PreferenceValues>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Preferences over a small text store, such as the browser's.
 *
 * Missing  a store that is empty, full or forbidden gives the usual preferences; nothing else depends on it.
 */
export const createPreferences = (
  kept: { readonly read: () => string | null; readonly write: (text: string) => void },
  apply: (values: PreferenceValues) => void,
): Preferences => {
  let values = PreferenceValues.parse(parsedOrEmpty(orElse(kept.read, null)));
  const listeners = new Set<() => void>();
  apply(values);
  return {
    get: () => values,
    set: (change) => {
      values = { ...values, ...change };
      apply(values);
      orElse(() => {
        kept.write(JSON.stringify(values));
      }, undefined);
      for (const listener of listeners) listener();
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

const parsedOrEmpty = (text: string | null): object => {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};

export type { AppLanguage };
