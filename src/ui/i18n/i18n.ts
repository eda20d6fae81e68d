import { type BackendModule, createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { AppLanguage } from "./languages";

const english = import.meta.glob<{ readonly default: object }>("./en-GB/*.json");

/** Brings the words of one part of the app when that part is opened; they are precached like any other script. */
const wordsBackend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    loadWords(language, namespace).then(
      (words) => {
        done(null, words);
      },
      (reason: unknown) => {
        done(reason instanceof Error ? reason : new Error("words not loaded"), false);
      },
    );
  },
};

const loadWords = async (language: string, namespace: string): Promise<object> => {
  const load = english[`./en-GB/${namespace}.json`];
  if (load === undefined) throw new Error(`no words for ${namespace}`);
  const words = (await load()).default;
  return language === "ar-XB" ? (await import("./pseudo")).pseudoTree(words) : words;
};

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_DIRECTIONAL_ISOLATE = "\u2069";

/** Sets what is put into a sentence apart where it has letters that run from right to left. */
export const isolated = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}` : text;

/** Loads more words. Errors  throws where they did not come. */
export const loadMoreWords = async (words: i18n, namespace: string): Promise<void> => {
  await words.loadNamespaces(namespace);
  if (!words.hasLoadedNamespace(namespace)) throw new Error(`no words for ${namespace}`);
};

/** The words of the app in one language, ready for the first screen. */
export const createWords = async (language: AppLanguage): Promise<i18n> => {
  const words = createInstance();
  await words
    .use(wordsBackend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ["everywhere", "unlock"],
      defaultNS: "everywhere",
      // React escapes. This keeps a name of another direction from turning the sentence around it.
      interpolation: { escapeValue: true, escape: isolated },
      returnNull: false,
    });
  return words;
};
