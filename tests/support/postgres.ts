import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import pg from "pg";
import { ensurePostgres } from "../../scripts/find-postgres.mjs";

/** A real PostgreSQL that lives for as long as the tests do. */
export interface Cluster {
  readonly port: number;
  readonly stop: () => void;
}

/** Starts one in a folder of its own; as root it runs as `postgres`, which is the only way it would. */
export const startCluster = async (settings = "-c fsync=off -c full_page_writes=off"): Promise<Cluster> => {
  const bin = ensurePostgres();
  const folder = mkdtempSync(join(tmpdir(), "strandline-pg-"));
  const isRoot = process.getuid?.() === 0;
  const run = (program: string, ...args: readonly string[]): void => {
    const command = [join(bin, program), ...args];
    const [file = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(file, rest, { stdio: ["ignore", "ignore", "pipe"], cwd: folder });
  };
  if (isRoot) {
    chmodSync(folder, 0o755);
    execFileSync("chown", ["postgres", folder]);
  }
  const port = await freePort();
  const data = join(folder, "data");
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=100 ${settings}`;
  run("initdb", "-D", data, "-U", "owner", "-A", "trust", "--no-sync", "--no-instructions", "--locale=C.UTF-8");
  run("pg_ctl", "-D", data, "-o", options, "-l", join(folder, "log"), "-w", "start");
  return {
    port,
    stop: () => {
      run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/**
 * Makes an empty database whose login role owns it and is no superuser, as it would be in earnest.
 *
 * Shape  the answer is the login's connection string.
 */
export const createDatabase = async (port: number): Promise<string> => {
  const name = `strandline_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
  const owner = await connect(`postgres://owner@127.0.0.1:${port}/postgres`);
  await owner.query(
    `do $$ begin create role login_of_tests login createrole; exception when duplicate_object or unique_violation then null; end $$`,
  );
  await owner.query(`create database ${name} owner login_of_tests`);
  await owner.end();
  return `postgres://login_of_tests@127.0.0.1:${port}/${name}`;
};

/** A connection of the test's own, past everything that the server does. */
export const connect = async (connectionString: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};
