import { setImmediate } from "node:timers/promises";
import type { PGlite } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient } from "kysely";

/**
 * Lets the embedded database be used as if it were a pool of connections to a server, so that there is one dialect.
 *
 * Shape  PGlite is one connection: whoever has taken it keeps it until they let go, and the others wait in a row.
 */
export const pglitePool = (pglite: PGlite): PostgresPool => {
  let last = Promise.resolve();
  return {
    connect: async () => {
      const before = last;
      let letGo = (): void => undefined;
      last = new Promise((resolve) => (letGo = resolve));
      await before;
      return { query: queryOf(pglite), release: letGo };
    },
    end: () => pglite.close(),
  };
};

const LONGEST_DEAF_MS = 20;
let letInAtMs = 0;

const queryOf = (pglite: PGlite): PostgresPoolClient["query"] => {
  const query = async (text: string, parameters: readonly unknown[]) => {
    // It works in this thread and answers without ever leaving it: whoever asks the server something comes in between.
    if (performance.now() - letInAtMs > LONGEST_DEAF_MS) {
      await setImmediate();
      letInAtMs = performance.now();
    }
    const { rows, affectedRows } = await pglite.query(text, [...parameters]);
    // Kysely only asks whether the command is one that changes rows.
    return { command: "UPDATE" as const, rowCount: affectedRows ?? 0, rows };
  };
  return query as PostgresPoolClient["query"];
};
