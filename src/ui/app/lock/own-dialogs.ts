import type { FileHandOver } from "#platform/file-hand-over";
import type { Lock } from "./create-lock";

/** What is handed over takes the page from the front within this time, or not at all. */
const TAKES_FRONT_WITHIN_MS = 3_000;

/**
 * The same hand-over, which keeps the page from being covered while a file is shared, opened or saved: the page is then
 * behind something that the app itself brought to the front.
 */
export const holdingOpen = (
  handOver: FileHandOver,
  heard: Lock["heard"],
  page: Pick<Document, "visibilityState" | "addEventListener">,
): FileHandOver => {
  /** Few browsers say when a file that was opened is closed again: the page is then shown. */
  const untilShownAgain = (): void => {
    heard("dialog-opened");
    const over = new AbortController();
    const close = (): void => {
      over.abort();
      heard("dialog-closed");
    };
    const timer = setTimeout(() => {
      if (page.visibilityState !== "hidden") close();
    }, TAKES_FRONT_WITHIN_MS);
    page.addEventListener(
      "visibilitychange",
      () => {
        if (page.visibilityState === "hidden") return;
        clearTimeout(timer);
        close();
      },
      { signal: over.signal },
    );
  };
  const { share } = handOver;
  return {
    save: (file) => {
      untilShownAgain();
      handOver.save(file);
    },
    open: (file) => {
      untilShownAgain();
      return handOver.open(file);
    },
    ...(share === undefined
      ? {}
      : {
          share: async (file) => {
            heard("dialog-opened");
            try {
              return await share(file);
            } finally {
              heard("dialog-closed");
            }
          },
        }),
  };
};
