import { Dexie, type Table } from "dexie";
import { loadInstrument } from "#core/instrument/load-instrument";
import { PlainDate } from "#core/schema/plain-date";
import type { RowCodec } from "#core/sealed/row-codec";
import type { Visit } from "#core/schema/visit";
import type { Policy } from "#core/schema/wire";
import { startVisit } from "#core/visit/start-visit";
import { createClock } from "#platform/clock";
import { sha256Hex } from "#platform/digest";
import { createIds, fillRandom } from "#platform/ids";
import { randomBytes } from "#platform/sealing/bytes";
import { deriveHere } from "#platform/sealing/derive-here";
import { type DeriveSecret, NEW_COST } from "#platform/sealing/deriving";
import { createKeyringWork, type OpenKeys } from "#platform/sealing/keyring-work";
import { rememberRows } from "#platform/sealing/remembered-rows";
import { createRowSeal } from "#platform/sealing/row-seal";
import { openStore } from "#storage/open-store";
import { createPeopleHere } from "#storage/people";
import wording from "../../questionnaires/nd-profile/v1/en-GB.json";
import structure from "../../questionnaires/nd-profile/v1/structure.json";
import { plainRows } from "../../tests/support/plain-rows";
import { valueOf } from "../../tests/support/value-of";
import { FIVE_HUNDRED, madeUpCase, makeUpRecords, STARTED_AT_MS } from "../made-up-records";
import { visitUnderWay } from "../made-up-visit";
import { createWords } from "../words";

const PERSON = {
  userId: "01900000-0000-7000-8000-00000000b001",
  practice: true,
  name: "Made-up practitioner",
  role: "early-help",
  areaName: "Made-up area",
  training: [],
};
/** With three adults on nine strands it makes a draft of 20 KB. */
const NOTE_LENGTH = 61;
const WARM_UPS = 20;
const NO_POLICY: Policy = {
  version: "made up",
  withdrawnWording: [],
  questionnaires: [],
  settings: {},
  minimumProtocol: 1,
};

/** What deriving answers, without its work: it is measured by itself. */
const derivedBefore: DeriveSecret = () => Promise.resolve(new Uint8Array(32).fill(7));

const clock = createClock();
const ids = createIds({ clock, fillRandom });
const people = createPeopleHere({ ids, factory: indexedDB });
const work = createKeyringWork(derivedBefore);

const openAs = async (userId: string, codec: RowCodec) =>
  valueOf(await openStore({ userId, practice: PERSON.practice, clock, ids, sha256: sha256Hex, codec }));
const openSealed = (keys: OpenKeys) =>
  openAs(PERSON.userId, rememberRows(createRowSeal({ epochs: () => keys.epochs, userId: PERSON.userId })));

const enrol = async (): Promise<OpenKeys> => {
  valueOf(await people.comes(PERSON));
  const { keyring, keys } = await work.enrol({ userId: PERSON.userId, passphrase: "made up", areaKey: undefined });
  valueOf(await people.changeKeyring(PERSON.userId, () => keyring));
  return keys;
};

/** How long each save of a draft took, in turns: sealed, by the same store unsealed, and by Dexie alone; all until the disk has it. */
export interface Saves {
  readonly sealedMs: readonly number[];
  readonly unsealedMs: readonly number[];
  readonly plainMs: readonly number[];
  readonly draftBytes: number;
}

