import type { Slug } from "../../schema/ids";

/**
 * Gives foreign names a name of ours: the same where it can be, and never the same for two.
 *
 * Shape  the same names in the same order always come out the same.
 */
export const createNames = () => {
  const taken = new Set<Slug>();
  return (foreign: string, fallback: string): Slug => {
    const plain = asSlug(foreign) || fallback;
    let name = plain;
    for (let count = 2; taken.has(name); count += 1) name = `${plain}-${count}`;
    taken.add(name);
    return name;
  };
};

/** The nearest name in lower-case letters, digits, hyphens and full stops; empty where nothing of it is left. */
export const asSlug = (foreign: string): Slug => {
  const slug = foreign
    .normalize("NFKD")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9.]+/g, "-")
    .replace(/[-.]*\.[-.]*/g, ".")
    .slice(0, LONGEST)
    .replace(/^[-.]+|[-.]+$/g, "");
  return slug === "constructor" ? "" : slug;
};

// Room for a number behind it: a page's name may have 60 characters.
const LONGEST = 50;

/** Whether a foreign name looks like a way through folders, and is meant to be one or will be taken for one. */
export const looksLikePath = (foreign: string): boolean => /(?:^|[/\\])\.\.?(?:[/\\]|$)/.test(foreign);
