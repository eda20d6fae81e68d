import type { RunningApp } from "../app";

/** A way to a running server over a real connection, as a browser that is signed in has it. */
export interface WayOver {
  readonly fetch: typeof globalThis.fetch;
  /** Pushes that were on their way when the connection broke: neither side knows what became of them. */
  readonly brokenPushes: () => number;
}

/** Asks a server, which may be killed meanwhile and come back at the same address. */
export const fetchOver = (app: Pick<RunningApp, "origin">, cookie: string): WayOver => {
  let broken = 0;
  return {
    fetch: async (path, init) => {
      const headers = { ...(init?.headers as Record<string, string>), origin: app.origin, cookie };
      try {
        return await globalThis.fetch(`${app.origin}${path as string}`, { ...init, headers });
      } catch (error) {
        const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
        if (path === "/api/sync/push" && cause?.code !== "ECONNREFUSED") broken += 1;
        throw error;
      }
    },
    brokenPushes: () => broken,
  };
};
