import { unreachable } from "#core/result";
import { noteRestored } from "#server/store/backup/after-restore";
import { type CannotRestore, restorePostgres } from "#server/store/backup/postgres-backup";
import { restorePractice } from "#server/store/backup/practice-backup";
import type { InUse } from "#server/store/folder-lock";
import type { SlowCommand } from "./command";
import type { Env } from "./with-area-store";
import { cannotOpen, placeOf, withAnyStore } from "./with-any-store";

/** Puts a backup where nothing is. Devices then send again what they had delivered after it was made. */
export const runRestore =
  (env: Env): SlowCommand =>
  async (argv, terminal) => {
    const [file, ...more] = argv;
    if (file === undefined || file.startsWith("-") || more.length > 0) {
      terminal.err("usage: restore <file>\n");
      return 2;
    }
    const place = placeOf(env);
    const done =
      place.kind === "practice"
        ? await restorePractice(place.dataDir, file)
        : await restorePostgres({ url: place.url, env }, file);
    if (!done.ok) {
      terminal.err(`nothing was restored: ${whyNot(done.error)}\n`);
      return 1;
    }
    return withAnyStore(place, terminal, async (store) => {
      await noteRestored(store);
      terminal.err(
        [
          "restored. Devices send again what they had delivered since the backup, when they next come.",
          "Whatever was decided since then is not known any more: look again at whose access had ended and who had left.",
          "",
        ].join("\n"),
      );
      return 0;
    });
  };

const whyNot = (fault: CannotRestore | InUse | { readonly type: "NoFile" | "NotEmpty" | "NotABackup" }): string => {
  switch (fault.type) {
    case "NoProgram":
      return `${fault.program} is not on this machine; install PostgreSQL's programs, or say where they are: POSTGRES_BIN`;
    case "ProgramFailed":
      return `${fault.program} said: ${fault.words}`;
    case "NoFile":
      return "there is no such file";
    case "NotABackup":
      return "this file is no backup of a practice area";
    case "NotEmpty":
      return "there is something there, and nothing is written over. Make an empty database and name it in DATABASE_URL; for practice, move the folder away or choose another DATA_DIR";
    case "InUse":
      return cannotOpen(fault);
    default:
      return unreachable(fault);
  }
};
