import { err, ok, type Result } from "#core/result";
import {
  DATABASE_HEADER,
  type GiveUpRequest,
  type ReturnedDraft,
  ReturnedResponse,
  type TakenRequest,
} from "#core/schema/sealed-wire";
import { ACCOUNT_HEADER } from "#core/schema/wire";
import { createAsk, errorOf, readAnswer, type TransportError } from "./ask-server";

export interface TakingDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Who is signed in; a session of anybody else is as good as none. */
  readonly accountId: string;
  /** The database that drafts are put into. */
  readonly database: string;
  readonly timeoutMs?: number;
}

/** What came back. `elsewhere` are other databases of this person, on devices that may be lost. */
export interface Taken {
  readonly taken: number;
  readonly elsewhere: ReturnedResponse["elsewhere"];
}

export interface Taking {
  /** Fetches what is given back and hands it on, one draft after another; `put` says whether it is safe here now. */
  readonly takeReturned: (put: (draft: ReturnedDraft) => Promise<boolean>) => Promise<Result<Taken, TransportError>>;
  /** Says that another database of one's own will not be opened again, so that its drafts come back. */
  readonly giveUp: (database: GiveUpRequest) => Promise<Result<void, TransportError>>;
}

/**
 * Takes back the drafts of a database that was given up.
 *
 * Laws   1. a draft is said to be taken only once it is safe here
 *        2. one that cannot be put here holds up no other
 *        (tests/unit/sync/take-returned.test.ts)
 */
export const createTaking = ({ fetch, accountId, database, timeoutMs = 30_000 }: TakingDeps): Taking => {
  const askServer = createAsk({ fetch, timeoutMs });
  const own = { [ACCOUNT_HEADER]: accountId, [DATABASE_HEADER]: database };
  const ask = async (path: string, message?: unknown): Promise<Result<Response, TransportError>> => {
    const request =
      message === undefined
        ? { headers: own }
        : { method: "POST", headers: { "content-type": "application/json", ...own }, body: JSON.stringify(message) };
    const answer = await askServer(path, request);
    return !answer.ok || answer.value.ok ? answer : err(errorOf(answer.value));
  };

  return {
    takeReturned: async (put) => {
      let taken = 0;
      for (;;) {
        const answer = await ask("/api/sync/sealed");
        const page = answer.ok ? await readAnswer(answer.value, ReturnedResponse) : answer;
        if (!page.ok) return page;
        const safe: TakenRequest["drafts"] = [];
        for (const draft of page.value.drafts) {
          const { deviceId, database: from, id, version } = draft;
          if (await put(draft)) safe.push({ deviceId, database: from, id, version });
        }
        if (safe.length > 0) {
          const said = await ask("/api/sync/sealed/taken", { drafts: safe } satisfies TakenRequest);
          if (!said.ok) return said;
        }
        taken += safe.length;
        // What cannot be put here would come again and again.
        if (!page.value.more || safe.length === 0) return ok({ taken, elsewhere: page.value.elsewhere });
      }
    },
    giveUp: async (other) => {
      const answer = await ask("/api/sync/sealed/give-up", other);
      return answer.ok ? ok(undefined) : answer;
    },
  };
};
