import { OverviewResponse } from "#core/schema/overview-wire";
import { type Api, problems } from "../api-shape";
import { whoIs } from "../identity/session-hook";
import type { Store } from "../store/store";
import { isServiceLead, readOverview } from "./read-overview";

/** What of everybody's work is not in yet, for whoever leads the service. To all others there is no such route. */
export const overviewRoute = (api: Api, store: Store): void => {
  api.get("/api/overview", { schema: { response: { 200: OverviewResponse, ...problems } } }, async (request, reply) => {
    const who = whoIs(request);
    const isLead = await store.asAccount(who, (tx) => isServiceLead(tx, who));
    if (!isLead) return reply.code(404).send({ error: "not-found" });
    return { practitioners: await store.asCounter((tx) => readOverview(tx, who.areaId)) };
  });
};
