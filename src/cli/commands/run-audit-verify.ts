import { readFileSync } from "node:fs";
import { type BrokenLink, type ChainHead, verifyAudit } from "#server/audit/verify-audit";
import type { SlowCommand } from "./command";
import type { Env } from "./with-area-store";
import { placeOf, withAnyStore } from "./with-any-store";

const USAGE = "usage: audit:verify [file of heads that were printed before]\n";

const WORDS: Readonly<Record<BrokenLink["what"], string>> = {
  missing: "there is no entry in this place, and there are later ones",
  changed: "the entry is not what was hashed here, or does not follow the one before it",
  "cut-short": "the chain ends before this place, and something knows of entries from here on",
  "other-head": "the entry is another than the one whose head was kept",
  "no-entry-for-receipt": "the chain is whole up to here, and a receipt names an entry that is nowhere",
};

/** Examines the audit of every area, prints the head of each chain, and names the first broken place of each. */
export const runAuditVerify =
  (env: Env): SlowCommand =>
  async (argv, terminal) => {
    const [file, ...more] = argv;
    const kept = file === undefined ? [] : readHeads(file);
    if (more.length > 0 || kept === undefined) {
      terminal.err(kept === undefined ? `${file ?? ""} cannot be read as heads\n` : USAGE);
      return 2;
    }
    return withAnyStore(placeOf(env), terminal, async (store) => {
      const { heads, broken } = await verifyAudit(store, kept);
      for (const head of heads) terminal.out(`${lineOf(head)}\n`);
      for (const { areaId, chain, link, what } of broken) {
        terminal.err(`broken: area ${areaId}, chain ${chain}, entry ${String(link)}: ${WORDS[what]}\n`);
      }
      if (broken.length === 0) {
        terminal.err(
          `${String(heads.length)} chains are whole. Keep the lines above where nobody who can write to this database can write, and give that file the next time: entries that somebody takes from the end, with all that names them here, are found in no other way.\n`,
        );
      }
      return broken.length === 0 ? 0 : 1;
    });
  };

const lineOf = ({ areaId, chain, link, hash }: ChainHead): string => [areaId, chain, link, hash].join(" ");

const LINE = /^([0-9a-f-]{36}) (area|private) (\d{1,15}) ([0-9a-f]{64})$/;

const readHeads = (file: string): readonly ChainHead[] | undefined => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined; // the caller names the file
  }
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const heads = lines.map((line): ChainHead | undefined => {
    const [, areaId, chain, link, hash] = LINE.exec(line.trim()) ?? [];
    if (areaId === undefined || hash === undefined) return undefined;
    return { areaId, chain: chain === "private" ? "private" : "area", link: Number(link), hash };
  });
  const read = heads.filter((head) => head !== undefined);
  return read.length === heads.length ? read : undefined;
};
