import "./ui/app/no-eval";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadInstrument } from "#core/instrument/load-instrument";
import type { Instrument, InstrumentRef } from "#core/schema/instrument";
import { Person } from "#core/schema/person";
import { createAppUpdate } from "#platform/app-update";
import { createClock, localDay } from "#platform/clock";
import { sha256Hex } from "#platform/digest";
import { createDraftLocks } from "#platform/draft-lock";
import { createIds, fillRandom } from "#platform/ids";
import { createFileHandOver } from "#platform/file-hand-over";
import { createPersistence } from "#platform/persistence";
import { createScriptUrls, type PolicyFactory } from "#platform/trusted-types";
import { openStore } from "#storage/open-store";
import practiceArea from "../practice/area.json";
import practicePractitioner from "../practice/practitioner.json";
import pdfWorkerUrl from "./report/pdf/pdf-worker?worker&url";
import { App } from "./ui/app/app";
import { Area } from "./ui/app/area";
import { createPreferences } from "./ui/app/preferences";
import type { Services } from "./ui/app/services";
import { showOnDocument } from "./ui/app/show-preferences";
import { StoreDidNotOpen } from "./ui/app/store-did-not-open";
import { createWords } from "./ui/i18n/i18n";
import "./ui/theme/tokens.css";
import "./ui/theme/base.css";

const CURRENT: InstrumentRef = { id: "nd-profile", version: 1, language: "en-GB" };

/** Every questionnaire that this build knows; each loads when a visit needs it, and is precached. */
const questionnaireFiles = import.meta.glob<{ readonly default: unknown }>(
  "../questionnaires/*/v*/{structure,en-GB}.json",
);

const loadQuestionnaire = async (ref: InstrumentRef | "current", language: string): Promise<Instrument> => {
  const { id, version } = ref === "current" ? CURRENT : ref;
  const read = async (name: string) => {
    const file = `../questionnaires/${id}/v${version}/${name}.json`;
    const load = questionnaireFiles[file];
    if (load === undefined) throw new Error(`no questionnaire file ${file}`);
    return { file, content: (await load()).default };
  };
  const [structure, wording] = await Promise.all([read("structure"), read("en-GB")]);
  const loaded = loadInstrument(structure, wording);
  if (!loaded.ok)
    throw new Error(loaded.error.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`).join("; "));
  if (language !== "ar-XB") return loaded.value;
  const { pseudoWording } = await import("./ui/i18n/pseudo-wording");
  return { ...loaded.value, wording: pseudoWording(loaded.value.wording) };
};

const start = async (): Promise<void> => {
  const rootElement = document.getElementById("root");
  if (rootElement === null) throw new Error("the page has no root");
  const root = createRoot(rootElement);

  const clock = createClock();
  const ids = createIds({ clock, fillRandom });
  const preferences = createPreferences(
    {
      read: () => localStorage.getItem("preferences"),
      write: (text) => {
        localStorage.setItem("preferences", text);
      },
    },
    showOnDocument,
  );
  const practitioner = Person.parse(practicePractitioner);
  const area = Area.parse(practiceArea);
  const [words, store] = await Promise.all([
    createWords(preferences.get().language),
    openStore({ userId: practitioner.id, practice: area.practice, clock, ids }),
  ]);
  preferences.subscribe(() => void words.changeLanguage(preferences.get().language));
  if (!store.ok) {
    root.render(<StoreDidNotOpen words={words} />);
    return;
  }

  const draftLocks = createDraftLocks({ locks: navigator.locks });
  const scriptUrl = createScriptUrls(
    (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes,
    location.origin,
  );
  const services: Services = {
    clock,
    ids,
    today: () => localDay(clock.nowMs()),
    practitioner,
    area,
    store: store.value,
    draftLocks,
    keeping: createPersistence(navigator.storage),
    sha256: sha256Hex,
    update: createAppUpdate({
      serviceWorkers: navigator.serviceWorker,
      scriptUrl: scriptUrl("/sw.js"),
      isAnyDraftHeld: draftLocks.isAnyDraftHeld,
      page: document,
      reload: () => {
        location.reload();
      },
    }),
    preferences,
    loadInstrument: loadQuestionnaire,
    // While developing, scripts come from where they are written, which the policy does not know.
    startPdfWorker: () => new Worker(import.meta.env.DEV ? pdfWorkerUrl : scriptUrl(pdfWorkerUrl), { type: "module" }),
    handOver: createFileHandOver(document),
  };
  root.render(
    <StrictMode>
      <App services={services} words={words} />
    </StrictMode>,
  );
  if (import.meta.env.PROD) await services.update.start();
};

void start();
