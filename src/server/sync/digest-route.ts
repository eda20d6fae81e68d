import { createHash } from "node:crypto";
import { z } from "zod";
import { DigestRequest, DigestResponse, POLICY_HEADER } from "#core/schema/wire";
import { UNSENT_HEADER, unsentIn } from "#core/schema/overview-wire";
import { digestText } from "#core/sync/manifest";
import { type Api, problems } from "../api-shape";
import type { AreaFiles } from "../area-files/area-files";
import { whoIs } from "../identity/session-hook";
import { keepSaid } from "../overview/device-said";
import type { Store } from "../store/store";
import { readPolicy } from "./policy";
import { readVersions, versionsOf } from "./visible-records";

/** Says whether a device has just what its person may see, without either side sending it. */
export const digestRoute = (api: Api, store: Store, areaFiles: AreaFiles): void => {
  api.post(
    "/api/sync/digest",
    { schema: { body: DigestRequest, response: { 200: DigestResponse, 204: z.null(), ...problems } } },
    async (request, reply) => {
      const who = whoIs(request);
      const { visible, policy } = await store.asAccount(
        who,
        async (tx) => ({ visible: await readVersions(tx, who), policy: await readPolicy(tx, who, areaFiles) }),
        "one-moment",
      );
      const unsent = unsentIn(request.headers[UNSENT_HEADER]);
      if (unsent !== undefined) await keepSaid(store, who, unsent);
      const ours = createHash("sha256")
        .update(digestText(store.facts.epoch, versionsOf(visible)))
        .digest("hex");
      if (request.body.digest !== ours) return { needManifest: true as const };
      return reply.code(204).header(POLICY_HEADER, policy.version).send(null);
    },
  );
};
