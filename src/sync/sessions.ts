import type { z } from "zod";
import { err, ok, type Result } from "#core/result";
import { PracticePeopleResponse, SessionResponse, type SignInRequest } from "#core/schema/wire";
import { createAsk, errorOf, readAnswer, type TransportError } from "./ask-server";

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
  const ask = createAsk({ fetch, timeoutMs });
  const read = async <T>(answer: Result<Response, TransportError>, schema: z.ZodType<T>) => {
    if (!answer.ok) return answer;
    return answer.value.ok ? readAnswer(answer.value, schema) : err(errorOf(answer.value));
  };

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
