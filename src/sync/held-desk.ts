import type { z } from "zod";
import { err, ok, type Result } from "#core/result";
import {
  DecidedResponse,
  type DecideHeldRequest,
  DecideHeldResponse,
  HeldResponse,
  OpenHeldResponse,
} from "#core/schema/held-wire";
import { OverviewResponse } from "#core/schema/overview-wire";
import { ACCOUNT_HEADER, ErrorResponse } from "#core/schema/wire";
import { createAsk, errorOf, readAnswer, readText, type TransportError } from "./ask-server";

/** What stays held, and why it cannot be taken in: the server's name for it. */
export interface StillHeld {
  readonly type: "StillHeld";
  readonly reason: string;
}

/** What is held safely, as the server has it: for the records keeper, and what was decided, for its sender. */
export interface HeldDesk {
  readonly list: () => Promise<Result<HeldResponse["held"], TransportError>>;
  /** The server writes down each time that this is asked. */
  readonly open: (opId: string) => Promise<Result<OpenHeldResponse, TransportError>>;
  readonly decide: (
    request: DecideHeldRequest,
  ) => Promise<Result<DecideHeldResponse["decision"], TransportError | StillHeld>>;
  /** What of everybody's work is not in, for whoever leads the service. */
  readonly overview: () => Promise<Result<OverviewResponse["practitioners"], TransportError>>;
  readonly decided: () => Promise<Result<DecidedResponse["decided"], TransportError>>;
}

const STILL_HELD = "still-held-";

/** Asks the server that the page came from, as one person. */
export const createHeldDesk = ({
  fetch,
  accountId,
  timeoutMs = 30_000,
}: {
  readonly fetch: typeof globalThis.fetch;
  readonly accountId: string;
  readonly timeoutMs?: number;
}): HeldDesk => {
  const askServer = createAsk({ fetch, timeoutMs });
  const headers = { [ACCOUNT_HEADER]: accountId };
  const send = (path: string, message?: unknown) =>
    askServer(
      path,
      message === undefined
        ? { method: "GET", headers }
        : {
            method: "POST",
            headers: { ...headers, "content-type": "application/json" },
            body: JSON.stringify(message),
          },
    );
  const ask = async <T>(schema: z.ZodType<T>, path: string, message?: unknown): Promise<Result<T, TransportError>> => {
    const answer = await send(path, message);
    if (!answer.ok) return answer;
    return answer.value.ok ? readAnswer(answer.value, schema) : err(errorOf(answer.value));
  };
  return {
    list: async () => {
      const answer = await ask(HeldResponse, "/api/held");
      return answer.ok ? ok(answer.value.held) : answer;
    },
    open: (opId) => ask(OpenHeldResponse, "/api/held/open", { opId }),
    overview: async () => {
      const answer = await ask(OverviewResponse, "/api/overview");
      return answer.ok ? ok(answer.value.practitioners) : answer;
    },
    decided: async () => {
      const answer = await ask(DecidedResponse, "/api/held/decided");
      return answer.ok ? ok(answer.value.decided) : answer;
    },
    decide: async (request) => {
      const answer = await send("/api/held/decide", request);
      if (!answer.ok) return answer;
      if (answer.value.ok) {
        const read = await readAnswer(answer.value, DecideHeldResponse);
        return read.ok ? ok(read.value.decision) : read;
      }
      const said = readText(await answer.value.text().catch(() => ""), ErrorResponse);
      if (said.ok && said.value.error.startsWith(STILL_HELD)) {
        return err({ type: "StillHeld", reason: said.value.error.slice(STILL_HELD.length) });
      }
      return err(errorOf(answer.value));
    },
  };
};
