import type { z } from "zod";
import { err, ok, type Result } from "#core/result";
import { TAKEN_OFF_STATUS } from "#core/schema/wire";

/** Why the server did not answer as it should. Holds names only. */
export type TransportError =
  /** No answer at all: no signal, a dead server, a page of somebody else's. */
  | { readonly type: "NoAnswer" }
  /** The session has ended, or there is none. */
  | { readonly type: "SignedOut" }
  /** The server answered and could not: it is busy, starting, or broken. It may say for how long to leave it alone. */
  | { readonly type: "ServerBusy"; readonly status: number; readonly waitMs?: number }
  /** This device was taken off: nothing that it sends is taken in until somebody lets it back. */
  | { readonly type: "TakenOff" }
  /** Somebody stopped it for now. */
  | { readonly type: "Stopped" }
  /** The server no longer takes in what this version of the app says: it has to be brought up to date first. */
  | { readonly type: "AppTooOld" }
  /** The server understood and said no; asking again in the same words is no use. */
  | { readonly type: "SaidNo"; readonly status: number };

/** A question to the server that the page came from. */
export interface Asked extends Pick<RequestInit, "method" | "body"> {
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AskDeps {
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
}

/**
 * Asks the server that the page came from. Whatever it answers, a no too, is an answer.
 *
 * Errors  `NoAnswer`.
 */
export const createAsk =
  ({ fetch, timeoutMs }: AskDeps) =>
  async (path: string, request: Asked): Promise<Result<Response, TransportError>> => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      return ok(await fetch(path, { ...request, credentials: "same-origin", cache: "no-store", signal }));
    } catch {
      // Whatever fetch throws, there was no answer: for the caller that is all there is to know.
      return err({ type: "NoAnswer" });
    }
  };

/** What an answer that is none of the good ones means. */
export const errorOf = ({ status, headers }: Pick<Response, "status" | "headers">): TransportError => {
  if (status === 401) return { type: "SignedOut" };
  if (status === TAKEN_OFF_STATUS) return { type: "TakenOff" };
  if (status === 408 || status === 429 || status >= 500) return { type: "ServerBusy", status, ...waitIn(headers) };
  return { type: "SaidNo", status };
};

/** A date, which the header may hold too, is not read: a device's clock may be anything. */
const waitIn = (headers: Headers): { readonly waitMs?: number } => {
  const seconds = headers.get("retry-after") ?? "";
  return /^\d{1,4}$/.test(seconds) ? { waitMs: Number(seconds) * 1_000 } : {};
};

/** Reads a good answer by its schema; what does not fit is no answer of our server's. */
export const readAnswer = async <T>(answer: Response, schema: z.ZodType<T>): Promise<Result<T, TransportError>> =>
  readText(await answer.text().catch(() => ""), schema);

export const readText = <T>(text: string, schema: z.ZodType<T>): Result<T, TransportError> => {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : err({ type: "NoAnswer" });
  } catch {
    // Cut short, or not JSON: a hotel's sign-in page, say.
    return err({ type: "NoAnswer" });
  }
};
