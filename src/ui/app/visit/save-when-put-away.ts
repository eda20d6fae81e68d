import type { Saving } from "./saving";

/**
 * Saves at once in the last moments a page is sure to have: put away, switched, closed. Where something on the page is
 * not saved, the browser asks before it closes; where all is saved, nobody is asked.
 */
export const saveWhenPutAway = (saving: Pick<Saving, "status" | "flush">, signal: AbortSignal): void => {
  const saveNow = (): void => {
    if (saving.status.get().kind === "saving") void saving.flush();
  };
  const askFirst = (event: BeforeUnloadEvent): void => {
    saveNow();
    if (isUnsaved(saving)) event.preventDefault();
  };
  globalThis.addEventListener("beforeunload", askFirst, { signal });
  globalThis.addEventListener("pagehide", saveNow, { signal });
  globalThis.document.addEventListener("visibilitychange", saveNow, { signal });
};

const isUnsaved = ({ status }: Pick<Saving, "status">): boolean => ["saving", "failed"].includes(status.get().kind);
