import { openPostgresStore } from "#server/store/open-postgres-store";
import type { Store } from "#server/store/store";
import type { ExitCode, Terminal } from "./command";

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * Works in the database of real families that DATABASE_URL names, and closes it again.
 *
 * Errors  says why it cannot be opened, never the address, which may hold a password.
 */
export const withAreaStore = async (
  env: Env,
  terminal: Terminal,
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const url = env["DATABASE_URL"] ?? "";
  if (url === "") {
    terminal.err(
      "DATABASE_URL is not set. In the practice area the kit lies in the database, and opens all at once.\n",
    );
    return 2;
  }
  const opened = await openPostgresStore(url, { connections: 4 });
  if (!opened.ok) {
    terminal.err(`the database cannot be opened (${opened.error.type})\n`);
    return 1;
  }
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
};
