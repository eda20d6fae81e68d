import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const builtDist = fileURLToPath(new URL("../../dist", import.meta.url));
const LONGEST_START_MS = 90_000;

/** The built server in a process of its own, which a test may kill and start again at the same address. */
export interface RunningApp {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  /** All that the server has written, on both streams. */
  readonly output: () => string;
  /** Ends it at once, without a chance to tidy up; `start` brings it back on the same port with the same data. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it for good and removes its data. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built server on a free port with an empty data folder; `dist` may be a copy that the test changes.
 *
 * It says where it is before its database is made, which takes seconds and keeps it from answering in between. On a
 * busy machine the first page would be waited for longer than any test waits, so it is the database that is waited for.
 */
export const startApp = async ({
  env = {},
  dist = builtDist,
  args = ["--practice"],
  untilItIsReady = true,
}: StartOptions = {}): Promise<RunningApp> => {
  const dataDir = await mkdtemp(join(tmpdir(), "strandline-data-"));
  let child: ChildProcess | undefined;
  let output = "";
  let port = 0;

  const start = async (): Promise<void> => {
    const started = runServer(args, { ...env, DATA_DIR: dataDir, PORT: String(port) }, dist);
    child = started;
    const words = await firstLine(started, (text) => {
      output += text;
    });
    port = Number(/localhost:(\d+)/.exec(words)?.[1]);
    if (untilItIsReady) await untilReady(started, port);
  };

  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };

  await start();
  return {
    get origin() {
      return `http://localhost:${port}`;
    },
    get port() {
      return port;
    },
    dataDir,
    output: () => output,
    kill,
    start,
    stop: async () => {
      await kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly dist?: string;
  readonly args?: readonly string[];
  /** False for a test of what it does before its database is open. */
  readonly untilItIsReady?: boolean;
}

const untilReady = async (child: ChildProcess, port: number): Promise<void> => {
  const startedMs = performance.now();
  while (!(await fetch(`http://localhost:${port}/readyz`)).ok) {
    if (child.exitCode !== null || performance.now() - startedMs > LONGEST_START_MS) {
      throw new Error(`the server's database did not open in ${LONGEST_START_MS} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** The built server as a bare child process, for tests of how it starts and ends. */
export const runServer = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  dist = builtDist,
): ChildProcess =>
  spawn(process.execPath, [join(dist, "server/main.js"), ...args], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });

/** Everything a process writes until it ends, and how it ended. */
export const untilItEnds = async (child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> => {
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  await once(child, "close");
  return { code: child.exitCode, out, err };
};

const firstLine = (child: ChildProcess, keep: (text: string) => void): Promise<string> =>
  new Promise((resolve, reject) => {
    let written = "";
    const tooLong = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`the server said nothing in ${LONGEST_START_MS} ms: ${written}`));
    }, LONGEST_START_MS);
    const read = (chunk: Buffer): void => {
      keep(chunk.toString());
      written += chunk.toString();
      if (!/^Strandline is at .*\n/m.test(written)) return;
      clearTimeout(tooLong);
      resolve(written);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(tooLong);
      reject(new Error(`the server ended with ${code ?? "a signal"}: ${written}`));
    });
  });
