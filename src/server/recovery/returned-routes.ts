import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { DATABASE_HEADER, DatabaseName, GiveUpRequest, ReturnedResponse, TakenRequest } from "#core/schema/sealed-wire";
import { type Api, problems } from "../api-shape";
import { whoIs } from "../identity/session-hook";
import type { Store } from "../store/store";
import { giveUp, readElsewhere } from "./databases";
import { dropTaken, readReturned } from "./opened-drafts";

/** Gives people back the drafts of a device that they cannot open any more. */
export const returnedRoutes = (api: Api, store: Store): void => {
  api.get("/api/sync/sealed", { schema: { response: { 200: ReturnedResponse, ...problems } } }, async (request) => {
    const who = whoIs(request);
    const except = askedFrom(request);
    const elsewhere = await readElsewhere(store, who, except);
    return { ...(await readReturned(store, who, except)), elsewhere };
  });

  api.post(
    "/api/sync/sealed/taken",
    { schema: { body: TakenRequest, response: { 204: z.null(), ...problems } } },
    async (request, reply) => {
      await dropTaken(store, whoIs(request), request.body);
      return reply.code(204).send(null);
    },
  );

  api.post(
    "/api/sync/sealed/give-up",
    { bodyLimit: 4_096, schema: { body: GiveUpRequest, response: { 204: z.null(), ...problems } } },
    async (request, reply) => {
      await giveUp(store, whoIs(request), request.body);
      return reply.code(204).send(null);
    },
  );
};

/** The database that asks; whoever names none is given back everything. */
const askedFrom = ({ headers }: FastifyRequest): string | undefined => {
  const named = DatabaseName.safeParse(headers[DATABASE_HEADER]);
  return named.success ? named.data : undefined;
};
