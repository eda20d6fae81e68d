const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Keeps a name's own direction inside a sentence of another; nothing is added where there is nothing to keep. */
export const isolated = (text: string, direction: "ltr" | "rtl"): string =>
  direction === "rtl" || RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;

/** The direction of a text by its first letter that has one. */
export const directionOf = (text: string, otherwise: "ltr" | "rtl"): "ltr" | "rtl" => {
  const first = /\p{L}/u.exec(text)?.[0];
  if (first === undefined) return otherwise;
  return RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
};

/** Puts values into the places of a text, each kept to its own direction. A place without a value is a bug. */
export const fill = (
  text: string,
  values: Readonly<Record<string, string>>,
  direction: "ltr" | "rtl" = "ltr",
): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the words name "${name}", and nobody gave it`);
    return isolated(value, direction);
  });
