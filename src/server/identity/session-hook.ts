import { ACCOUNT_HEADER } from "#core/schema/wire";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Who } from "../access/as-account";
import type { Api } from "../api-shape";
import type { Store } from "../store/store";
import { findSession, IDLE_HOURS } from "./sessions";

declare module "fastify" {
  interface FastifyRequest {
    /** Who is signed in, once it has been looked up. */
    signedIn: { readonly who: Who; readonly token: string; readonly takenOff: readonly string[] } | undefined;
  }
}

const COOKIE = "strandline-session";

/** Who makes a request that only a signed-in person can make. */
export const whoIs = ({ signedIn }: FastifyRequest): Who => {
  if (signedIn === undefined) throw new Error("a route for signed-in people was reached without a session");
  return signedIn.who;
};

/** Whether a signed-in person's device was taken off; a device that nobody enrolled was not. */
export const isTakenOff = ({ signedIn }: FastifyRequest, deviceId: string): boolean =>
  signedIn?.takenOff.includes(deviceId.toLowerCase()) === true;

/** Looks up whose session a request comes with, for every route of the API. */
export const lookUpSessions = (api: Api, store: Store, isHttps: boolean): void => {
  api.decorateRequest("signedIn", undefined);
  api.addHook("onRequest", async (request, reply) => {
    const token = request.cookies[COOKIE];
    if (token === undefined || token.length > 100) return;
    const session = await findSession(store, token);
    if (session === undefined) return;
    request.signedIn = { who: session.who, token, takenOff: session.takenOff };
    if (session.isRenewed) setSession(reply, token, isHttps);
  });
};

/** Turns away whoever is not signed in, and a device that works for somebody else than its browser is signed in as. */
export const needsSession = (api: Api): void => {
  api.addHook("onRequest", async (request, reply) => {
    if (request.signedIn === undefined) return reply.code(401).send({ error: "sign-in" });
    const asked = request.headers[ACCOUNT_HEADER];
    if (asked === undefined || asked === request.signedIn.who.accountId) return undefined;
    return reply.code(401).send({ error: "other-account" });
  });
};

export const setSession = (reply: FastifyReply, token: string, isHttps: boolean): void => {
  void reply.setCookie(COOKIE, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isHttps,
    maxAge: IDLE_HOURS * 3600,
  });
};

export const clearSession = (reply: FastifyReply): void => {
  void reply.clearCookie(COOKIE, { path: "/" });
};
