import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { hashPassphrase } from "#server/identity/passphrase";
import { addAccount, ensureAgency, ensureArea } from "#server/identity/people";
import { openPostgresStore } from "#server/store/open-postgres-store";
import type { Store } from "#server/store/store";
import { type RunningApp, startApp } from "../tests/support/app";
import { createDatabase, startCluster } from "../tests/support/postgres";
import { valueOf } from "../tests/support/value-of";

/** The built server on a PostgreSQL of its own, with an area that has nobody yet. */
export interface ServerOnPostgres {
  readonly app: RunningApp;
  readonly databaseUrl: string;
  /** Makes a person who can sign in; without an area, in the same one as everybody. */
  readonly newPerson: (areaId?: string) => Promise<SignIn>;
  /** The cookie of a session begun at the desk, for many at once: signing in is slowed on purpose. */
  readonly cookieOf: (person: SignIn) => Promise<string>;
}

export interface SignIn {
  readonly areaId: string;
  readonly accountId: string;
  readonly passphrase: string;
}

const PASSPHRASE = "made up for the bench";
/** As PostgreSQL comes: it waits for the disk at every commit. */
const AS_IT_COMES = "";

/** Starts both, and ends both with `use`, whatever happens in it. */
export const onPostgres = async <T>(use: (server: ServerOnPostgres) => Promise<T>): Promise<T> => {
  const cluster = await startCluster(AS_IT_COMES);
  try {
    const databaseUrl = await createDatabase(cluster.port);
    const store = valueOf(await openPostgresStore(databaseUrl, { connections: 1 }));
    try {
      const app = await startApp({ args: [], env: { DATABASE_URL: databaseUrl } });
      try {
        await untilReady(app.origin);
        return await use({ app, databaseUrl, newPerson: await peopleIn(store), cookieOf: cookiesIn(store) });
      } finally {
        await app.stop();
      }
    } finally {
      await store.close();
    }
  } finally {
    cluster.stop();
  }
};

const peopleIn = async (store: Store): Promise<ServerOnPostgres["newPerson"]> => {
  const passphraseHash = await hashPassphrase(PASSPHRASE);
  const everybodys = crypto.randomUUID();
  return async (areaId = everybodys) => {
    const [accountId, agencyId] = [crypto.randomUUID(), crypto.randomUUID()];
    await store.asDesk(async (tx) => {
      await ensureArea(tx, { areaId, name: "Made-up area", settings: { suggestions: true } });
      await ensureAgency(tx, { areaId, agencyId, name: "Made-up agency" });
      await addAccount(tx, {
        ...{ areaId, accountId, agencyId, passphraseHash },
        name: "Made up",
        role: "early-help",
        training: [],
      });
    });
    return { areaId, accountId, passphrase: PASSPHRASE };
  };
};

const cookiesIn =
  (store: Store): ServerOnPostgres["cookieOf"] =>
  async ({ areaId, accountId }) => {
    const token = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(token).digest();
    await store.asDesk((tx) =>
      sql`insert into session (token_sha256, area_id, account_id) values (${hash}, ${areaId}, ${accountId})`.execute(
        tx,
      ),
    );
    return `strandline-session=${token}`;
  };

export const untilReady = async (origin: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(`${origin}/readyz`)).ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the server on PostgreSQL did not become ready");
};
