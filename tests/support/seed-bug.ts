import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

export type Core = typeof import("./core-under-test");
export type ModelUnderTest = typeof import("./model/afternoon");
export type StorageUnderTest = typeof import("./storage-under-test");
export type WaysInUnderTest = typeof import("./ways-in-under-test");

/** One wrong edit to a source of the core: which words, in which file, become which. */
export interface SeededBug {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The core as it would be with a bug in it; the file on disk stays as it is.
 *
 * Errors  throws where the words to replace are not in the file exactly once, so that no bug is seeded in vain.
 */
export const coreWith = (bug: SeededBug): Promise<Core> =>
  loadedWith<Core>("core-under-test", { ...bug, file: `core/${bug.file}` });

/** The same for what keeps words on the device; `file` is below `src`. */
export const storageWith = (bug: SeededBug): Promise<StorageUnderTest> =>
  loadedWith<StorageUnderTest>("storage-under-test", bug);

/** The same for what lets somebody see, or go on; `file` is below `src`. */
export const waysInWith = (bug: SeededBug): Promise<WaysInUnderTest> =>
  loadedWith<WaysInUnderTest>("ways-in-under-test", bug);

/** The same for the rules of delivery, and for the model of client and server that stands on them; `file` is below the root. */
export const modelWith = (bug: SeededBug): Promise<ModelUnderTest> =>
  loadedWith<ModelUnderTest>("model/afternoon", { ...bug, file: `../${bug.file}` });

const loadedWith = async <T>(underTest: string, bug: SeededBug): Promise<T> => {
  const path = join(root, "src", bug.file);
  const source = readFileSync(path, "utf8");
  if (source.split(bug.from).length !== 2) throw new Error(`${bug.file} does not hold this once: ${bug.from}`);
  const { module } = await runnerImport<T>(`${root}tests/support/${underTest}.ts`, {
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [
      {
        name: "seed-bug",
        enforce: "pre",
        transform: (_code, id) => (id === path ? source.replace(bug.from, () => bug.to) : undefined),
      },
    ],
  });
  return module;
};
