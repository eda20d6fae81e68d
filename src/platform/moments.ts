/** What tells that the world outside may be reachable again, or that somebody looks. */
export interface MomentsDeps {
  readonly window: Pick<Window, "addEventListener" | "removeEventListener">;
  readonly page: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;
}

/** Calls back when a connection comes and when the app is brought to the front; the answer stops it. */
export const onGoodMoments = ({ window, page }: MomentsDeps, callBack: () => void): (() => void) => {
  const shown = (): void => {
    if (page.visibilityState === "visible") callBack();
  };
  window.addEventListener("online", callBack);
  page.addEventListener("visibilitychange", shown);
  return () => {
    window.removeEventListener("online", callBack);
    page.removeEventListener("visibilitychange", shown);
  };
};
