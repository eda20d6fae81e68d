import pg from "pg";
import type { Operation } from "#core/schema/operation";

/** One statement as a connection was asked for it. */
interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The values of a script, by the names that it gives them: pgbench sends them along, as the server does. */
export type Variables = Record<string, string>;

/**
 * Writes down in SQL what the server asks of PostgreSQL for one operation, by listening while it is done.
 *
 * Shape  each run of it keeps another operation of another record: their ids are made by chance, and the receipt's
 *        number is the one that the transaction itself draws.
 */
export const writtenInSql = async (
  operation: Operation,
  variables: Variables,
  deliver: () => Promise<unknown>,
): Promise<string> => {
  const asked = await listen(deliver);
  const asSql = asSqlFor(operation, variables);
  const lines = asked.map(({ text, values }) => {
    const statement = text
      .replaceAll(/\s+/g, " ")
      .replaceAll(/\$(\d+)/g, (_, n: string) => asSql(values[Number(n) - 1]));
    return DRAWS_NUMBER.test(text) ? `${statement} \\gset` : `${statement};`;
  });
  return [...CHANCE, ...lines].join("\n");
};

/** The sequence is set there first, so that the receipt's number is like no other number of the transaction. */
export const FIRST_NUMBER = 7_000_000_000;

const CHANCE = [
  "\\set op random(100000000000000000, 900000000000000000)",
  "\\set record random(100000000000000000, 900000000000000000)",
];
const DRAWS_NUMBER = /nextval\('audit_seq'\) as audit_seq/;

type Query = (this: pg.Client, asked: Partial<Asked>, ...more: readonly unknown[]) => unknown;

/** Hears what every connection is asked while some work is done. */
const listen = async (work: () => Promise<unknown>): Promise<readonly Asked[]> => {
  const clients = pg.Client.prototype as unknown as { query: Query };
  const { query } = clients;
  const asked: Asked[] = [];
  clients.query = function (statement, ...more) {
    const { text, values = [] } = statement;
    if (text !== undefined) asked.push({ text, values });
    return query.call(this, statement, ...more);
  };
  try {
    await work();
  } finally {
    clients.query = query;
  }
  return asked;
};

/** How one value of a statement is written: as chance, as the drawn number, or as a variable that pgbench sends along. */
const asSqlFor = (operation: Operation, variables: Variables) => {
  const chance = [
    [operation.opId, "lpad(:op::text, 32, '0')::uuid"],
    [operation.recordId, "lpad(:record::text, 32, '0')::uuid"],
  ] as const;
  const variable = (value: string): string => {
    const known = Object.entries(variables).find(([, each]) => each === value);
    const name = known?.[0] ?? `v${Object.keys(variables).length}`;
    variables[name] = value;
    return `:${name}`;
  };
  return (value: unknown): string => {
    if (value === null || value === undefined) return "null";
    if (typeof value === "number" && value > FIRST_NUMBER && value < FIRST_NUMBER + 1_000_000) return ":audit_seq";
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (Array.isArray(value)) return variable(`{${value.map((each) => JSON.stringify(each)).join(",")}}`);
    if (typeof value !== "string") throw new Error(`a ${typeof value} cannot be written in SQL here`);
    for (const [id, sql] of chance) {
      if (value === id) return sql;
      const parts = value.split(id);
      if (parts.length > 1) return `(${parts.map(quoted).join(` || ${sql}::text || `)})`;
    }
    return variable(value);
  };
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
