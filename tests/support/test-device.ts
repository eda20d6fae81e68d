import "fake-indexeddb/auto"; // before Dexie, which looks for a database when it is loaded
import { IDBFactory } from "fake-indexeddb";
import { USUAL_LOCK_SETTINGS } from "#core/lock/lock-settings";
import { loadInstrument } from "#core/instrument/load-instrument";
import { createObserved } from "#core/observed";
import { err, ok } from "#core/result";
import type { Clock } from "#core/ports";
import type { Instrument } from "#core/schema/instrument";
import { Person } from "#core/schema/person";
import type { AppUpdate, UpdateStatus } from "#platform/app-update";
import { localDay } from "#platform/clock";
import { sha256Hex } from "#platform/digest";
import { createDeviceNotes } from "#platform/device-notes";
import { createDraftLocks } from "#platform/draft-lock";
import { createPersistence } from "#platform/persistence";
import { createRescueSeal } from "#platform/sealing/rescue-seal";
import { utf8 } from "#platform/sealing/bytes";
import { openStore, type Store } from "#storage/open-store";
import type { HeldDesk } from "#sync/held-desk";
import type { SyncRunner, SyncStatus } from "#sync/runner";
import practiceArea from "../../practice/area.json";
import structure from "../../questionnaires/nd-profile/v1/structure.json";
import wording from "../../questionnaires/nd-profile/v1/en-GB.json";
import { Area } from "../../src/ui/app/area";
import type { Door } from "../../src/ui/app/door";
import { createDevicePin } from "../../src/ui/app/lock/device-pin";
import { createLock } from "../../src/ui/app/lock/create-lock";
import { createLockChannel } from "../../src/ui/app/lock/lock-channel";
import type { OwnKeys } from "../../src/ui/app/own-keys";
import { createPreferences, type PreferenceValues } from "../../src/ui/app/preferences";
import type { PractitionerCheck } from "../../src/ui/app/lock/practitioner-check";
import type { Services } from "../../src/ui/app/services";
import { DEVICE_PASSPHRASE } from "./device-passphrase";
import { createMemoryLocks } from "./memory-locks";
import { countedIds } from "./uuid";
import { quickDerive } from "./quick-derive";
import { shelfOf } from "./shelf-of";
import { inProcessPdfWorker } from "./pdf-worker";
import { valueOf } from "./value-of";
import { plainRows } from "./plain-rows";

/** Tuesday 24 November 2026, nine in the morning in London. */
export const TUESDAY_NINE_MS = Date.UTC(2026, 10, 24, 9, 0);

/** The made-up practitioner who works on every test device, and her made-up area. */
export const grace: Person = Person.parse({
  id: "019ac000-0000-7000-8000-000000000001",
  name: "Grace Okafor",
  childCalls: "Grace",
  kind: "practitioner",
  role: "early-help",
});
export const practice: Area = Area.parse(practiceArea);
export const ndProfile: Instrument = valueOf(
  loadInstrument({ file: "structure.json", content: structure }, { file: "en-GB.json", content: wording }),
);

/**
 * One person's device: what it keeps outlives the app on it, so that a test may open the app, lose it and open it
 * again. Each `open` is a new life of the page, with everything real but the clock, the ids, the locks and the space.
 */
export interface TestDevice {
  nowMs: number;
  /** What the browser says of its store; `persisted` is whether it promised to keep it. */
  readonly storage: { quota: number; usage: number; persisted: boolean };
  readonly open: (showPreferences?: (values: PreferenceValues) => void) => Promise<Services>;
}

