import { createContext, use } from "react";
import type { Clock, Ids } from "#core/ports";
import type { Instrument, InstrumentRef } from "#core/schema/instrument";
import type { Person } from "#core/schema/person";
import type { PlainDate } from "#core/schema/plain-date";
import type { AppUpdate } from "#platform/app-update";
import type { DeviceNotes } from "#platform/device-notes";
import type { DraftLocks } from "#platform/draft-lock";
import type { FileHandOver } from "#platform/file-hand-over";
import type { InstalledHere } from "#platform/installed";
import type { StorageKeeping } from "#platform/persistence";
import type { RescueSeal } from "#platform/sealing/rescue-seal";
import type { PdfWorker } from "#report/pdf/pdf-maker";
import type { Store } from "#storage/open-store";
import type { HeldDesk } from "#sync/held-desk";
import type { SyncRunner } from "#sync/runner";
import type { Area } from "./area";
import type { Door } from "./door";
import type { Leaving } from "./leaving";
import type { PractitionerCheck } from "./lock/practitioner-check";
import type { Lock } from "./lock/create-lock";
import type { DevicePin } from "./lock/device-pin";
import type { Uncover } from "./lock/uncover";
import type { OwnKeys } from "./own-keys";
import type { Preferences } from "./preferences";
import type { Shelf } from "./questionnaire-shelf";

/** Everything a screen may ask of the world; made once in `main.tsx`, replaced piece by piece in tests. */
export interface Services {
  readonly clock: Clock;
  readonly ids: Ids;
  /** The day on this device, in its own time zone. */
  readonly today: () => PlainDate;
  readonly practitioner: Person;
  /** What whoever is signed in has been trained for. */
  readonly training: readonly string[];
  readonly area: Area;
  readonly store: Store;
  /** Delivers what is finished, and fetches what is new. */
  readonly sync: SyncRunner;
  /** What the server holds safely; it is loaded when it is first asked for. */
  readonly heldDesk: () => Promise<HeldDesk>;
  readonly door: Door;
  /** Tells the practitioner from everybody else at the table. */
  readonly practitionerCheck: PractitionerCheck;
  /** Whether this page is covered or locked, and what it hears of visits. */
  readonly lock: Lock;
  readonly pin: DevicePin;
  /** The ways to prove who works here, beside the PIN. */
  readonly uncover: Uncover;
  /** The ways in of whoever works here. */
  readonly ownKeys: OwnKeys;
  readonly leaving: Leaving;
  readonly draftLocks: DraftLocks;
  readonly keeping: StorageKeeping;
  /** What is remembered beside the databases, so that they are missed when a browser clears them. */
  readonly deviceNotes: DeviceNotes;
  readonly installed: InstalledHere;
  readonly rescueSeal: RescueSeal;
  readonly sha256: (text: string) => Promise<string>;
  readonly update: AppUpdate;
  readonly preferences: Preferences;
  /** The newest version of the nine lines, or the one that a visit was started with. */
  readonly loadInstrument: (ref: InstrumentRef | "current", language: string) => Promise<Instrument>;
  /** The versions of a questionnaire on this device, the oldest first. */
  readonly versionsHere: (questionnaireId: string) => Promise<readonly number[]>;
  /** The questionnaires of pages: what came with the app, and the area's own. */
  readonly shelf: Shelf;
  /** Starts the worker that draws pages; a screen ends it when it is left. */
  readonly startPdfWorker: () => PdfWorker;
  readonly handOver: FileHandOver;
}

export const ServicesContext = createContext<Services | null>(null);

export const useServices = (): Services => {
  const services = use(ServicesContext);
  if (services === null) throw new Error("a screen was shown without services");
  return services;
};
