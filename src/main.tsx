import "./ui/app/no-eval";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Person } from "#core/schema/person";
import { createAppUpdate } from "#platform/app-update";
import { createClock, localDay } from "#platform/clock";
import { sha256Hex } from "#platform/digest";
import { createDeviceNotes } from "#platform/device-notes";
import { createDraftLocks } from "#platform/draft-lock";
import { createFileHandOver } from "#platform/file-hand-over";
import { createIds, fillRandom } from "#platform/ids";
import { browserSays, installedHere } from "#platform/installed";
import { createPersistence } from "#platform/persistence";
import { createDeriveInWorker } from "#platform/sealing/derive-in-worker";
import { createKeyringWork, type OpenKeys } from "#platform/sealing/keyring-work";
import { rememberRows } from "#platform/sealing/remembered-rows";
import { createRescueSeal } from "#platform/sealing/rescue-seal";
import { makeDeviceKey, signText } from "#platform/sealing/device-key";
import { passkeyCapabilities } from "#platform/sealing/passkey-capabilities";
import { createRowSeal } from "#platform/sealing/row-seal";
import { createScriptUrls, type PolicyFactory } from "#platform/trusted-types";
import { createDeviceIdentities } from "#storage/device-identity";
import { openStore } from "#storage/open-store";
import { createPeopleHere, type PersonHere, type PersonOnDevice } from "#storage/people";
import { REGISTER } from "#storage/registry";
import { collectLying } from "#storage/rescue/collect-lying";
import { createDeviceDeliveries } from "#sync/device-deliveries";
import { createSessions } from "#sync/sessions";
import practiceArea from "../practice/area.json";
import derivingWorkerUrl from "./platform/sealing/deriving-worker?worker&url";
import pdfWorkerUrl from "./report/pdf/pdf-worker?worker&url";
import { App } from "./ui/app/app";
import { Area } from "./ui/app/area";
import { countForNotes } from "./ui/app/count-for-notes";
import { createWaysIn } from "./ui/app/create-ways-in";
import { deliverAtGoodMoments } from "./ui/app/deliver-at-good-moments";
import { createDoor } from "./ui/app/door";
import { Entrance } from "./ui/app/entrance";
import { createLeaving } from "./ui/app/leaving";
import { resealInIdleTime } from "./ui/app/reseal-in-idle-time";
import { loadQuestionnaire } from "./ui/app/load-questionnaire";
import { holdingOpen } from "./ui/app/lock/own-dialogs";
import { createPinCheck } from "./ui/app/lock/pin-check";
import { startLock } from "./ui/app/lock/start-lock";
import { tellWhatEnded } from "./ui/app/lock/tell-what-ended";
import { createPreferences } from "./ui/app/preferences";
import { readOwn } from "./ui/app/own-on-shelf";
import { createShelf } from "./ui/app/questionnaire-shelf";
import type { Services } from "./ui/app/services";
import { showOnDocument } from "./ui/app/show-preferences";
import { createVersionsHere } from "./ui/app/versions-here";
import { unlockAddress, wantedAddress } from "./ui/app/wanted-address";
import { startSync } from "./ui/app/start-sync";
import { StoreDidNotOpen } from "./ui/app/store-did-not-open";
import { createWords } from "./ui/i18n/i18n";
import "./ui/theme/tokens.css";
import "./ui/theme/base.css";
import "./ui/theme/forced-colours.css";

const clock = createClock();
const ids = createIds({ clock, fillRandom });
/** What an open page saves when it is closed, it has saved by then. */
const LAST_WORDS_MS = 400;
/** Tells the people of one device apart, and names none of them. */
const PERSON_KEY_LENGTH = 16;
const callServer: typeof fetch = (input, request) => fetch(input, request);

