import type { z } from "zod";
import { err, ok, type Result } from "#core/result";
import { PracticePeopleResponse, SessionResponse, type SignInRequest } from "#core/schema/wire";
import type { TransportError } from "./transport";

/** Why nobody was signed in. `NotSignedIn` is a wrong name or passphrase; the server does not say which. */
export type SignInError = TransportError | { readonly type: "NotSignedIn" } | { readonly type: "TooOften" };

/** Who this browser is signed in as, at the server that the page came from. */
export interface Sessions {
  readonly ask: () => Promise<Result<SessionResponse, TransportError>>;
  readonly practicePeople: () => Promise<Result<PracticePeopleResponse, TransportError>>;
  readonly signIn: (request: SignInRequest) => Promise<Result<SessionResponse, SignInError>>;
  /** Ends the session; without a connection the server keeps it until it runs out. */
  readonly signOut: () => Promise<Result<void, TransportError>>;
}

export const createSessions = (fetch: typeof globalThis.fetch, timeoutMs = 15_000): Sessions => {
  const ask = async (path: string, request: RequestInit): Promise<Result<Response, TransportError>> => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      return ok(await fetch(path, { ...request, credentials: "same-origin", cache: "no-store", signal }));
    } catch {
      // Whatever fetch throws, there was no answer: for the caller that is all there is to know.
      return err({ type: "NoAnswer" });
    }
  };
  const read = async <T>(answer: Result<Response, TransportError>, schema: z.ZodType<T>) =>
    answer.ok ? readAnswer(answer.value, schema) : answer;

  return {
    ask: async () => read(await ask("/api/session", {}), SessionResponse),
    practicePeople: async () => read(await ask("/api/practice/people", {}), PracticePeopleResponse),
    signIn: async (request) => {
      const answer = await ask("/api/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(request),
      });
      if (answer.ok && answer.value.status === 401) return err({ type: "NotSignedIn" });
      if (answer.ok && answer.value.status === 429) return err({ type: "TooOften" });
      return read(answer, SessionResponse);
    },
    signOut: async () => {
      const answer = await ask("/api/session", { method: "DELETE" });
      return answer.ok ? ok(undefined) : answer;
    },
  };
};

const readAnswer = async <T>(answer: Response, schema: z.ZodType<T>): Promise<Result<T, TransportError>> => {
  if (answer.status >= 500) return err({ type: "ServerBusy", status: answer.status });
  if (!answer.ok) return err({ type: "SaidNo", status: answer.status });
  try {
    const parsed = schema.safeParse(await answer.json());
    return parsed.success ? ok(parsed.data) : err({ type: "NoAnswer" });
  } catch {
    // Not JSON: a hotel's sign-in page, say. It is not our server's answer.
    return err({ type: "NoAnswer" });
  }
};
