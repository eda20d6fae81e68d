import type { Wording } from "#core/schema/instrument";
import { pseudoTree } from "./pseudo";

/** A questionnaire's words in the made-up right-to-left language. */
export const pseudoWording = (wording: Wording): Wording => ({ ...pseudoTree(wording), language: "ar-XB" });