export const createTestDevice = (kept: Partial<PreferenceValues> = {}): TestDevice => {
  const factory = new IDBFactory();
  const ids = countedIds(10_000);
  const storage = { quota: 64_000_000_000, usage: 1_000_000, persisted: false };
  const locks = createMemoryLocks();
  let keptNotes: string | null = null;
  const keptPreferences = new Map([["preferences", JSON.stringify(kept)]]);

  const device: TestDevice = {
    nowMs: TUESDAY_NINE_MS,
    storage,
    open: async (showPreferences = () => undefined) => {
      const clock = { nowMs: () => device.nowMs };
      const store = valueOf(
        await openStore({
          userId: grace.id,
          practice: true,
          clock,
          ids,
          factory,
          sha256: sha256Hex,
          codec: plainRows,
        }),
      );
      return {
        clock,
        ids,
        today: () => localDay(device.nowMs),
        practitioner: grace,
        training: [],
        area: practice,
        store,
        draftLocks: createDraftLocks({ locks, waitMs: 50 }),
        keeping: createPersistence({
          persist: async () => (storage.persisted = true),
          persisted: async () => storage.persisted,
          estimate: async () => ({ quota: storage.quota, usage: storage.usage }),
        }),
        deviceNotes: createDeviceNotes({
          kept: {
            read: () => keptNotes,
            write: (text) => {
              keptNotes = text;
            },
          },
          databases: () => factory.databases(),
          register: "strandline",
          clock,
        }),
        installed: { isInstalled: false, browser: "chromium" },
        rescueSeal: createRescueSeal({ derive: quickDerive, areaKey: undefined }),
        sync: noSync(),
        door: noDoor,
        practitionerCheck: checkOf(DEVICE_PASSPHRASE),
        ownKeys: noOwnKeys,
        leaving: {
          onlyHere: async () => ok({ drafts: 0, waiting: 0, earlier: 0, isMore: false }),
          leave: async () => err({ type: "OpenInAnotherWindow" }),
        },
        sha256: sha256Hex,
        update: noUpdate(),
        preferences: createPreferences(
          {
            read: (name) => keptPreferences.get(name) ?? null,
            write: (name, text) => {
              keptPreferences.set(name, text);
            },
          },
          showPreferences,
        ),
        loadInstrument: async () => ndProfile,
        shelf: shelfOf([]),
        versionsHere: async () => [1],
        heldDesk: async () => noHeldDesk,
        startPdfWorker: inProcessPdfWorker,
        handOver: { save: () => undefined, open: () => true },
        ...unlockedFor(store, clock),
      };
    },
  };
  return device;
};

/** A server that cannot be reached. */
const noHeldDesk: HeldDesk = {
  list: async () => err({ type: "NoAnswer" }),
  open: async () => err({ type: "NoAnswer" }),
  decide: async () => err({ type: "NoAnswer" }),
  decided: async () => err({ type: "NoAnswer" }),
  overview: async () => err({ type: "NoAnswer" }),
};

const checkOf = (passphrase: string): PractitionerCheck => ({
  asks: () => Promise.resolve("passphrase"),
  isHere: (typed) =>
    Promise.resolve(typed === passphrase ? { kind: "here" } : { kind: "wrong", asks: "passphrase", waitMs: 0 }),
  hasPasskey: () => Promise.resolve(false),
  withPasskey: () => Promise.resolve({ kind: "failed" }),
});
/** A lock whose clocks are the device's own, and hashes that take no time. */
const unlockedFor = (store: Store, clock: Clock): Pick<Services, "lock" | "pin" | "uncover"> => {
  const channel = createLockChannel({
    postMessage: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  return {
    lock: createLock({
      now: () => ({ steadyMs: clock.nowMs(), wallMs: clock.nowMs() }),
      channel,
      readSettings: async () => USUAL_LOCK_SETTINGS,
      drop: () => undefined,
    }),
    pin: createDevicePin({
      kept: store.deviceSettings,
      steadyMs: clock.nowMs,
      channel,
      derive: async (typed, salt) => utf8(`${typed}${salt.join()}`),
    }),
    uncover: {
      withPassphrase: async (typed) =>
        typed === DEVICE_PASSPHRASE ? { kind: "right" } : { kind: "wrong", waitMs: 1_000 },
      hasPasskey: async () => false,
      withPasskey: async () => "failed",
    },
  };
};

/** A device without a connection: nothing is sent by itself. */
const noSync = (): SyncRunner => ({
  status: createObserved<SyncStatus>({ kind: "no-connection" }),
  syncNow: async () => undefined,
  pause: () => undefined,
  start: () => undefined,
  stop: () => undefined,
});

const noDoor: Door = {
  whoMayComeIn: async () => err({ type: "NoAnswer" }),
  signIn: async () => err({ type: "NoAnswer" }),
  signOut: async () => ok(undefined),
};

const noOwnKeys: OwnKeys = {
  read: async () => ok({ hasPassphrase: true, passkeys: [], mayAddPasskey: false }),
  prove: async () => err({ type: "NoSuchSlot" }),
  proveByPasskey: async () => err({ type: "NoSuchSlot" }),
  changePassphrase: async () => err({ type: "NoSuchSlot" }),
  addPasskey: async () => err({ type: "NoSuchSlot" }),
  removePasskey: async () => err({ type: "LastWayIn" }),
};

const noUpdate = (): AppUpdate => ({
  status: createObserved<UpdateStatus>({ kind: "up-to-date" }),
  start: async () => ok(undefined),
  apply: async () => ok(undefined),
  stop: () => undefined,
});
