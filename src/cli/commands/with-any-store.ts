import { unreachable } from "#core/result";
import { type CannotOpenPostgres, openPostgresStore } from "#server/store/open-postgres-store";
import { type CannotOpenPractice, openPracticeStore } from "#server/store/open-practice-store";
import type { Store } from "#server/store/store";
import type { ExitCode, Terminal } from "./command";
import type { Env } from "./with-area-store";

/** Which database a command is about: that of DATABASE_URL, or the practice area in DATA_DIR. */
export type Place =
  { readonly kind: "postgres"; readonly url: string } | { readonly kind: "practice"; readonly dataDir: string };

/** Reads which database is meant from the environment, as the server does. */
export const placeOf = (env: Env): Place => {
  const url = (env["DATABASE_URL"] ?? "").trim();
  if (url !== "") return { kind: "postgres", url };
  const dataDir = (env["DATA_DIR"] ?? "").trim();
  return { kind: "practice", dataDir: dataDir === "" ? "./data" : dataDir };
};

/**
 * Works in the server's database, whichever it is, and closes it again.
 *
 * Errors  says why it cannot be opened, never the address, which may hold a password.
 */
export const withAnyStore = async (
  place: Place,
  terminal: Terminal,
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const opened =
    place.kind === "postgres"
      ? await openPostgresStore(place.url, { connections: 2 })
      : await openPracticeStore(place.dataDir);
  if (!opened.ok) {
    terminal.err(`${cannotOpen(opened.error)}\n`);
    return 1;
  }
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
};

/** Why a database cannot be opened, in words. */
export const cannotOpen = (fault: CannotOpenPostgres | CannotOpenPractice): string => {
  switch (fault.type) {
    case "InUse":
      return `the practice area is in use by another Strandline (process ${String(fault.pid)}): stop that one first`;
    case "CannotReach":
      return `the database of DATABASE_URL does not let us in or cannot be reached (${fault.code})`;
    case "OtherPurpose":
      return "this database is for something else: practice and real families are never mixed";
    case "NewerDatabase":
    case "MigrationChanged":
      return `this database was made by another build (step ${String(fault.number)})`;
    default:
      return unreachable(fault);
  }
};
