import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ensurePostgres } from "../scripts/find-postgres.mjs";
import type { Variables } from "./same-in-sql";

export interface PgbenchRun {
  readonly databaseUrl: string;
  /** One is picked by chance for each transaction. */
  readonly scripts: readonly string[];
  readonly variables: Variables;
  readonly clients: number;
  readonly transactions: number;
}

/**
 * Has pgbench run transactions with prepared statements, as so many clients at once.
 *
 * Units   transactions a second, without the time to connect.
 * Errors  throws where one of them failed.
 */
export const pgbench = async ({
  databaseUrl,
  scripts,
  variables,
  clients,
  transactions,
}: PgbenchRun): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), "strandline-pgbench-"));
  try {
    const files = scripts.map((script, index) => {
      const file = join(folder, `${index}.sql`);
      writeFileSync(file, script);
      return file;
    });
    const each = Math.ceil(transactions / clients);
    const { stdout, stderr } = await promisify(execFile)(
      join(ensurePostgres(), "pgbench"),
      [
        ...["--no-vacuum", "--protocol=prepared", `--client=${clients}`, `--transactions=${each}`],
        ...files.map((file) => `--file=${file}`),
        ...Object.entries(variables).map(([name, value]) => `--define=${name}=${value}`),
        databaseUrl,
      ],
      { env: { ...process.env, PGOPTIONS: "-c role=strandline_nobody" } },
    );
    const processed = /actually processed: (\d+)\/(\d+)/.exec(stdout);
    const rate = /tps = ([\d.]+) \(without/.exec(stdout);
    if (processed === null || rate === null || processed[1] !== processed[2])
      throw new Error(`pgbench did not do all that was asked: ${stdout} ${stderr}`);
    return Number(rate[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
