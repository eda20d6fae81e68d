/** The languages that the app itself speaks. `ar-XB` is made from English to check right-to-left pages. */
export const LANGUAGES = ["en-GB", "ar-XB"] as const;
export type AppLanguage = (typeof LANGUAGES)[number];

export const isAppLanguage = (tag: string): tag is AppLanguage => LANGUAGES.some((language) => language === tag);

const RIGHT_TO_LEFT = new Set(["ar", "ckb", "fa", "he", "ps", "sd", "ur", "yi"]);

export const directionOf = (tag: string): "ltr" | "rtl" => (RIGHT_TO_LEFT.has(tag.split("-")[0] ?? "") ? "rtl" : "ltr");

/** For dates and lists: the made-up language has no rules of its own. */
export const formatLocaleOf = (tag: string): string => (tag === "ar-XB" ? "en-GB" : tag);
