import { DeviceRequest, DeviceResponse } from "#core/schema/sealed-wire";
import { TAKEN_OFF_STATUS } from "#core/schema/wire";
import { type Api, Misshapen, problems } from "../api-shape";
import { whoIs } from "../identity/session-hook";
import type { Store } from "../store/store";
import { enrolDevice } from "./devices";

/** Enrols devices. */
export const deviceRoute = (api: Api, store: Store): void => {
  api.post(
    "/api/devices",
    {
      bodyLimit: 4_096,
      config: {
        rateLimit: {
          max: 30,
          timeWindow: "1 minute",
          keyGenerator: (request) => `devices ${whoIs(request).accountId}`,
        },
      },
      schema: { body: DeviceRequest, response: { 200: DeviceResponse, ...problems } },
    },
    async (request, reply) => {
      const enrolled = await enrolDevice(store, whoIs(request), request.body);
      if (enrolled.ok) return { deviceId: request.body.deviceId };
      if (enrolled.error.type === "OtherKey") return reply.code(409).send({ error: "device-of-another-key" });
      if (enrolled.error.type === "TakenOff") return reply.code(TAKEN_OFF_STATUS).send({ error: "device-taken-off" });
      throw new Misshapen([
        enrolled.error.type === "NotAPoint"
          ? { path: "publicKey", reason: "is no point of P-256" }
          : { path: "proof", reason: "is not by this key, for this device and person" },
      ]);
    },
  );
};
