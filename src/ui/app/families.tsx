import { StrictMode } from "react";
import type { Root } from "react-dom/client";
import type { i18n } from "i18next";
import type { Clock, Ids } from "#core/ports";
import { Person } from "#core/schema/person";
import type { AppUpdate } from "#platform/app-update";
import { localDay } from "#platform/clock";
import type { DeviceNotes } from "#platform/device-notes";
import { sha256Hex } from "#platform/digest";
import type { DraftLocks } from "#platform/draft-lock";
import { createFileHandOver } from "#platform/file-hand-over";
import { browserSays, installedHere } from "#platform/installed";
import { createPersistence } from "#platform/persistence";
import type { DeriveSecret } from "#platform/sealing/deriving";
import { makeDeviceKey, signText } from "#platform/sealing/device-key";
import type { OpenKeys } from "#platform/sealing/keyring-work";
import { rememberRows } from "#platform/sealing/remembered-rows";
import { createRescueSeal } from "#platform/sealing/rescue-seal";
import { createRowSeal } from "#platform/sealing/row-seal";
import { createDeviceIdentities } from "#storage/device-identity";
import { openStore } from "#storage/open-store";
import type { PeopleHere, PersonHere, PersonOnDevice } from "#storage/people";
import { collectLying } from "#storage/rescue/collect-lying";
import { createDeviceDeliveries } from "#sync/device-deliveries";
import { App } from "./app";
import { Area } from "./area";
import { countForNotes } from "./count-for-notes";
import type { WaysIn } from "./create-ways-in";
import { deliverAtGoodMoments } from "./deliver-at-good-moments";
import type { Door } from "./door";
import { hearDecisions } from "./hear-decisions";
import { createLeaving } from "./leaving";
import { loadQuestionnaire } from "./load-questionnaire";
import { holdingOpen } from "./lock/own-dialogs";
import { createPinCheck } from "./lock/pin-check";
import { startLock } from "./lock/start-lock";
import { tellWhatEnded } from "./lock/tell-what-ended";
import { createOwnKeys } from "./own-keys";
import { readOwn } from "./own-on-shelf";
import type { Preferences } from "./preferences";
import { createShelf } from "./questionnaire-shelf";
import { resealInIdleTime } from "./reseal-in-idle-time";
import type { Services } from "./services";
import { startSync } from "./start-sync";
import { StoreDidNotOpen } from "./store-did-not-open";
import { createVersionsHere } from "./versions-here";
import { wantedAddress } from "./wanted-address";

/** What stands before anybody's families are open. */
export interface FirstPage {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly callServer: typeof fetch;
  readonly rootElement: HTMLElement;
  readonly root: Root;
  readonly words: i18n;
  readonly preferences: Preferences;
  readonly deviceNotes: DeviceNotes;
  readonly people: PeopleHere;
  readonly draftLocks: DraftLocks;
  readonly update: AppUpdate;
  readonly startPdfWorker: () => Worker;
  /** The area of the made-up families. */
  readonly practiceArea: object;
  readonly derive: DeriveSecret;
  readonly doorFor: (here: PersonHere, again: () => void) => Door;
  readonly waysIn: Pick<WaysIn, "toChange" | "isOpenInAnother">;
  /** Closes the page, so that nothing of anybody is left in it, and loads it again. */
  readonly drop: () => void;
}

/** Shows the families of whoever has opened them. */
export type OpenFamilies = (here: PersonOnDevice, keys: OpenKeys) => Promise<void>;

/**
 * Everything that is not needed to come in: it is loaded while the passphrase is typed. What lies here sealed is
 * delivered from then on, for whoever is not in yet too.
 */
