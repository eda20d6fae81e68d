/** Which windows of this browser have whose families open. */
export interface OpenWindows {
  /** From now on, until this window is closed or dies. */
  readonly hold: (userId: string) => Promise<void>;
  readonly isAnyOpen: (userId: string) => Promise<boolean>;
  readonly isAnotherOpen: (userId: string) => Promise<boolean>;
  /** Does this one thing in one window at a time. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

const PREFIX = "families:";

export const createOpenWindows = (locks: Pick<LockManager, "request" | "query">): OpenWindows => {
  const windowsOf = async (userId: string): Promise<number> => {
    const { held } = await locks.query();
    return (held ?? []).filter(({ name }) => name === PREFIX + userId).length;
  };
  return {
    hold: (userId) =>
      new Promise((resolve) => {
        void locks.request(PREFIX + userId, { mode: "shared" }, () => {
          resolve();
          return new Promise(() => undefined);
        });
      }),
    isAnyOpen: async (userId) => (await windowsOf(userId)) > 0,
    isAnotherOpen: async (userId) => (await windowsOf(userId)) > 1,
    inTurn: (work) => locks.request("unlocking", work),
  };
};
