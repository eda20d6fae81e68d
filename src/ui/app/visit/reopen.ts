import { createContext, use } from "react";

export const ReopenContext = createContext<(() => void) | null>(null);

/** Opens what the address names once more: after a draft was finished, as the record that it became. */
export const useReopen = (): (() => void) => {
  const reopen = use(ReopenContext);
  if (reopen === null) throw new Error("a page of a visit was shown outside a visit");
  return reopen;
};
