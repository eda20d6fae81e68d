import type { Store } from "./store";

/** A request came before the store was open. */
export class NotOpenYet extends Error {
  readonly statusCode = 503;
  readonly code = "NOT_OPEN_YET";
}

/**
 * A store that is still being opened, to be served with meanwhile: the app's pages need none, and an embedded database
 * takes seconds to make.
 *
 * Errors  `NotOpenYet` for all work until it is open. What `opening` fails with is its maker's business.
 */
export const storeWhenOpen = (opening: Promise<Store>): Store => {
  let opened: Store | undefined;
  opening.then(
    (store) => (opened = store),
    () => undefined,
  );
  const now = (): Store => {
    if (opened === undefined) throw new NotOpenYet();
    return opened;
  };
  return {
    get facts() {
      return now().facts;
    },
    asAccount: async (who, work, snapshot) => now().asAccount(who, work, snapshot),
    asDesk: async (work) => now().asDesk(work),
    asAuditor: async (work) => now().asAuditor(work),
    asCounter: async (work) => now().asCounter(work),
    condition: () => opened?.condition() ?? Promise.resolve("opening"),
    close: async () => {
      await (await opening).close();
    },
  };
};
