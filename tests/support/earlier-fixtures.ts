import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { RecordType } from "#core/schema/operation";

const FOLDER = join(import.meta.dirname, "../compat/fixtures");

/** The versions before this build's of which there are bodies and messages. */
export const EARLIER = [1, 2] as const;
export type Earlier = (typeof EARLIER)[number];

/** The types of record that there were in a version. */
export const typesOf = (version: Earlier): readonly RecordType[] =>
  readdirSync(join(FOLDER, `schema-${version}`)).map((name) => name.replace(".json", "") as RecordType);

/** A body as a build of that version wrote it, to the byte; made for practice or not. */
export const bodyOf = (version: Earlier, recordType: RecordType, practice = true): string =>
  readFileSync(join(FOLDER, `schema-${version}`, `${recordType}.json`), "utf8").replace(
    '"practice": true',
    `"practice": ${practice}`,
  );

/** A message as a device of that protocol sends it. */
export const messageOf = (protocol: Earlier, kind: "push" | "pull" | "digest"): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(FOLDER, `protocol-${protocol}`, `${kind}.json`), "utf8")) as Readonly<
    Record<string, unknown>
  >;

const person = (number: number): string => `01900000-0000-7000-8000-000000000c0${number}`;
/** The people in the bodies. */
export const [robin, mum, dad] = [person(1), person(2), person(4)];
