import { createHash } from "node:crypto";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";

/**
 * A pool whose queries with parameters are prepared once for each connection. Our statements are few and fixed, and
 * parsing and planning them anew cost more than running them.
 */
export const preparingPool = (pool: pg.Pool): PostgresPool => ({
  connect: async () => {
    const client = await pool.connect();
    const query = (text: string, values: readonly unknown[]) =>
      client.query(values.length === 0 ? { text } : { name: nameOf(text), text, values: [...values] });
    return {
      query: query as unknown as PostgresPoolClient["query"],
      release: () => {
        client.release();
      },
    };
  },
  end: () => pool.end(),
});

const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 40);
  names.set(text, name);
  return name;
};
