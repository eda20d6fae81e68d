import type { BrowserContext } from "playwright-core";

/** One transaction that may write, as the browser itself says it was opened. */
export interface Write {
  readonly tables: readonly string[];
  /** `strict` waits for the disk. */
  readonly durability: string;
}

type OpenTransaction = (this: IDBDatabase, ...how: Parameters<IDBDatabase["transaction"]>) => IDBTransaction;

declare global {
  var strandlineWrites: (write: Write) => void;
}

/** Follows every writing transaction of the app's databases, in every page of a browser. */
export const watchWrites = async (context: BrowserContext): Promise<readonly Write[]> => {
  const writes: Write[] = [];
  await context.exposeBinding("strandlineWrites", (_source, write: Write) => {
    writes.push(write);
  });
  await context.addInitScript(followWrites);
  return writes;
};

/** Runs in the page, before anything of the app. */
const followWrites = (): void => {
  const open = Reflect.get(IDBDatabase.prototype, "transaction") as OpenTransaction;
  IDBDatabase.prototype.transaction = function (...how) {
    const opened = open.apply(this, how);
    if (opened.mode === "readwrite" && this.name.startsWith("strandline")) {
      strandlineWrites({ tables: [...opened.objectStoreNames], durability: opened.durability });
    }
    return opened;
  };
};
