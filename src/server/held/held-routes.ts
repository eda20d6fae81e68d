import {
  DecidedResponse,
  DecideHeldRequest,
  DecideHeldResponse,
  HeldResponse,
  OpenHeldRequest,
  OpenHeldResponse,
} from "#core/schema/held-wire";
import { type Api, problems } from "../api-shape";
import { whoIs } from "../identity/session-hook";
import type { Store } from "../store/store";
import { decideHeld } from "./decide-held";
import { isCustodian, listHeld, openHeldItem, readDecided } from "./read-held";

/** The answer of a route that is not there: whoever is not the custodian learns no more from these. */
const NOT_FOUND = { error: "not-found" } as const;
const LARGEST = 16_384;

/** What is held safely, for the custodian, and what was decided about it, for its sender. */
export const heldRoutes = (api: Api, store: Store): void => {
  api.get("/api/held", { schema: { response: { 200: HeldResponse, ...problems } } }, async (request, reply) => {
    const who = whoIs(request);
    const held = await store.asAccount(who, async (tx) =>
      (await isCustodian(tx, who)) ? listHeld(tx, who) : undefined,
    );
    return held === undefined ? reply.code(404).send(NOT_FOUND) : { held };
  });

  api.post(
    "/api/held/open",
    { bodyLimit: LARGEST, schema: { body: OpenHeldRequest, response: { 200: OpenHeldResponse, ...problems } } },
    async (request, reply) => {
      const who = whoIs(request);
      const opened = await store.asAccount(who, async (tx) =>
        (await isCustodian(tx, who)) ? openHeldItem(tx, who, request.body.opId) : undefined,
      );
      return opened ?? reply.code(404).send(NOT_FOUND);
    },
  );

  api.post(
    "/api/held/decide",
    { bodyLimit: LARGEST, schema: { body: DecideHeldRequest, response: { 200: DecideHeldResponse, ...problems } } },
    async (request, reply) => {
      const decided = await decideHeld(store, whoIs(request), request.body);
      if (decided.ok) return { decision: decided.value };
      switch (decided.error.type) {
        case "NotFound":
          return reply.code(404).send(NOT_FOUND);
        case "DecidedOtherwise":
          return reply.code(409).send({ error: "decided-otherwise" });
        case "StillHeld":
          return reply.code(409).send({ error: `still-held-${decided.error.reason}` });
      }
    },
  );

  api.get("/api/held/decided", { schema: { response: { 200: DecidedResponse, ...problems } } }, async (request) => {
    const who = whoIs(request);
    return store.asAccount(who, (tx) => readDecided(tx, who));
  });
};
