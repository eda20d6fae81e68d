import type { Clock, Ids } from "#core/ports";
import { ok, type Result } from "#core/result";
import { createDeliveries, type Deliveries } from "./deliveries";
import { createDeviceSettings, type DeviceSettingsHere } from "./device-settings";
import { createDrafts, type Drafts } from "./drafts";
import { createEvents, type Events } from "./events";
import { createHeldHere, type HeldHere } from "./held-here";
import { openDatabase } from "./open-database";
import { createOutbox, type Outbox } from "./outbox";
import { createOwnQuestionnaires, type OwnQuestionnaires } from "./own-questionnaires";
import { databaseNameOf } from "./people";
import { createRecords, type Records } from "./records";
import { type ResealDeps, resealRows } from "./reseal";
import { createReturnedDrafts, type ReturnedDrafts } from "./returned-drafts";
import type { RowCodec } from "#core/sealed/row-codec";
import { createRescue, type Rescue } from "./rescue/rescue";
import type { StorageError } from "./storage-error";
import { createUnsentCounts, type UnsentCounts } from "./unsent-counts";
import { createWatch, type Watch } from "./watch";

/** Everything that one person has on this device. */
export interface Store {
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly records: Records;
  readonly deliveries: Deliveries;
  readonly heldHere: HeldHere;
  readonly events: Events;
  readonly questionnaires: OwnQuestionnaires;
  readonly rescue: Rescue;
  readonly unsent: UnsentCounts;
  readonly deviceSettings: DeviceSettingsHere;
  readonly returnedDrafts: ReturnedDrafts;
  /** Writes what lies under an older key anew, under the newest. */
  readonly reseal: (epochOf: ResealDeps["epochOf"], newest: number) => ReturnType<typeof resealRows>;
  readonly watch: Watch;
  /** For good; whatever is asked of this store after it is an error. */
  readonly close: () => void;
}

export interface StoreDeps {
  readonly userId: string;
  readonly practice: boolean;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: (text: string) => Promise<string>;
  /** Seals what is kept, and opens it. */
  readonly codec: RowCodec;
  /** The browser's own, unless a test brings another. */
  readonly factory?: IDBFactory;
}

/** Opens a person's database on this device, and makes it if they are new here. */
export const openStore = async (deps: StoreDeps): Promise<Result<Store, StorageError>> => {
  const { userId, practice, clock, ids, sha256, codec, factory = globalThis.indexedDB } = deps;
  const databaseName = await databaseNameOf({ userId, practice, ids, factory });
  if (!databaseName.ok) return databaseName;
  const opened = await openDatabase({ databaseName: databaseName.value, factory });
  if (!opened.ok) return opened;
  const connection = opened.value;
  return ok({
    drafts: createDrafts({ connection, codec, clock }),
    outbox: createOutbox({ connection, codec }),
    records: createRecords({ connection, codec }),
    deliveries: createDeliveries({ connection, codec, ids, sha256 }),
    heldHere: createHeldHere({ connection, codec }),
    events: createEvents({ connection, codec, ids, clock }),
    questionnaires: createOwnQuestionnaires({ connection, codec }),
    rescue: createRescue({ connection, codec, userId, practice, sha256 }),
    unsent: createUnsentCounts(connection),
    deviceSettings: createDeviceSettings({ connection, codec }),
    returnedDrafts: createReturnedDrafts({ connection, codec, userId, sha256 }),
    reseal: (epochOf, newest) => resealRows({ connection, codec, epochOf }, newest),
    watch: createWatch(connection.databaseName),
    close: connection.close,
  });
};
