import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

type Query = (this: object, asked: unknown, ...more: readonly unknown[]) => unknown;
interface Queried {
  query: Query;
}

/** What the connections of a server were asked, and which of it was outside of a piece of work under a role. */
export interface Watch {
  readonly heard: () => number;
  readonly outside: () => readonly string[];
  readonly stop: () => void;
}

const BEGINS = /^(begin|start transaction)\b/i;
const ENDS = /^(commit|rollback)$/i;
const TAKES_ON_ROLE = /^\s*select set_config\('role', 'strandline_(app|desk|auditor|counter)', true\)/i;

/**
 * Listens to every statement of every connection that a server works with, in this process, on either database.
 *
 * Shape  a connection to PostgreSQL that began as `strandline_nobody` is the server's; every other is a test's own. The
 *        embedded database is one connection, which a test's own way in passes by.
 */
export const watchStatements = (): Watch => {
  const places = new WeakMap<object, "at rest" | "begun" | "under a role">();
  const outside: string[] = [];
  let heard = 0;
  const hear = (connection: object, text: string): void => {
    heard += 1;
    const place = places.get(connection) ?? "at rest";
    if (place === "at rest" && BEGINS.test(text)) places.set(connection, "begun");
    else if (place !== "at rest" && ENDS.test(text)) places.set(connection, "at rest");
    else if (place === "begun" && TAKES_ON_ROLE.test(text)) places.set(connection, "under a role");
    else if (place !== "under a role" || /\b(set|reset)\s+(local\s+|session\s+)?role\b/i.test(text)) outside.push(text);
  };
  const listenTo = (prototype: Queried, isServers: (connection: object) => boolean): (() => void) => {
    const { query } = prototype;
    prototype.query = function (asked, ...more) {
      if (isServers(this)) hear(this, typeof asked === "string" ? asked : (asked as { text: string }).text);
      return query.call(this, asked, ...more);
    };
    return () => {
      prototype.query = query;
    };
  };
  const stops = [
    listenTo(pg.Client.prototype, restsAsNobody),
    listenTo(PGlite.prototype as unknown as Queried, () => true),
  ];
  return {
    heard: () => heard,
    outside: () => outside,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};

const restsAsNobody = (connection: object): boolean => {
  const { options } = (connection as { connectionParameters?: { options?: string } }).connectionParameters ?? {};
  return options?.includes("role=strandline_nobody") === true;
};
