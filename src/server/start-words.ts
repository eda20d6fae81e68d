import { join } from "node:path";
import type { Fault } from "#core/instrument/load-instrument";
import { unreachable } from "#core/result";
import { type BadConfig, type Config, originOn } from "./config";
import type { PracticePeople } from "./identity/practice-people";
import type { MalformedFamilies } from "./practice/practice-family";
import type { CannotOpenPostgres } from "./store/open-postgres-store";
import type { CannotOpenPractice } from "./store/open-practice-store";

/** The line that says where Strandline is and what it holds. */
export const whereItIs = (config: Config, port: number | undefined): string =>
  `Strandline is at ${originOn(config, port)}${config.area === "practice" ? " (practice area: made-up families only)" : ""}`;

/** How to get into the practice area, and what not to expect of it; said once it can be got into. */
export const practiceWords = (config: Config, { people, passphrase }: PracticePeople): string =>
  [
    // Said when practice was not asked for, so that nobody takes it for more.
    ...(config.practiceAsked ? [] : ["An area cannot be set up yet, so nothing about a real family belongs here."]),
    `Sign in as ${people.map(({ name }) => name).join(", or ")}. The passphrase of each is: ${passphrase}`,
    "It is no secret, because it opens nothing real.",
    `What is sent is kept in ${join(config.dataDir, "practice")}, in a database that does not wait for the disk: after a power cut, the last of it may be gone.`,
  ].join("\n");

/** Why the database could not be opened, and what to do about it. */
export const cannotOpenWords = (config: Config, fault: CannotOpenPractice | CannotOpenPostgres): string =>
  `Strandline did not start: ${cannotOpenReason(config, fault)}`;

const cannotOpenReason = ({ dataDir }: Config, fault: CannotOpenPractice | CannotOpenPostgres): string => {
  switch (fault.type) {
    case "InUse":
      return `${join(dataDir, "practice")} is in use by another Strandline (process ${fault.pid}). Stop that one, or choose another folder: DATA_DIR=./other npm start`;
    case "OtherPurpose":
      return fault.wanted
        ? "this database is for real families, and practice is never kept beside them."
        : "this database is a practice area, and real families are never kept in one.";
    case "NewerDatabase":
      return `a newer version has worked with this database (step ${fault.number}). Start that version.`;
    case "MigrationChanged":
      return `this database was made by another build (step ${fault.number} differs). Start that build.`;
    case "CannotReach":
      return `the database of DATABASE_URL does not let us in or cannot be reached (${fault.code}).`;
    default:
      return unreachable(fault);
  }
};

export const badConfigWords = ({ faults }: BadConfig): string =>
  ["Strandline did not start:", ...faults.map(({ name, reason }) => `  ${name} ${reason}`)].join("\n");

export const badFamiliesWords = ({ faults }: MalformedFamilies): string =>
  [
    "Strandline did not start: the made-up families cannot be read.",
    ...faults.map(({ file, path, reason }) => `  ${file}: ${path}: ${reason}`),
  ].join("\n");

/** What of an area's own files is left out, and why; everything else is used. */
export const leftOutWords = ({ dataDir }: Config, faults: readonly Fault[]): string =>
  [
    `Strandline leaves out what is wrong in ${dataDir}; the rest is used.`,
    ...faults.map(({ file, path, reason }) => `  ${file}: ${path === "" ? "whole file" : path}: ${reason}`),
  ].join("\n");

/** Why the address could not be taken, for the faults that a person can mend; nothing for others, which are bugs. */
export const cannotListenWords = ({ host, port }: Config, error: unknown): string | undefined => {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "EADDRINUSE":
      return `Strandline did not start: port ${port} is already in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
    case "EACCES":
      return `Strandline did not start: this user may not use port ${port}. Choose one above 1023: PORT=8080 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `Strandline did not start: this machine has no address ${host}. Set HOST to one that it has.`;
    default:
      return undefined;
  }
};
