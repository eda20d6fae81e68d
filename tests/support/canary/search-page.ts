/** What a search of all that a page's origin keeps came upon, and how much it looked at. */
export interface FoundInPage {
  /** Where, and what. */
  readonly found: readonly (readonly [where: string, word: string])[];
  readonly looked: { readonly rows: number; readonly answers: number; readonly texts: number };
}

/**
 * Runs in a page: looks through every row of every store of every IndexedDB database, everything in Cache Storage, and
 * both text stores. Bytes are read as Latin-1, one letter a byte, so a pattern sees UTF-8 and UTF-16 alike.
 */
export const searchPage = async (pattern: string): Promise<FoundInPage> => {
  const found: [string, string][] = [];
  const looked = { rows: 0, answers: 0, texts: 0 };
  const lookAt = (where: string, text: string): void => {
    for (const [word] of text.matchAll(new RegExp(pattern, "gi"))) found.push([where, word]);
  };
  const asLatin1 = (bytes: Uint8Array): string => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    return text;
  };
  const lookInto = async (where: string, value: unknown): Promise<void> => {
    if (typeof value === "string") lookAt(where, value);
    else if (value instanceof Blob) lookAt(where, asLatin1(new Uint8Array(await value.arrayBuffer())));
    else if (value instanceof ArrayBuffer) lookAt(where, asLatin1(new Uint8Array(value)));
    else if (ArrayBuffer.isView(value))
      lookAt(where, asLatin1(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
    else if (value instanceof Map || value instanceof Set) for (const each of value) await lookInto(where, each);
    else if (typeof value === "object" && value !== null)
      for (const entry of Object.entries(value)) for (const each of entry) await lookInto(where, each);
  };
  const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(request.error?.message));
      };
    });

  for (const { name = "" } of await indexedDB.databases()) {
    const database = await answerTo(indexedDB.open(name));
    lookAt(`IndexedDB ${name}`, name);
    for (const storeName of database.objectStoreNames) {
      const store = database.transaction(storeName).objectStore(storeName);
      const [keys, rows] = await Promise.all([answerTo(store.getAllKeys()), answerTo(store.getAll())]);
      looked.rows += rows.length;
      await lookInto(`IndexedDB ${name}/${storeName}`, [keys, rows]);
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      looked.answers += 1;
      await lookInto(`Cache Storage ${request.url}`, [request.url, [...(answer?.headers ?? [])]]);
      await lookInto(`Cache Storage ${request.url}`, await answer?.arrayBuffer());
    }
  }
  for (const [where, texts] of [
    ["localStorage", Object.entries(localStorage)],
    ["sessionStorage", Object.entries(sessionStorage)],
    ["cookies", [document.cookie]],
  ] as const) {
    looked.texts += texts.length;
    await lookInto(where, texts);
  }
  return { found, looked };
};
