import { DeviceNotesKept, type Vanished } from "#core/schema/device-notes";

/** A mark that outlives the databases where a browser clears them, and says afterwards what was in them. */
export interface DeviceNotes {
  /**
   * Looks which databases are there; ask before any is opened, because opening makes an empty one. The answer is told
   * which of them should be there, as the register of people says afterwards.
   */
  readonly look: () => Promise<(registered: readonly string[]) => void>;
  readonly vanished: () => Vanished | undefined;
  /** Somebody has read what has gone. */
  readonly understood: () => void;
  /** Counts anew what a database holds. */
  readonly keep: (databaseName: string, counted: { readonly drafts: number; readonly waiting: number }) => void;
  /** Whether it was said that the browser has not promised to keep what is here. */
  readonly saidNotKept: () => boolean;
  readonly sayNotKept: () => void;
}

export interface DeviceNotesDeps {
  readonly kept: { readonly read: () => string | null; readonly write: (text: string) => void };
  /** The names of the databases that are there now; absent where the browser does not list them. */
  readonly databases: (() => Promise<readonly { readonly name?: string }[]>) | undefined;
  /** The database that knows of all others. */
  readonly register: string;
  readonly clock: { readonly nowMs: () => number };
}

/**
 * The device's notes.
 *
 * Shape    a browser clears its databases and its caches together, but not its small text store: in Chromium that is
 *          another store, in Firefox too unless the whole site is cleared. Safari may clear all of them: then only the
 *          server's cookie is left, and nobody can say how much was here.
 * Missing  a text store that is empty, full or forbidden, or a browser that does not list its databases: nothing is
 *          noticed, and nothing else depends on it.
 */
export const createDeviceNotes = ({ kept, databases, register, clock }: DeviceNotesDeps): DeviceNotes => {
  let notes = readNotes(kept.read);
  const change = (next: Partial<DeviceNotesKept>): void => {
    // Another window may have written meanwhile.
    notes = { ...readNotes(kept.read), ...next };
    try {
      kept.write(JSON.stringify(notes));
    } catch {
      // Full or forbidden: what cannot be noted is not missed later either.
    }
  };
  const without = (names: readonly string[]): DeviceNotesKept["marks"] =>
    Object.fromEntries(Object.entries(readNotes(kept.read).marks).filter(([name]) => !names.includes(name)));

  const missFrom = (there: readonly string[], registered: readonly string[]): void => {
    const missing = Object.entries(notes.marks).filter(([name]) => !there.includes(name));
    // Where the register is still there and names one no more, that one was removed on purpose.
    const gone = missing.filter(([name]) => !there.includes(register) || registered.includes(name));
    if (missing.length === 0) return;
    if (gone.length === 0) {
      change({ marks: without(missing.map(([name]) => name)) });
      return;
    }
    const before = notes.vanished === undefined ? [] : [notes.vanished];
    const all = [...gone.map(([, mark]) => mark), ...before];
    change({
      marks: without(missing.map(([name]) => name)),
      vanished: {
        seenMs: Math.max(...all.map(({ seenMs }) => seenMs)),
        drafts: all.reduce((sum, { drafts }) => sum + drafts, 0),
        waiting: all.reduce((sum, { waiting }) => sum + waiting, 0),
        noticedMs: clock.nowMs(),
      },
    });
  };

  return {
    look: async () => {
      const there = await namesOf(databases);
      return (registered) => {
        if (there !== undefined) missFrom(there, registered);
      };
    },
    vanished: () => notes.vanished,
    understood: () => {
      change({ vanished: undefined });
    },
    keep: (databaseName, { drafts, waiting }) => {
      change({ marks: { ...without([]), [databaseName]: { seenMs: clock.nowMs(), drafts, waiting } } });
    },
    saidNotKept: () => notes.saidNotKept,
    sayNotKept: () => {
      change({ saidNotKept: true });
    },
  };
};

const readNotes = (read: () => string | null): DeviceNotesKept => {
  try {
    return DeviceNotesKept.parse(JSON.parse(read() ?? "{}"));
  } catch {
    return DeviceNotesKept.parse({}); // forbidden, or not ours: as if nothing had been noted
  }
};

const namesOf = async (databases: DeviceNotesDeps["databases"]): Promise<readonly string[] | undefined> => {
  try {
    return (await databases?.())?.flatMap(({ name }) => (name === undefined ? [] : [name]));
  } catch {
    return undefined;
  }
};
