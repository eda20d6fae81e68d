import type { Saving } from "./saving";

/** Saves at once in the last moments a page is sure to have: put away, switched, closed. */
export const saveWhenPutAway = (saving: Pick<Saving, "status" | "flush">, signal: AbortSignal): void => {
  const saveNow = (): void => {
    if (saving.status.get().kind === "saving") void saving.flush();
  };
  globalThis.addEventListener("pagehide", saveNow, { signal });
  globalThis.document.addEventListener("visibilitychange", saveNow, { signal });
};
