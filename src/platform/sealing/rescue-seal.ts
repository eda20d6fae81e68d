import { err, ok, type Result } from "#core/result";
import { shapeFaults } from "#core/schema/shape-faults";
import type { AreaKey } from "#core/sealed/keyring";
import { pad, unpad } from "#core/sealed/padding";
import { RescueContent } from "#core/sealed/rescue-content";
import { RESCUE_FORMAT, rescueContentAddress, type RescueFile } from "#core/sealed/rescue-file";
import { type Bytes, fromBase64, randomBytes, toBase64, utf8 } from "./bytes";
import { type DeriveSecret, NEW_COST } from "./deriving";
import { drawKey, rootOf } from "./hkdf";
import { openBytes, sealBytes } from "./seal-bytes";
import { sealToArea } from "./seal-to-area";

/** What a new file says of itself in the open. */
export interface RescueMaking {
  readonly fileId: string;
  readonly madeAtMs: number;
  readonly practice: boolean;
  readonly passphrase: string;
}

/** Seals rescue files and opens them. */
export interface RescueSeal {
  /** Whether the holder of the area's recovery kit can open what is sealed here. */
  readonly isForAreaToo: boolean;
  readonly seal: (content: RescueContent, making: RescueMaking) => Promise<RescueFile>;
  readonly open: (file: RescueFile, passphrase: string) => Promise<Result<RescueContent, CannotOpenRescue>>;
}

export interface RescueSealDeps {
  readonly derive: DeriveSecret;
  /** Whom the file is sealed to besides its maker, where this device has heard of it. */
  readonly areaKey: AreaKey | undefined;
}

/**
 * `DoesNotOpenIt`: the passphrase is another, or the slot was changed; nobody can tell which. `Changed`: the passphrase
 * is right, and the header or the content is not what it was. `Malformed`: what came out has another shape.
 */
export type CannotOpenRescue =
  | { readonly type: "DoesNotOpenIt" | "Changed" }
  | { readonly type: "Malformed"; readonly path: string; readonly reason: string };

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const SLOT = "strandline rescue slot v1";

/**
 * The seal of rescue files: one random key a file, which the passphrase opens and, where there is one, the area's key.
 *
 * Laws   1. the passphrase alone opens the file, on any device; the area's private key alone opens it too
 *        2. a file of which one bit is another does not open
 * (tests/unit/platform/sealing/rescue-seal.test.ts)
 *
 * Source docs/formats.md, "A rescue file"
 */
export const createRescueSeal = ({ derive, areaKey }: RescueSealDeps): RescueSeal => {
  const slotKey = async (typed: string, salt: Bytes, cost: { memoryKiB: number; passes: number }): Promise<CryptoKey> =>
    drawKey(await rootOf(await derive(typed, salt, cost)), salt, SLOT);

  return {
    isForAreaToo: areaKey !== undefined,
    seal: async (content, { fileId, madeAtMs, practice, passphrase }) => {
      const header = {
        kind: "strandline-rescue",
        format: RESCUE_FORMAT,
        fileId,
        madeAt: new Date(madeAtMs).toISOString(),
        practice,
      } as const;
      const secret = randomBytes(KEY_BYTES);
      const salt = randomBytes(SALT_BYTES);
      const wrapped = await sealBytes(await slotKey(passphrase, salt, NEW_COST), secret, passphraseAddress(fileId));
      const area = areaKey === undefined ? undefined : await sealToArea(areaKey, secret, areaAddress(fileId));
      const text = pad(utf8(JSON.stringify(content)));
      const sealed = await sealBytes(await contentKey(secret), text, rescueContentAddress(header));
      return {
        ...header,
        slots: {
          passphrase: { kdf: "argon2id", ...NEW_COST, salt: toBase64(salt), wrapped: toBase64(wrapped) },
          ...(area === undefined ? {} : { area }),
        },
        content: toBase64(sealed),
      };
    },

    open: async (file, passphrase) => {
      const slot = file.slots.passphrase;
      const key = await slotKey(passphrase, fromBase64(slot.salt), slot).catch(() => undefined);
      // The file says what it costs, and not every device has that much memory to spare.
      if (key === undefined) {
        return err({
          type: "Malformed",
          path: "slots/passphrase",
          reason: "asks for more than this device can do now",
        });
      }
      const secret = await openBytes(key, fromBase64(slot.wrapped), passphraseAddress(file.fileId));
      if (!secret.ok) return err({ type: "DoesNotOpenIt" });
      const opened = await openBytes(
        await contentKey(secret.value),
        fromBase64(file.content),
        rescueContentAddress(file),
      );
      const text = opened.ok ? unpad(opened.value) : opened;
      if (!text.ok) return err({ type: "Changed" });
      const content = RescueContent.safeParse(jsonOf(new TextDecoder().decode(text.value)));
      if (content.success) return ok(content.data);
      const [fault] = shapeFaults(content.error);
      return err({ type: "Malformed", path: fault?.path ?? "", reason: fault?.reason ?? "" });
    },
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the engine's own message quotes the text; no schema here takes `undefined`
  }
};

const contentKey = (secret: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]);

const passphraseAddress = (fileId: string): string => `rescue|${fileId}|passphrase`;
const areaAddress = (fileId: string): string => `rescue|${fileId}`;
