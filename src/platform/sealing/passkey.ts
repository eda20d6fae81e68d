import { err, ok, type Result } from "#core/result";
import type { PasskeySlot } from "#core/sealed/keyring";
import { type Bytes, fromBase64, randomBytes, toBase64 } from "./bytes";
import type { PasskeyAnswer } from "./keyring-work";

/** Why no passkey answered. `NoSecret`: it is one that cannot open anything. */
export interface NoPasskey {
  readonly type: "TurnedAway" | "NoSecret";
}

/** Passkeys that make a secret (PRF): with a finger, a face or a key, instead of a passphrase. */
export interface Passkeys {
  /** Only where the browser says that a passkey here could make a secret. */
  readonly mayBeAdded: () => Promise<boolean>;
  readonly add: (name: string, others: readonly PasskeySlot[]) => Promise<Result<PasskeyAnswer, NoPasskey>>;
  readonly ask: (slots: readonly PasskeySlot[]) => Promise<Result<PasskeyAnswer, NoPasskey>>;
}

export interface PasskeysDeps {
  readonly credentials: Pick<CredentialsContainer, "create" | "get">;
  /** The host that the page came from; an address in figures has no passkeys. */
  readonly host: string;
  /** What the browser can do, where it says so. */
  readonly capabilities: () => Promise<Readonly<Record<string, boolean>>>;
}

const SALT_BYTES = 32;
const WAIT_MS = 120_000;
const ES256 = -7;
const RS256 = -257;

/**
 * Asks the platform's passkeys.
 *
 * Shape   the secret is what the passkey makes of a random salt that lies in the person's slot; the server hears of
 *         neither. Each is named after the person for the platform's own list, and has a random handle.
 * Errors  whoever turns it away, and a platform that fails, are one: it says no more itself.
 */
export const createPasskeys = ({ credentials, host, capabilities }: PasskeysDeps): Passkeys => {
  const answerOf = async (ask: () => Promise<Credential | null>): Promise<Result<PublicKeyCredential, NoPasskey>> => {
    try {
      const answered = await ask();
      return answered === null ? err({ type: "TurnedAway" }) : ok(answered as PublicKeyCredential);
    } catch {
      // NotAllowedError, most often: turned away, or too late. The browser tells no page which.
      return err({ type: "TurnedAway" });
    }
  };

  const ask: Passkeys["ask"] = async (slots) => {
    const evalByCredential = Object.fromEntries(
      slots.map(({ credentialId, salt }) => [toUrl(credentialId), { first: fromBase64(salt) }]),
    );
    const answered = await answerOf(() =>
      credentials.get({
        publicKey: {
          challenge: randomBytes(SALT_BYTES),
          rpId: host,
          allowCredentials: slots.map(({ credentialId }) => ({ type: "public-key", id: fromBase64(credentialId) })),
          userVerification: "required",
          timeout: WAIT_MS,
          extensions: { prf: { evalByCredential } },
        },
      }),
    );
    if (!answered.ok) return answered;
    const credentialId = toBase64(new Uint8Array(answered.value.rawId));
    const slot = slots.find((each) => each.credentialId === credentialId);
    const secret = secretIn(answered.value);
    if (slot === undefined || secret === undefined) return err({ type: "NoSecret" });
    return ok({ credentialId, salt: slot.salt, secret });
  };

  return {
    mayBeAdded: async () => !isInFigures(host) && (await capabilities())["extension:prf"] === true,
    ask,
    add: async (name, others) => {
      const salt = randomBytes(SALT_BYTES);
      const answered = await answerOf(() =>
        credentials.create({
          publicKey: {
            challenge: randomBytes(SALT_BYTES),
            rp: { id: host, name: "Strandline" },
            user: { id: randomBytes(SALT_BYTES), name, displayName: name },
            pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: "public-key", alg })),
            excludeCredentials: others.map(({ credentialId }) => ({
              type: "public-key",
              id: fromBase64(credentialId),
            })),
            authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
            attestation: "none",
            timeout: WAIT_MS,
            extensions: { prf: { eval: { first: salt } } },
          },
        }),
      );
      if (!answered.ok) return answered;
      if (answered.value.getClientExtensionResults().prf?.enabled !== true) return err({ type: "NoSecret" });
      const made = { credentialId: toBase64(new Uint8Array(answered.value.rawId)), salt: toBase64(salt) };
      const secret = secretIn(answered.value);
      // Many make their secret only when they are asked, after they were made.
      return secret === undefined ? ask([{ ...made, wrapped: "" }]) : ok({ ...made, secret });
    },
  };
};

const secretIn = (answered: PublicKeyCredential): Bytes | undefined => {
  const first = answered.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  return first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer).slice();
};

const toUrl = (base64: string): string => base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const isInFigures = (host: string): boolean => /^[\d.]+$|:/.test(host);
