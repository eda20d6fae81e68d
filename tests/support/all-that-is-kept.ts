import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** All that a page's origin keeps, as text: every row of every database, bytes read as UTF-8 and as UTF-16, and each store. */
export const allThatIsKept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error("not read"));
        };
      });
    const asText = (value: unknown): string => {
      if (value instanceof Uint8Array || value instanceof ArrayBuffer)
        return ["utf-8", "utf-16le"].map((how) => new TextDecoder(how).decode(value)).join(" ");
      if (Array.isArray(value)) return value.map(asText).join(" ");
      if (typeof value === "object" && value !== null) return Object.entries(value).map(asText).join(" ");
      return String(value);
    };
    const texts = [JSON.stringify(Object.entries(localStorage)), JSON.stringify(Object.entries(sessionStorage))];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ""));
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table);
        texts.push(asText(await done<unknown[]>(store.getAll())), asText(await done(store.getAllKeys())));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        texts.push(`${request.url} ${asText(await answer?.arrayBuffer())}`);
      }
    }
    return texts;
  });

/** The files below a browser's own folder that hold any of these words, as UTF-8 or UTF-16. */
export const filesThatHold = (folder: string, words: readonly string[]): readonly string[] => {
  const wanted = words.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]);
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const content = readFileSync(path);
    return wanted.some((word) => content.includes(word));
  });
};
