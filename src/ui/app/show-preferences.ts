import { directionOf } from "../i18n/languages";
import type { PreferenceValues } from "./preferences";

const darkByDevice = globalThis.matchMedia("(prefers-color-scheme: dark)");
let shown: PreferenceValues | undefined;

/** Shows language, direction, theme and spacing on the document; "as the device" follows the device from then on. */
export const showOnDocument = (values: PreferenceValues): void => {
  shown = values;
  const root = document.documentElement;
  root.lang = values.language;
  root.dir = directionOf(values.language);
  root.dataset["theme"] = values.theme === "system" ? (darkByDevice.matches ? "dark" : "light") : values.theme;
  root.dataset["spacing"] = values.spacing;
};

darkByDevice.addEventListener("change", () => {
  if (shown !== undefined) showOnDocument(shown);
});
