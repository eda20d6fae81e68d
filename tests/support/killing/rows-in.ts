import type { Page } from "playwright-core";

/** How many rows lie in each table of the one person on this device. Counting needs no key. */
export const rowsIn = (page: Page): Promise<{ readonly draft: number; readonly outbox: number }> =>
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
    const counted = { draft: 0, outbox: 0 };
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith("strandline-") !== true) continue;
      const database = await done(indexedDB.open(name));
      const rows = database.transaction(["draft", "outbox"]);
      counted.draft += await done(rows.objectStore("draft").count());
      counted.outbox += await done(rows.objectStore("outbox").count());
      database.close();
    }
    return counted;
  });
