import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { documentLanguage, type DocumentLanguage } from "#report/words/report-words";
import { directionOf, formatLocaleOf } from "../../i18n/languages";
import { pseudoTree } from "../../i18n/pseudo";

/** The reader's language where documents can be made in it, else English; the made-up one is made from English. */
export const useDocumentLanguage = (): DocumentLanguage => {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const own = documentLanguage(i18n.language);
    if (own.ok) return own.value;
    const english = documentLanguage("en-GB");
    if (!english.ok) throw new Error("documents have lost their English words");
    if (i18n.language !== "ar-XB") return english.value;
    return {
      tag: "ar-XB",
      direction: directionOf(i18n.language),
      locale: formatLocaleOf(i18n.language),
      words: pseudoTree(english.value.words),
    };
  }, [i18n.language]);
};
