import { z } from "zod";

/**
 * What the windows of one person tell each other: somebody is there; lock, all of you; a PIN was wrong. None of it
 * uncovers anything: each window is uncovered by what is typed in it.
 */
const Message = z.enum(["active", "lock", "wrong-pin"]);
export type LockMessage = z.infer<typeof Message>;

export interface LockChannel {
  readonly tell: (message: LockMessage) => void;
  /** Calls back for each message of another window; the answer stops it. */
  readonly subscribe: (listener: (message: LockMessage) => void) => () => void;
}

type Channel = Pick<BroadcastChannel, "postMessage" | "addEventListener" | "removeEventListener">;

export const createLockChannel = (channel: Channel): LockChannel => ({
  tell: (message) => {
    channel.postMessage(message);
  },
  subscribe: (listener) => {
    const heard = ({ data }: MessageEvent<unknown>): void => {
      const message = Message.safeParse(data);
      if (message.success) listener(message.data);
    };
    channel.addEventListener("message", heard);
    return () => {
      channel.removeEventListener("message", heard);
    };
  },
});