/** Saves a draft of about 20 KB again and again, as autosave does, beside one write by Dexie with strict durability. */
export const saveInTurns = async (rounds: number): Promise<Saves> => {
  const sealedStore = await openSealed(await enrol());
  const unsealedStore = await openAs("01900000-0000-7000-8000-00000000b002", plainRows);
  const plain = new Dexie("plain", { chromeTransactionDurability: "strict" }) as Dexie & {
    readonly draft: Table<{ readonly id: string; readonly version: number; readonly body: string }, string>;
  };
  plain.version(1).stores({ draft: "id" });
  await plain.open();
  const visit = visitOf20KB();
  const id = visit.profileId;
  const draft = { id, kind: "visit", caseId: ids.next(), startedAtMs: STARTED_AT_MS, body: visit } as const;
  const ways = [
    (version: number) => sealedStore.drafts.save(draft, version),
    (version: number) => unsealedStore.drafts.save(draft, version),
    (version: number) => plain.draft.put({ id, version, body: JSON.stringify(visit) }),
  ].map((save) => ({ save, timesMs: [] as number[] }));
  for (let round = 0; round < rounds + WARM_UPS; round += 1) {
    // Each goes first as often as the others.
    for (let turn = 0; turn < ways.length; turn += 1) {
      const way = ways[(round + turn) % ways.length];
      const startMs = performance.now();
      await way?.save(round);
      way?.timesMs.push(performance.now() - startMs);
    }
  }
  const versions = await Promise.all([sealedStore, unsealedStore].map(({ drafts }) => drafts.load(id)));
  if (versions.some((loaded) => valueOf(loaded).version !== rounds + WARM_UPS)) throw new Error("a save was refused");
  plain.close();
  sealedStore.close();
  unsealedStore.close();
  const [sealedMs = [], unsealedMs = [], plainMs = []] = ways.map(({ timesMs }) => timesMs.slice(WARM_UPS));
  return {
    sealedMs,
    unsealedMs,
    plainMs,
    draftBytes: new Blob([JSON.stringify(visit)]).size,
  };
};

/** Puts 500 made-up records on this device as if they had come from a server, and says how many bytes they have. */
export const fill = async (): Promise<number> => {
  const { deliveries, close } = await openSealed(await enrol());
  const operations = await makeUpRecords(FIVE_HUNDRED);
  const puts = operations.map((operation) => ({
    ...operation,
    revId: operation.opId,
    ver: operation.opId,
    branches: [],
  }));
  valueOf(await deliveries.take({ puts, gone: [], more: false, storeEpoch: "made up", policy: NO_POLICY }));
  close();
  return operations.reduce((sum, { body }) => sum + new Blob([body]).size, 0);
};

/** From what deriving answered until all is opened in memory and every family is listed, as for the first screen. */
export const unlock = async (): Promise<{ readonly ms: number; readonly families: number; readonly held: number }> => {
  const startMs = performance.now();
  const [person] = valueOf(await people.everyone());
  if (person?.keyring === undefined) throw new Error("nobody is enrolled here");
  const { records, deliveries, close } = await openSealed(
    valueOf(await work.openWithPassphrase(person.userId, person.keyring, "made up")),
  );
  const { records: cases, unreadable } = valueOf(await records.list("case"));
  const ms = performance.now() - startMs;
  if (unreadable.length > 0) throw new Error(`${unreadable.length} records could not be read`);
  const held = valueOf(await deliveries.held()).versions.size;
  close();
  return { ms, families: cases.length, held };
};

/** What one try at a passphrase costs, at the cost of a new one. */
export const derive = async (): Promise<number> => {
  const startMs = performance.now();
  await deriveHere("seven made-up words that nobody would guess", randomBytes(16), NEW_COST);
  return performance.now() - startMs;
};

const visitOf20KB = (): Visit => {
  const instrument = valueOf(
    loadInstrument({ file: "structure.json", content: structure }, { file: "en-GB.json", content: wording }),
  );
  const words = createWords(5);
  const caseBody = madeUpCase(words, 0, true);
  const begun = startVisit(
    {
      caseId: ids.next(),
      caseBody,
      instrument,
      ledBy: PERSON.userId,
      today: PlainDate.parse("2026-11-22"),
      nowMs: STARTED_AT_MS,
    },
    ids,
  );
  return visitUnderWay(
    caseBody,
    instrument.structure.strands.map(({ id }) => id),
    words,
    NOTE_LENGTH,
  )(begun);
};
