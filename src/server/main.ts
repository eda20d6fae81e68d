import { existsSync } from "node:fs";
import { join } from "node:path";
import closeWithGrace from "close-with-grace";
import practiceArea from "../../practice/area.json";
import practicePeopleFile from "../../practice/people.json";
import { createApp, portOf } from "./app";
import { type AreaFiles, areaFilesFrom } from "./area-files/area-files";
import { readAreaFolder } from "./area-files/read-area-folder";
import { type Config, readConfig } from "./config";
import { PracticePeople, seedPracticePeople } from "./identity/practice-people";
import { type PracticeFamily, readPracticeFamilies } from "./practice/practice-family";
import { seedPracticeFamilies } from "./practice/seed-families";
import { say } from "./request-log";
import {
  badConfigWords,
  badFamiliesWords,
  cannotListenWords,
  cannotOpenWords,
  leftOutWords,
  practiceWords,
  whereItIs,
} from "./start-words";
import { openPostgresStore } from "./store/open-postgres-store";
import { openPracticeStore } from "./store/open-practice-store";
import type { Store } from "./store/store";
import { storeWhenOpen } from "./store/store-when-open";

const stop = (words: string): never => {
  process.stderr.write(`${words}\n`);
  process.exit(1);
};

const read = readConfig(process.env, process.argv.slice(2));
const config = read.ok ? read.value : stop(badConfigWords(read.error));

const appDir = join(import.meta.dirname, "../app");
if (!existsSync(join(appDir, "index.html"))) stop("Strandline did not start: it is not built yet. Run: npm run build");

/** The made-up people and families; in an area for real ones they are not even read. */
const readPractice = (): { readonly people: PracticePeople; readonly families: readonly PracticeFamily[] } => {
  const files = import.meta.glob("../../practice/families/*.json", { eager: true, import: "default" });
  const families = readPracticeFamilies(files);
  if (!families.ok) return stop(badFamiliesWords(families.error));
  return { people: PracticePeople.parse(practicePeopleFile), families: families.value };
};
const practice = config.area === "practice" ? readPractice() : undefined;

/** What the area adds and takes back; where nothing real is, the made-up files of the practice area too. */
const readFiles = (): AreaFiles => {
  const made: Readonly<Record<string, unknown>> = import.meta.glob("../../practice/questionnaires/*/v*/*.json", {
    eager: true,
    import: "default",
  });
  const shipped = Object.keys(import.meta.glob("../../questionnaires/*/v*/structure.json"));
  const added = readAreaFolder(config.dataDir);
  const madeUp = Object.entries(made).map(
    ([path, content]) => [path.slice("../../practice/".length), content] as const,
  );
  const read = areaFilesFrom(
    { ...(practice === undefined ? {} : Object.fromEntries(madeUp)), ...added.contentByPath },
    new Set(shipped.map((path) => path.split("/")[3] ?? "")),
  );
  const faults = [...added.faults, ...read.faults];
  if (faults.length > 0) process.stderr.write(`${leftOutWords(config, faults)}\n`);
  return read.files;
};

const open = async ({ databaseUrl, dataDir }: Config): Promise<Store> => {
  const opened = databaseUrl === undefined ? await openPracticeStore(dataDir) : await openPostgresStore(databaseUrl);
  if (!opened.ok) return stop(cannotOpenWords(config, opened.error));
  if (practice !== undefined) {
    await seedPracticePeople(opened.value, practice.people, practiceArea);
    await seedPracticeFamilies(opened.value, practice.people.areaId, practice.families);
  }
  return opened.value;
};

const opening = open(config);
const store = storeWhenOpen(opening);
const app = await createApp({
  config,
  appDir,
  log: process.stderr,
  store,
  practicePeople: practice?.people,
  areaFiles: readFiles(),
});

closeWithGrace({ delay: 5_000, logger: false }, async ({ err }) => {
  if (err !== undefined) say(app.log, "fatal", "stopped by a bug", { err });
  await app.close();
  await store.close();
});

try {
  await app.listen({ host: config.host, port: config.port });
} catch (error) {
  const words = cannotListenWords(config, error);
  if (words === undefined) throw error;
  stop(words);
}

process.stdout.write(`${whereItIs(config, portOf(app))}\n`);
await opening;
if (practice !== undefined) process.stdout.write(`${practiceWords(config, practice.people)}\n`);
