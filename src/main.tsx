import "./ui/app/no-eval";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadOnce } from "#core/load-once";
import { createAppUpdate } from "#platform/app-update";
import { createClock } from "#platform/clock";
import { createDeviceNotes } from "#platform/device-notes";
import { createDraftLocks } from "#platform/draft-lock";
import { createIds, fillRandom } from "#platform/ids";
import { createDeriveInWorker } from "#platform/sealing/derive-in-worker";
import { createKeyringWork } from "#platform/sealing/keyring-work";
import { passkeyCapabilities } from "#platform/sealing/passkey-capabilities";
import { createScriptUrls, type PolicyFactory } from "#platform/trusted-types";
import { createPeopleHere, type PersonHere, type PersonOnDevice } from "#storage/people";
import { REGISTER } from "#storage/registry";
import { createSessions } from "#sync/sessions";
import derivingWorkerUrl from "./platform/sealing/deriving-worker?worker&url";
import pdfWorkerUrl from "./report/pdf/pdf-worker?worker&url";
import { createWaysIn } from "./ui/app/create-ways-in";
import { createDoor } from "./ui/app/door";
import { Entrance } from "./ui/app/entrance";
import { PartIsMissing } from "./ui/app/part-is-missing";
import { createPreferences } from "./ui/app/preferences";
import { showOnDocument } from "./ui/app/show-preferences";
import { unlockAddress, wantedAddress } from "./ui/app/wanted-address";
import { StoreDidNotOpen } from "./ui/app/store-did-not-open";
import { createWords, loadMoreWords } from "./ui/i18n/i18n";
import "./ui/theme/tokens.css";
import "./ui/theme/base.css";
import "./ui/theme/forced-colours.css";

const clock = createClock();
const ids = createIds({ clock, fillRandom });
/** What an open page saves when it is closed, it has saved by then. */
const LAST_WORDS_MS = 400;
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
  const drop = (): void => {
    close(() => {
      location.reload();
    });
  };
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) drop();
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

  const waysIn = createWaysIn({
    people,
    work: createKeyringWork(derive),
    clock,
    locks: navigator.locks,
    credentials: navigator.credentials,
    host: location.hostname,
    capabilities: passkeyCapabilities,
    open: async (here, keys) => {
      const openFamilies = await families().catch(() => undefined);
      if (openFamilies === undefined) root.render(<PartIsMissing words={words} />);
      else await openFamilies(here, keys);
    },
    changed: tellOtherWindows,
  });
  const families = loadOnce(async () => {
    // What covers the page must be there at once, also when nothing more can be loaded.
    const [{ createFamilies }, { default: practiceArea }] = await Promise.all([
      import("./ui/app/families"),
      import("../practice/area.json"),
      loadMoreWords(words, "lock"),
    ]);
    return createFamilies({
      clock,
      ids,
      callServer,
      rootElement,
      root,
      words,
      preferences,
      deviceNotes,
      people,
      draftLocks,
      update,
      startPdfWorker: () => startWorker(pdfWorkerUrl),
      practiceArea,
      derive,
      doorFor,
      waysIn,
      drop,
    });
  });
  const isAnyoneHere = everyone.value.some(({ isHere }) => isHere);
  history.replaceState(null, "", isAnyoneHere ? unlockAddress(wantedAddress(location)) : "/sign-in");
  root.render(
    <StrictMode>
      <Entrance
        door={doorFor(undefined, () => undefined)}
        unlocking={waysIn.unlocking}
        everyone={everyone.value}
        notes={deviceNotes}
        words={words}
        onShown={() => {
          // Whoever is new here loads the page once more, and has nothing that waits to be delivered.
          if (everyone.value.length === 0) return;
          requestIdleCallback(() => void families().catch(() => undefined), { timeout: 2_000 });
        }}
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
