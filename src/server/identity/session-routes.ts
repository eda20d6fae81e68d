import { z } from "zod";
import { SessionResponse, SignInRequest } from "#core/schema/wire";
import type { Who } from "../access/as-account";
import { type Api, problems } from "../api-shape";
import type { Store } from "../store/store";
import { tooOften } from "../too-often";
import { readOnlyArea, readSignedIn } from "./read-signed-in";
import { clearSession, setSession } from "./session-hook";
import { endSession, signIn } from "./sessions";

const TRIES = { max: 10, timeWindow: "1 minute" } as const;

/** Signing in and out, and asking who is signed in. */
export const sessionRoutes = (api: Api, store: Store, isHttps: boolean): void => {
  const answerFor = async (who: Who | undefined): Promise<SessionResponse> => {
    const { practice } = store.facts;
    if (who !== undefined) return { signedIn: true, practice, ...(await readSignedIn(store, who)) };
    const area = await readOnlyArea(store);
    return { signedIn: false, practice, ...(area && { area }) };
  };

  api.get("/api/session", { schema: { response: { 200: SessionResponse, ...problems } } }, (request) =>
    answerFor(request.signedIn?.who),
  );

  // Guessing is slowed from one address over all accounts, and for one account over all addresses.
  const triesForAccount = api.createRateLimit({
    ...TRIES,
    keyGenerator: (request) => {
      const { accountId, name } = request.body as SignInRequest;
      return `account ${(accountId ?? name ?? "").toLowerCase()}`;
    },
  });
  api.post(
    "/api/session",
    {
      bodyLimit: 4_096,
      config: { rateLimit: TRIES },
      schema: { body: SignInRequest, response: { 200: SessionResponse, ...problems } },
    },
    async (request, reply) => {
      const tries = await triesForAccount(request);
      if (!tries.isAllowed && tries.isExceeded) return tooOften(reply, tries);
      const signedIn = await signIn(store, request.body);
      if (!signedIn.ok) return reply.code(401).send({ error: "not-signed-in" });
      setSession(reply, signedIn.value.token, isHttps);
      return answerFor(signedIn.value.who);
    },
  );

  api.delete("/api/session", { schema: { response: { 204: z.null(), ...problems } } }, async (request, reply) => {
    if (request.signedIn !== undefined) await endSession(store, request.signedIn.token, request.signedIn.who);
    clearSession(reply);
    return reply.code(204).send(null);
  });
};
