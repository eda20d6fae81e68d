import { SEALED_LIMITS, SealedRequest, SealedResponse } from "#core/schema/sealed-wire";
import { TAKEN_OFF_STATUS } from "#core/schema/wire";
import { sealedMessageText } from "#core/sealed/signed-texts";
import { type Api, Misshapen, problems } from "../api-shape";
import { findSigner } from "../devices/devices";
import { say } from "../request-log";
import type { Store } from "../store/store";
import { tooOften } from "../too-often";
import { acceptGzip } from "../sync/inflate";
import { openAreaKeys } from "./area-keys";
import { holdSealed, readHeld } from "./hold-sealed";
import { openHeld } from "./open-held";
import { followDevice } from "./opened-drafts";
import { readMessage } from "./read-message";

const OFTEN = { timeWindow: "1 minute" } as const;

/**
 * Takes in what a device delivers as it lies, from a device that is locked too: no session is asked for, and its
 * signature says whose it is. In practice what can be opened is opened at once.
 */
export const sealedRoute = (api: Api, store: Store): void => {
  void api.register((scope: Api, _options, done) => {
    acceptGzip(scope, SEALED_LIMITS.messageBytes);
    const forDevice = scope.createRateLimit({
      ...{ ...OFTEN, max: 60 },
      keyGenerator: (request) => `sealed ${(request.body as SealedRequest).deviceId.toLowerCase()}`,
    });
    scope.post(
      "/api/sync/sealed",
      {
        bodyLimit: SEALED_LIMITS.messageBytes,
        config: { rateLimit: { ...OFTEN, max: 120 } },
        schema: { body: SealedRequest, response: { 200: SealedResponse, ...problems } },
      },
      async (request, reply) => {
        const often = await forDevice(request);
        if (!often.isAllowed && often.isExceeded) return tooOften(reply, often);
        const { blob, signature } = request.body;
        const signer = await findSigner(store, request.body, sealedMessageText(blob), signature);
        if (!signer.ok) {
          const isTakenOff = signer.error.type === "TakenOff";
          return isTakenOff
            ? reply.code(TAKEN_OFF_STATUS).send({ error: "device-taken-off" })
            : reply.code(403).send({ error: "unknown-device" });
        }
        const message = readMessage(blob);
        if (!message.ok) throw new Misshapen(message.error.map((fault) => ({ ...fault, path: `blob/${fault.path}` })));
        const { deviceId, accountId, database, rows, faults } = message.value;
        // Signed for somebody else, or by another device's word: it is not what it says it is.
        if (!isSame(deviceId, signer.value.deviceId) || !isSame(accountId, signer.value.accountId)) {
          return reply.code(403).send({ error: "unknown-device" });
        }
        const at = { ...signer.value, database };
        const noRoom = await holdSealed(store, signer.value, message.value);
        await followDevice(store, at, message.value);
        if (store.facts.practice) {
          await openHeld(store, at, await openAreaKeys(store, at.areaId), (error) => {
            say(request.log, "error", "failed", { route: "/api/sync/sealed", err: error });
          });
        }
        const full = noRoom === 0 ? [] : [{ path: "rows", reason: `no room for ${noRoom} of ${rows.length}` }];
        return { held: await readHeld(store, at), notTaken: [...faults, ...full] };
      },
    );
    done();
  });
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
