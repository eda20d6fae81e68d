import type { createLockChannel } from "../../src/ui/app/lock/lock-channel";

type Channel = Parameters<typeof createLockChannel>[0];

/** Windows of one browser: each call gives another window's end of the same channel, which hears all but itself. */
export const windowsTogether = (): (() => Channel) => {
  const ends = new Set<Set<(event: MessageEvent) => void>>();
  return () => {
    const listeners = new Set<(event: MessageEvent) => void>();
    ends.add(listeners);
    return {
      postMessage: (data: unknown) => {
        for (const end of ends) {
          if (end === listeners) continue;
          for (const listener of end) listener({ data } as MessageEvent);
        }
      },
      addEventListener: (_type: string, listener: unknown) => {
        listeners.add(listener as (event: MessageEvent) => void);
      },
      removeEventListener: (_type: string, listener: unknown) => {
        listeners.delete(listener as (event: MessageEvent) => void);
      },
    };
  };
};
