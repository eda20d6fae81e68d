import { err, ok, type Result } from "#core/result";
import { DeviceResponse } from "#core/schema/sealed-wire";
import { ACCOUNT_HEADER } from "#core/schema/wire";
import { deviceProofText } from "#core/sealed/signed-texts";
import { createAsk, errorOf, readAnswer, type TransportError } from "./ask-server";

/**
 * This device, as the server is to know it.
 *
 * Shape  `publicKey` is the uncompressed P-256 point and `sign` gives r and s, both as base64; it signs a text's UTF-8
 *        with SHA-256.
 */
export interface DeviceToEnrol {
  readonly deviceId: string;
  readonly publicKey: string;
  readonly sign: (text: string) => Promise<string>;
}

export interface EnrolDeps {
  readonly fetch: typeof globalThis.fetch;
  /** Who is signed in. */
  readonly accountId: string;
  readonly timeoutMs?: number;
}

/**
 * Enrols this device for whoever is signed in; doing it again changes nothing.
 *
 * Errors  `OtherKey` where the server knows this device's id by another key: the device needs a new id.
 */
export const enrolDevice = async (
  { fetch, accountId, timeoutMs = 15_000 }: EnrolDeps,
  { deviceId, publicKey, sign }: DeviceToEnrol,
): Promise<Result<void, TransportError | { readonly type: "OtherKey" }>> => {
  const proof = await sign(deviceProofText(deviceId, accountId, publicKey));
  const answer = await createAsk({ fetch, timeoutMs })("/api/devices", {
    method: "POST",
    headers: { "content-type": "application/json", [ACCOUNT_HEADER]: accountId },
    body: JSON.stringify({ deviceId, publicKey, proof }),
  });
  if (!answer.ok) return answer;
  if (answer.value.status === 409) return err({ type: "OtherKey" });
  if (!answer.value.ok) return err(errorOf(answer.value));
  const read = await readAnswer(answer.value, DeviceResponse);
  return read.ok ? ok(undefined) : read;
};
