import { gzipSync } from "node:zlib";
import type { AreaKey, RecoverySlot } from "#core/sealed/keyring";
import { type SealedMessage, SealedResponse, type SealedRow } from "#core/schema/sealed-wire";
import { newId } from "./bodies";
import { type Answer, ORIGIN, type TestDevice, type TestServer } from "./test-server";

/**
 * A device's half of sealing, written from the design with WebCrypto alone, and from none of the code that it is tried
 * against: what it seals the server must open.
 */
type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array | ArrayBuffer): string => Buffer.from(bytes as Uint8Array).toString("base64");
const joined = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
const { subtle } = crypto;

/** AES-256-GCM: twelve bytes of chance, then what it makes. */
const seal = async (key: CryptoKey, content: Bytes, where: string): Promise<Bytes> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: utf8(where) };
  return joined(iv, new Uint8Array(await subtle.encrypt(how, key, content)));
};

/** Four bytes of length, the content, zeros to 1, 4, 16, 32 KB or the next 32. */
const pad = (content: Bytes): Bytes => {
  const least = content.length + 4;
  const size = [1, 4, 16, 32].map((kb) => kb * 1024).find((each) => each >= least) ?? Math.ceil(least / 32768) * 32768;
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, content.length, false);
  padded.set(content, 4);
  return padded;
};

const sealToArea = async (areaKey: AreaKey, content: Bytes, where: string) => {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const area = joined(Buffer.from(areaKey.publicKey, "base64"));
  const publicKey = await subtle.importKey("raw", area, curve, false, []);
  const ephemeral = await subtle.generateKey(curve, true, ["deriveBits"]);
  const point = new Uint8Array(await subtle.exportKey("raw", ephemeral.publicKey));
  const shared = await subtle.deriveBits({ name: "ECDH", public: publicKey }, ephemeral.privateKey, 256);
  const secret = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const drawing = { name: "HKDF", hash: "SHA-256", salt: joined(point, area), info: utf8("strandline to area v1") };
  const key = await subtle.deriveKey(drawing, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  return { areaKeyId: areaKey.keyId, ephemeral: base64(point), sealed: base64(await seal(key, content, where)) };
};

/** A device with a key of its own. */
export interface SigningDevice {
  readonly deviceId: string;
  readonly publicKey: string;
  readonly sign: (text: string) => Promise<string>;
}

export const newSigningDevice = async (deviceId = newId()): Promise<SigningDevice> => {
  const pair = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
  return {
    deviceId,
    publicKey: base64(await subtle.exportKey("raw", pair.publicKey)),
    sign: async (text) => base64(await subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, utf8(text))),
  };
};

/** What enrols a device for somebody. */
export const enrolmentOf = async ({ deviceId, publicKey, sign }: SigningDevice, accountId: string) => ({
  ...{ deviceId, publicKey },
  proof: await sign(`strandline device v1\n${deviceId}\n${accountId}\n${publicKey}`),
});

/** A row without its body: where it lies. */
export type RowAt = Omit<SealedRow, "body">;

/** One person's database on a device: it seals rows, and seals the key of each epoch to the area. */
export interface Vault {
  readonly name: string;
  /** From now on rows are sealed under a new key. */
  readonly newEpoch: () => Promise<void>;
  readonly row: (at: RowAt, content: string) => Promise<SealedRow>;
  readonly slots: (areaKey: AreaKey) => Promise<RecoverySlot[]>;
}

export const newVault = async (userId: string, name = `strandline-${newId()}`): Promise<Vault> => {
  const raws: Bytes[] = [];
  // A slot is made once, with its epoch.
  const slotsByKeyId = new Map<string, RecoverySlot[]>();
  const newEpoch = async (): Promise<void> => {
    raws.push(crypto.getRandomValues(new Uint8Array(32)));
  };
  await newEpoch();
  return {
    name,
    newEpoch,
    row: async (at, content) => {
      const epoch = raws.length;
      const key = await subtle.importKey("raw", raws.at(-1)!, "AES-GCM", false, ["encrypt"]);
      const head = new Uint8Array(5);
      head[0] = 1;
      new DataView(head.buffer).setUint32(1, epoch, false);
      const where = `${at.table}|${at.id}|${at.version}|${epoch}|${userId}`;
      return { ...at, body: base64(joined(head, await seal(key, pad(utf8(content)), where))) };
    },
    slots: async (areaKey) => {
      const made = slotsByKeyId.get(areaKey.keyId) ?? [];
      for (let epoch = made.length + 1; epoch <= raws.length; epoch += 1)
        made.push({ epoch, ...(await sealToArea(areaKey, raws[epoch - 1]!, `recovery|${epoch}|${userId}`)) });
      slotsByKeyId.set(areaKey.keyId, made);
      return made;
    },
  };
};

/** A sealed message as its device signs it; `change` is done to the text after it was signed. */
export const signedMessage = async (
  device: SigningDevice,
  accountId: string,
  message: Partial<SealedMessage> & Pick<SealedMessage, "database">,
  change: (blob: string) => string = (blob) => blob,
) => {
  const blob = JSON.stringify({
    ...{ protocol: 1, deviceId: device.deviceId, accountId, givenUp: false, slots: [], rows: [], gone: [] },
    ...message,
  });
  const signature = await device.sign(`strandline sealed v1\n${blob}`);
  return { deviceId: device.deviceId, accountId, blob: change(blob), signature };
};

/** Somebody's enrolled device, which posts what lies in its vault. */
export interface SealingDevice extends SigningDevice {
  readonly person: TestDevice;
  readonly vault: Vault;
  readonly post: (
    message: Partial<SealedMessage>,
    how?: { readonly vault?: Vault; readonly areaKey?: AreaKey },
  ) => Promise<SealedResponse>;
  readonly send: (payload: unknown) => Promise<Answer>;
}

/** Sends without a session, from an address of its own: many tests must not look like one hasty sender. */
export const sendSealed = ({ app }: TestServer, payload: unknown, address = anAddress()): Promise<Answer> =>
  app.inject({
    ...{ method: "POST", url: "/api/sync/sealed", remoteAddress: address },
    headers: { origin: ORIGIN, "content-type": "application/json", "content-encoding": "gzip" },
    payload: Buffer.isBuffer(payload) ? payload : gzipSync(JSON.stringify(payload)),
  });

let addresses = 0;
const anAddress = (): string => {
  addresses += 1;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
};

export const enrolled = async (
  server: TestServer,
  person: TestDevice,
  areaKey: AreaKey,
  device?: SigningDevice,
): Promise<SealingDevice> => {
  const signing = device ?? (await newSigningDevice());
  const { accountId } = person.who;
  const answer = await person.send("/api/devices", await enrolmentOf(signing, accountId));
  if (answer.statusCode !== 200) throw new Error(`enrolling was answered ${answer.statusCode}: ${answer.body}`);
  const vault = await newVault(accountId);
  const send = (payload: unknown) => sendSealed(server, payload);
  return {
    ...{ ...signing, person, vault, send },
    post: async (message, how = {}) => {
      const from = how.vault ?? vault;
      const slots = await from.slots(how.areaKey ?? areaKey);
      const sent = await send(await signedMessage(signing, accountId, { database: from.name, slots, ...message }));
      if (sent.statusCode !== 200) throw new Error(`sealed was answered ${sent.statusCode}: ${sent.body}`);
      return SealedResponse.parse(sent.json());
    },
  };
};