export const createFamilies = (page: FirstPage): OpenFamilies => {
  const { clock, ids, callServer, rootElement, root, words, preferences, deviceNotes, people, derive } = page;
  const identities = createDeviceIdentities({ ids, makeKey: makeDeviceKey, factory: globalThis.indexedDB });
  const deviceDeliveries = createDeviceDeliveries({
    people,
    identities,
    sign: signText,
    fetch: callServer,
    locks: navigator.locks,
    factory: globalThis.indexedDB,
  });
  const deliverFromHere = deliverAtGoodMoments(deviceDeliveries);
  deliverFromHere(undefined);

  return async (here, keys) => {
    const { userId, databaseName, practice } = here;
    const codec = rememberRows(createRowSeal({ epochs: () => keys.epochs, userId }));
    const rescueSeal = createRescueSeal({ derive, areaKey: here.areaKey });
    const store = await openStore({ userId, practice, clock, ids, sha256: sha256Hex, codec });
    if (!store.ok) {
      const lying = { databaseName, factory: globalThis.indexedDB, codec, userId };
      const rescue = { ids, clock, practice, rescueSeal, handOver: createFileHandOver(document) };
      root.render(
        <StoreDidNotOpen words={words} rescue={{ ...rescue, collect: (what) => collectLying(lying, what) }} />,
      );
      return;
    }
    preferences.belongTo((await sha256Hex(`preferences of ${here.userId}`)).slice(0, PERSON_KEY_LENGTH));
    countForNotes(store.value, deviceNotes, clock);
    const sync = startSync({ accountId: here.userId, store: store.value, identities, clock, fetch: callServer });
    const heldDesk = async () =>
      (await import("#sync/held-desk")).createHeldDesk({ fetch: callServer, accountId: here.userId });
    hearDecisions({ sync, held: store.value.heldHere, desk: heldDesk });
    const ownKeys = createOwnKeys({ ...page.waysIn.toChange, userId: here.userId, name: here.name });
    const locking = startLock({
      userId: here.userId,
      store: store.value,
      ownKeys,
      derive,
      page: { window, document, root: rootElement },
      words,
      drop: page.drop,
    });
    tellWhatEnded(sync, locking.lock);
    const shelf = createShelf({
      own: () => readOwn(store.value),
      language: () => preferences.get().language,
      withdrawn: async () => {
        const policy = await store.value.deliveries.policy();
        return policy.ok ? (policy.value?.withdrawnWording ?? []) : [];
      },
    });
    const door = page.doorFor(here, () => void sync.syncNow());
    const services: Services = {
      clock,
      ids,
      today: () => localDay(clock.nowMs()),
      practitioner: Person.parse({ id: here.userId, name: here.name, kind: "practitioner", role: here.role }),
      training: here.training,
      ownKeys,
      leaving: createLeaving({
        userId: here.userId,
        people,
        store: store.value,
        isOpenElsewhere: () => page.waysIn.isOpenInAnother(here.userId),
        signOut: door.signOut,
      }),
      area: Area.parse({ ...page.practiceArea, name: here.areaName, practice: here.practice }),
      store: store.value,
      sync,
      heldDesk,
      door,
      practitionerCheck: createPinCheck(locking.pin, locking.uncover),
      draftLocks: page.draftLocks,
      keeping: createPersistence(navigator.storage),
      deviceNotes,
      installed: installedHere(browserSays(window)),
      rescueSeal,
      sha256: sha256Hex,
      update: page.update,
      preferences,
      loadInstrument: loadQuestionnaire,
      shelf,
      versionsHere: createVersionsHere(shelf),
      startPdfWorker: page.startPdfWorker,
      handOver: holdingOpen(createFileHandOver(document), locking.lock.heard, document),
      ...locking,
    };
    requestIdleCallback(() => void resealInIdleTime(people, here.userId, store.value, keys));
    deliverFromHere({ person: here, drafts: store.value.returnedDrafts });
    history.replaceState(null, "", wantedAddress(location));
    root.render(
      <StrictMode>
        <App services={services} words={words} />
      </StrictMode>,
    );
  };
};

/** Tells the people of one device apart, and names none of them. */
const PERSON_KEY_LENGTH = 16;
