import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Operation } from "#core/schema/operation";
import type { ClientEvent, ManifestEntry } from "#core/schema/wire";
import { PROTOCOL, PullResponse, PushResponse, type PushResult } from "#core/schema/wire";
import { digestText } from "#core/sync/manifest";
import type { Who } from "#server/access/as-account";
import { createApp } from "#server/app";
import { NO_AREA_FILES } from "#server/area-files/area-files";
import type { Config } from "#server/config";
import { addAccount, ensureAgency, ensureArea, endRelationship, giveRelationship } from "#server/identity/people";
import type { Store } from "#server/store/store";
import { newId } from "./bodies";

export const ORIGIN = "https://strandline.example";

/** The server over one store, asked without a network, with everything that it logged. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly practice: boolean;
  readonly lines: readonly string[];
  /** An area that no other test has. */
  readonly newArea: () => Promise<string>;
  /** A person in an area, signed in on a device of their own. */
  readonly newPerson: (areaId: string, role?: string) => Promise<TestDevice>;
  readonly close: () => Promise<void>;
}

/** Somebody's signed-in device, which keeps nothing: a test says what it holds. */
export interface TestDevice {
  readonly who: Who;
  readonly deviceId: string;
  readonly cookie: string;
  readonly send: (path: string, payload: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly push: (ops: readonly unknown[], events?: readonly ClientEvent[]) => Promise<readonly PushResult[]>;
  /** One operation that the test expects to be kept. */
  readonly deliver: (op: Operation) => Promise<PushResult>;
  readonly pull: (manifest?: readonly ManifestEntry[]) => Promise<PullResponse>;
  readonly digest: (manifest: readonly ManifestEntry[]) => Promise<Answer>;
  readonly isGiven: (caseId: string) => Promise<void>;
  readonly isEnded: (caseId: string) => Promise<void>;
}

export type Answer = Awaited<ReturnType<FastifyInstance["inject"]>>;

export const createTestServer = async (
  store: Store,
  config: Partial<Config> = {},
  areaFiles = NO_AREA_FILES,
): Promise<TestServer> => {
  const appDir = mkdtempSync(join(tmpdir(), "strandline-app-"));
  writeFileSync(join(appDir, "index.html"), "");
  const lines: string[] = [];
  const app = await createApp({
    config: {
      ...{ port: 8080, host: "127.0.0.1", publicOrigin: ORIGIN, dataDir: "./data", logLevel: "trace" as const },
      ...{ area: "practice" as const, practiceAsked: true },
      // Tests ask as fast as they can; how often one may ask has a test of its own.
      ...{ howOften: { perAccount: 1e9, perAddress: 1e9 }, ...config },
    },
    appDir,
    log: { write: (line) => lines.push(line) },
    store,
    practicePeople: undefined,
    areaFiles,
  });
  const practice = store.facts.practice;
  return {
    ...{ app, store, practice, lines },
    newArea: async () => {
      const areaId = newId();
      await store.asDesk((tx) => ensureArea(tx, { areaId, name: "Saltmarsh", settings: { suggestions: true } }));
      return areaId;
    },
    newPerson: async (areaId, role) => newDevice(app, store, await addPerson(store, areaId, role)),
    close: async () => {
      await app.close();
      rmSync(appDir, { recursive: true });
    },
  };
};

const addPerson = async (store: Store, areaId: string, role = "early-help"): Promise<Who> => {
  const [accountId, agencyId] = [newId(), newId()];
  await store.asDesk(async (tx) => {
    await ensureAgency(tx, { areaId, agencyId, name: "Early Help" });
    const member = { areaId, accountId, agencyId, name: "Jo Reed", role };
    await addAccount(tx, { ...member, passphraseHash: "", training: [] });
  });
  return { accountId, areaId };
};

/** A device with a session that was put into the store, because signing in takes its time on purpose. */
export const newDevice = async (app: FastifyInstance, store: Store, who: Who): Promise<TestDevice> => {
  const token = randomBytes(32).toString("base64url");
  await store.asDesk(async (tx) => {
    await sql`insert into session (token_sha256, area_id, account_id)
      values (sha256(convert_to(${token}, 'UTF8')), ${who.areaId}, ${who.accountId})`.execute(tx);
  });
  const cookie = `strandline-session=${token}`;
  const deviceId = newId();
  const send: TestDevice["send"] = (url, payload, headers = {}) =>
    app.inject({
      method: "POST",
      url,
      headers: { origin: ORIGIN, cookie, "content-type": "application/json", ...headers },
      payload: typeof payload === "string" || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
    });
  const push: TestDevice["push"] = async (ops, events = []) => {
    const packed = gzipSync(JSON.stringify({ protocol: PROTOCOL, deviceId, ops, events }));
    const answer = await send("/api/sync/push", packed, { "content-encoding": "gzip" });
    if (answer.statusCode !== 200) throw new Error(`push was answered ${answer.statusCode}: ${answer.body}`);
    return PushResponse.parse(answer.json()).results;
  };
  return {
    ...{ who, deviceId, cookie, send, push },
    ask: (url, headers = {}) => app.inject({ url, headers: { cookie, ...headers } }),
    deliver: async (op) => {
      const [result] = await push([op]);
      if (result?.receipt === undefined) throw new Error(`not kept: ${JSON.stringify(result)}`);
      return result;
    },
    pull: async (manifest = []) => {
      const answer = await send("/api/sync/pull", { protocol: PROTOCOL, manifest });
      if (answer.statusCode !== 200) throw new Error(`pull was answered ${answer.statusCode}: ${answer.body}`);
      return PullResponse.parse(answer.json());
    },
    digest: (manifest) => {
      const digest = createHash("sha256")
        .update(digestText(store.facts.epoch, new Map(manifest)))
        .digest("hex");
      return send("/api/sync/digest", { digest });
    },
    isGiven: (caseId) => store.asDesk((tx) => giveRelationship(tx, { ...who, caseId })),
    isEnded: (caseId) => store.asDesk((tx) => endRelationship(tx, { ...who, caseId })),
  };
};

/** What a device holds after a pull into nothing. */
export const manifestOf = ({ puts }: PullResponse): ManifestEntry[] => puts.map(({ recordId, ver }) => [recordId, ver]);

/** The sections of one record as a pull gave it. */
export const sectionsIn = ({ puts }: PullResponse, recordId: string): Readonly<Record<string, unknown>> => {
  const put = puts.find((each) => each.recordId === recordId);
  if (put === undefined) throw new Error("the record was not given");
  return (JSON.parse(put.body) as { sections: Readonly<Record<string, unknown>> }).sections;
};
