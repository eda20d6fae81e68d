import { unreachable } from "#core/result";
import { backUpPostgres, type CannotBackUp } from "#server/store/backup/postgres-backup";
import { backUpPractice } from "#server/store/backup/practice-backup";
import type { InUse } from "#server/store/folder-lock";
import type { SlowCommand } from "./command";
import type { Env } from "./with-area-store";
import { cannotOpen, placeOf } from "./with-any-store";

/** Writes all that the server holds to one file. It holds families' words in the open: it is kept as the database is. */
export const runBackup =
  (env: Env): SlowCommand =>
  async (argv, terminal) => {
    const [file, ...more] = argv;
    if (file === undefined || file.startsWith("-") || more.length > 0) {
      terminal.err("usage: backup <file>\n");
      return 2;
    }
    const place = placeOf(env);
    // Its own login, because the server's is held by row security and would dump nothing.
    const url = (env["BACKUP_DATABASE_URL"] ?? "").trim();
    const done =
      place.kind === "practice"
        ? await backUpPractice(place.dataDir, file)
        : await backUpPostgres({ url: url === "" ? place.url : url, env }, file);
    if (!done.ok) {
      terminal.err(`nothing was backed up: ${whyNot(done.error)}\n`);
      return 1;
    }
    terminal.err(`backed up to ${file}. It is not sealed: keep it as safe as the database.\n`);
    return 0;
  };

const whyNot = (fault: CannotBackUp | InUse): string => {
  switch (fault.type) {
    case "NoProgram":
      return `${fault.program} is not on this machine; install PostgreSQL's programs, or say where they are: POSTGRES_BIN`;
    case "ProgramFailed":
      return `${fault.program} said: ${fault.words}`;
    case "FileExists":
      return "there is a file of that name, and none is written over";
    case "NothingThere":
      return "there is no Strandline database there";
    case "SeesNothing":
      return "this login is held by row security, and would back up empty tables; give one that is not (a superuser, or bypassrls) as BACKUP_DATABASE_URL";
    case "InUse":
      return cannotOpen(fault);
    default:
      return unreachable(fault);
  }
};
