const LATIN = "abcdefghijklmnopqrstuvwxyz";
const HEBREW = "אבגדהוזחטיכלמנסעפצקרשתךםןף";

/**
 * Turns words into a made-up right-to-left language that still reads in place: brackets at both ends show text that is
 * cut, and any Latin letter left on a screen is text that no locale holds.
 *
 * Shape  placeholders `{{…}}` and tags `<…>` pass untouched.
 */
export const toPseudo = (text: string): string => {
  const parts = text.split(/(\{\{[^}]*\}\}|<[^>]*>)/);
  const turned = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/[a-z]/gi, (letter) => HEBREW.charAt(LATIN.indexOf(letter.toLowerCase()))),
  );
  return `⟦${turned.join("")}⟧`;
};

/**
 * The same for every text in a tree of words; what is not text stays. English counts one and other; the made-up
 * language counts as Arabic does, so `_other` stands for its further plurals too.
 */
export const pseudoTree = <T>(tree: T): T => {
  if (typeof tree === "string") return toPseudo(tree) as T;
  if (Array.isArray(tree)) return tree.map((each: unknown) => pseudoTree(each)) as T;
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      [key, ...furtherPlurals(key)].map((each) => [each, pseudoTree<unknown>(value)]),
    ),
  ) as T;
};

const furtherPlurals = (key: string): readonly string[] =>
  key.endsWith("_other") ? ["zero", "two", "few", "many"].map((form) => key.replace(/other$/, form)) : [];