const start = async (): Promise<void> => {
  const rootElement = document.getElementById("root");
  if (rootElement === null) throw new Error("the page has no root");
  const root = createRoot(rootElement);

  const preferences = createPreferences(
    {
      read: (name) => localStorage.getItem(name),
      write: (name, text) => {
        localStorage.setItem(name, text);
      },
    },
    showOnDocument,
  );
  // Nobody's families come back with the Back button, or stay in another window, once who is here has changed.
  const whoIsHereChanged = new BroadcastChannel("people");
  const close = (thenOpen: () => void): void => {
    root.unmount();
    setTimeout(thenOpen, LAST_WORDS_MS);
  };
  const openAnew = (): void => {
    close(() => {
      location.replace("/");
    });
  };
  whoIsHereChanged.addEventListener("message", openAnew);
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    close(() => {
      location.reload();
    });
  });
  const deviceNotes = createDeviceNotes({
    kept: {
      read: () => localStorage.getItem("device-notes"),
      write: (text) => {
        localStorage.setItem("device-notes", text);
      },
    },
    databases: databasesHere(),
    register: REGISTER,
    clock,
  });
  const missWhatHasGone = await deviceNotes.look();
  const people = createPeopleHere({ ids, factory: globalThis.indexedDB });
  const [words, everyone] = await Promise.all([createWords(preferences.get().language), people.everyone()]);
  preferences.subscribe(() => void words.changeLanguage(preferences.get().language));
  if (!everyone.ok) {
    root.render(<StoreDidNotOpen words={words} />);
    return;
  }
  missWhatHasGone(everyone.value.flatMap(databasesOf));

  const draftLocks = createDraftLocks({ locks: navigator.locks });
  const scriptUrl = createScriptUrls(
    (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes,
    location.origin,
  );
  // While developing, scripts come from where they are written, which the policy does not know.
  const startWorker = (url: string): Worker =>
    new Worker(import.meta.env.DEV ? url : scriptUrl(url), { type: "module" });
  const derive = createDeriveInWorker(() => startWorker(derivingWorkerUrl));
  const update = createAppUpdate({
    serviceWorkers: navigator.serviceWorker,
    scriptUrl: scriptUrl("/sw.js"),
    isAnyDraftHeld: draftLocks.isAnyDraftHeld,
    page: document,
    reload: () => {
      location.reload();
    },
  });
  const tellOtherWindows = (): void => {
    whoIsHereChanged.postMessage("changed");
  };
  const doorFor = (here: PersonHere | undefined, again: () => void) =>
    createDoor({
      sessions: createSessions(callServer),
      people,
      here,
      again,
      loadAnew: () => {
        tellOtherWindows();
        openAnew();
      },
    });

  const work = createKeyringWork(derive);
  const openFamilies = async (here: PersonOnDevice, keys: OpenKeys): Promise<void> => {
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
    countForNotes(store.value, deviceNotes);
    const sync = startSync({ accountId: here.userId, store: store.value, identities, clock, fetch: callServer });
    const locking = startLock({
      userId: here.userId,
      store: store.value,
      ownKeys: ownKeysOf(here),
      derive,
      page: { window, document, root: rootElement },
      words,
      drop: () => {
        close(() => {
          location.reload();
        });
      },
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
    const door = doorFor(here, () => void sync.syncNow());
    const services: Services = {
      clock,
      ids,
      today: () => localDay(clock.nowMs()),
      practitioner: Person.parse({ id: here.userId, name: here.name, kind: "practitioner", role: here.role }),
      training: here.training,
      ownKeys: ownKeysOf(here),
      leaving: createLeaving({
        userId: here.userId,
        people,
        store: store.value,
        isOpenElsewhere: () => isOpenInAnother(here.userId),
        signOut: door.signOut,
      }),
      area: Area.parse({ ...practiceArea, name: here.areaName, practice: here.practice }),
      store: store.value,
      sync,
      door,
      practitionerCheck: createPinCheck(locking.pin, locking.uncover),
      draftLocks,
      keeping: createPersistence(navigator.storage),
      deviceNotes,
      installed: installedHere(browserSays(window)),
      rescueSeal,
      sha256: sha256Hex,
      update,
      preferences,
      loadInstrument: loadQuestionnaire,
      shelf,
      versionsHere: createVersionsHere(shelf),
      startPdfWorker: () => startWorker(pdfWorkerUrl),
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
  const { unlocking, ownKeysOf, isOpenInAnother } = createWaysIn({
    people,
    work,
    clock,
    locks: navigator.locks,
    credentials: navigator.credentials,
    host: location.hostname,
    capabilities: passkeyCapabilities,
    open: openFamilies,
    changed: tellOtherWindows,
  });
  deliverFromHere(undefined);
  const isAnyoneHere = everyone.value.some(({ isHere }) => isHere);
  history.replaceState(null, "", isAnyoneHere ? unlockAddress(wantedAddress(location)) : "/sign-in");
  root.render(
    <StrictMode>
      <Entrance
        door={doorFor(undefined, () => undefined)}
        unlocking={unlocking}
        everyone={everyone.value}
        notes={deviceNotes}
        words={words}
      />
    </StrictMode>,
  );
  if (import.meta.env.PROD) await update.start();
};

/** Some browsers do not say which databases they have. */
const databasesHere = () => {
  const { indexedDB: factory } = globalThis as { readonly indexedDB?: Partial<IDBFactory> };
  return factory?.databases === undefined ? undefined : () => indexedDB.databases();
};

const databasesOf = ({ databaseName, earlier }: PersonOnDevice): readonly string[] => [
  databaseName,
  ...earlier.map((each) => each.databaseName),
];

void start();
