import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, serializerCompiler } from "fastify-type-provider-zod";
import { type Api, byItsSchema } from "./api-shape";
import type { AreaFiles } from "./area-files/area-files";
import { questionnaireRoute } from "./area-files/questionnaire-route";
import { deviceRoute } from "./devices/device-route";
import { heldRoutes } from "./held/held-routes";
import { overviewRoute } from "./overview/overview-route";
import { checkOrigin } from "./identity/origin-check";
import { type PracticePeople, practicePeopleRoute } from "./identity/practice-people";
import { lookUpSessions, needsSession } from "./identity/session-hook";
import { sessionRoutes } from "./identity/session-routes";
import { returnedRoutes } from "./recovery/returned-routes";
import { sealedRoute } from "./recovery/sealed-route";
import type { Store } from "./store/store";
import { digestRoute } from "./sync/digest-route";
import { type HowOften, limitAccounts, limitAddresses } from "./sync/how-often";
import { pullRoute } from "./sync/pull-route";
import { pushRoute } from "./sync/push-route";

export interface ApiDeps {
  readonly store: Store;
  /** Who is made up, where this is the practice area. */
  readonly practicePeople: PracticePeople | undefined;
  readonly areaFiles: AreaFiles;
  readonly ownOrigin: () => string;
  readonly howOften: HowOften;
}

/** Serves everything under /api, what it looks like as /openapi.json, and whether it can be served as /readyz. */
export const serveApi = async (app: FastifyInstance, deps: ApiDeps): Promise<void> => {
  const { store, practicePeople, areaFiles, ownOrigin, howOften } = deps;
  const isHttps = ownOrigin().startsWith("https:");
  await app.register(swagger, {
    openapi: { info: { title: "Strandline", version: "1" } },
    // The pages are routes too, but no part of the API.
    transform: (route) =>
      route.url.startsWith("/api/") ? jsonSchemaTransform(route) : { url: route.url, schema: { hide: true } },
  });
  await app.register(async (scope) => {
    const api = scope.withTypeProvider() as Api;
    api.setValidatorCompiler(byItsSchema);
    api.setSerializerCompiler(serializerCompiler);
    api.removeContentTypeParser("text/plain");
    api.addHook("onRequest", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    checkOrigin(api, ownOrigin);
    await api.register(cookie);
    await api.register(rateLimit, { global: false });
    limitAddresses(api, howOften);
    lookUpSessions(api, store, isHttps);

    sessionRoutes(api, store, isHttps);
    sealedRoute(api, store);
    if (practicePeople !== undefined) practicePeopleRoute(api, practicePeople);
    await api.register((inner, _options, done) => {
      const signedIn = inner.withTypeProvider() as Api;
      needsSession(signedIn);
      limitAccounts(signedIn, howOften);
      pushRoute(signedIn, store);
      digestRoute(signedIn, store, areaFiles);
      pullRoute(signedIn, store, areaFiles);
      questionnaireRoute(signedIn, areaFiles);
      deviceRoute(signedIn, store);
      returnedRoutes(signedIn, store);
      heldRoutes(signedIn, store);
      overviewRoute(signedIn, store);
      done();
    });
  });

  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    void reply.header("cache-control", "no-store");
    const condition = await store.condition();
    if (condition === "ready") return { status: "ready" };
    return reply.code(503).send({ status: "not-ready", reason: `store-${condition}` });
  });
};
