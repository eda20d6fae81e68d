import type { FastifyReply, FastifyRequest } from "fastify";
import type { Api } from "../api-shape";
import { tooOften } from "../too-often";

/** How many requests of delivery a minute are answered. */
export interface HowOften {
  readonly perAccount: number;
  /** An office has one address for all of its devices, and so has a mobile network for many people. */
  readonly perAddress: number;
}

const PREFIX = "/api/sync/";

type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;

/** Turns away whoever asks for delivery too often from one address, before anything is looked up for them. */
export const limitAddresses = (api: Api, { perAddress }: HowOften): void => {
  api.addHook(
    "onRequest",
    limitOf(api, perAddress, ({ ip }) => `address ${ip}`),
  );
};

/** Turns away an account that asks for delivery too often, whatever devices and addresses it comes from. */
export const limitAccounts = (api: Api, { perAccount }: HowOften): void => {
  api.addHook(
    "onRequest",
    limitOf(api, perAccount, ({ signedIn }) => `account ${signedIn?.who.accountId ?? ""}`),
  );
};

const limitOf = (api: Api, max: number, keyGenerator: (request: FastifyRequest) => string): Limit => {
  const count = api.createRateLimit({ max, timeWindow: "1 minute", keyGenerator });
  return async (request, reply) => {
    if (!request.url.startsWith(PREFIX)) return undefined;
    const often = await count(request);
    return !often.isAllowed && often.isExceeded ? tooOften(reply, often) : undefined;
  };
};
