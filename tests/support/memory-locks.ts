/** The Web Locks of one browser, for tests in Node, which has none: exclusive locks in order of asking. */
export const createMemoryLocks = (): Pick<LockManager, "request" | "query"> => {
  const held = new Set<string>();
  const waiting: { name: string; grant: () => void }[] = [];

  const next = (name: string): void => {
    const index = waiting.findIndex((each) => each.name === name);
    if (index >= 0 && !held.has(name)) waiting.splice(index, 1)[0]?.grant();
  };
  const request = (
    name: string,
    { signal, ifAvailable = false }: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const asked = {
        name,
        grant: () => {
          held.add(name);
          void Promise.resolve(callback({ name, mode: "exclusive" }))
            .finally(() => {
              held.delete(name);
              next(name);
            })
            .then(resolve, reject);
        },
      };
      signal?.addEventListener("abort", () => {
        const index = waiting.indexOf(asked);
        if (index < 0) return;
        waiting.splice(index, 1);
        reject(new DOMException("the request was given up", "AbortError"));
      });
      if (ifAvailable && signal !== undefined) reject(new DOMException("one or the other", "NotSupportedError"));
      else if (ifAvailable && held.has(name)) void Promise.resolve(callback(null)).then(resolve, reject);
      else waiting.push(asked);
      setTimeout(() => {
        next(name);
      });
    });
  return {
    request: request as LockManager["request"],
    query: () =>
      Promise.resolve({ held: [...held].map((name) => ({ name, mode: "exclusive" as const })), pending: [] }),
  };
};
