import type { z } from "zod";
import { err, ok, type Result } from "#core/result";
import {
  ACCOUNT_HEADER,
  DigestResponse,
  OwnQuestionnaireFiles,
  type OwnQuestionnaireName,
  POLICY_HEADER,
  PullResponse,
  PushResponse,
  type PullRequest,
  type PushRequest,
} from "#core/schema/wire";
import { UNSENT_HEADER, type UnsentSaid, unsentText } from "#core/schema/overview-wire";
import { type Asked, createAsk, errorOf, readAnswer, readText, type TransportError } from "./ask-server";
import { packed } from "./packed";

/** What the runner asks of the server. */
export interface Transport {
  readonly push: (request: PushRequest) => Promise<Result<PushResponse, TransportError>>;
  /** Whether the server has just what this digest stands for; it is told how much is not delivered. */
  readonly compare: (digest: string, unsent?: UnsentSaid) => Promise<Result<Compared, TransportError>>;
  readonly pull: (request: PullRequest) => Promise<Result<PullResponse, TransportError>>;
  /** One of the area's own questionnaires; what is not what its name says is no answer. */
  readonly questionnaire: (name: OwnQuestionnaireName) => Promise<Result<OwnQuestionnaireFiles, TransportError>>;
}

/** What the server says to a digest; `policyVersion` is there where nothing is different. */
export type Compared =
  { readonly isSame: false } | { readonly isSame: true; readonly policyVersion: string | undefined };

export interface TransportDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Whose work this is: a session of anybody else is as good as none. */
  readonly accountId: string;
  readonly sha256: (text: string) => Promise<string>;
  readonly timeoutMs?: number;
}

/** Talks to the server that the page came from. What it answers goes through zod; anything else is no answer. */
export const createTransport = ({ fetch, accountId, sha256, timeoutMs = 30_000 }: TransportDeps): Transport => {
  const askServer = createAsk({ fetch, timeoutMs });
  const send = async (path: string, request: Asked): Promise<Result<Response, TransportError>> => {
    const answer = await askServer(path, { ...request, headers: { ...request.headers, [ACCOUNT_HEADER]: accountId } });
    return !answer.ok || answer.value.ok ? answer : err(errorOf(answer.value));
  };

  const post = async (
    path: string,
    message: unknown,
    headers: Asked["headers"] = {},
  ): Promise<Result<Response, TransportError>> => {
    const { body, encoding } = await packed(JSON.stringify(message));
    const about = { "content-type": "application/json", ...encoding, ...headers };
    return send(path, { method: "POST", headers: about, body });
  };

  const ask = async <T>(path: string, message: unknown, schema: z.ZodType<T>): Promise<Result<T, TransportError>> => {
    const answer = await post(path, message);
    return answer.ok ? readAnswer(answer.value, schema) : answer;
  };

  return {
    push: (request) => ask("/api/sync/push", request, PushResponse),
    pull: (request) => ask("/api/sync/pull", request, PullResponse),
    compare: async (digest, unsent) => {
      const said = unsent === undefined ? {} : { [UNSENT_HEADER]: unsentText(unsent) };
      const answer = await post("/api/sync/digest", { digest }, said);
      if (!answer.ok) return answer;
      if (answer.value.status === 204) {
        return ok({ isSame: true, policyVersion: answer.value.headers.get(POLICY_HEADER) ?? undefined });
      }
      const different = await readAnswer(answer.value, DigestResponse);
      return different.ok ? ok({ isSame: false }) : different;
    },
    questionnaire: async ({ id, version, sha256: expected }) => {
      const answer = await send(`/api/questionnaires/${id}/${version}`, { method: "GET" });
      if (!answer.ok) return answer;
      const text = await answer.value.text().catch(() => "");
      if ((await sha256(text)) !== expected) return err({ type: "NoAnswer" });
      return readText(text, OwnQuestionnaireFiles);
    },
  };
};
