import { pseudoTree } from "./pseudo";

/** A questionnaire's words in the made-up right-to-left language. */
export const pseudoWording = <W extends { readonly language: string }>(wording: W): W => ({
  ...pseudoTree(wording),
  language: "ar-XB",
});
