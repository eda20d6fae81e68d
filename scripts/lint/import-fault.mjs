import { posix } from "node:path";
import { dataFor, layers } from "./layers.mjs";

/**
 * Says what is wrong with one import of one file, or nothing if it is allowed. See [Note: Layers].
 *
 * @param {string} file       from the root of the repository, as `src/core/result.ts`
 * @param {string} specifier  as written in the import
 * @returns {string | undefined}
 */
export const importFault = (file, specifier) => {
  const from = layerOf(file);
  if (from === undefined) return undefined;
  const layer = layers[from];
  if (layer === undefined) return `src/${from} is not a layer: name it in scripts/lint/layers.mjs`;

  if (specifier.startsWith(".")) return relativeFault(file, from, posix.join(posix.dirname(file), specifier));
  if (specifier.startsWith("#")) return aliasFault(from, layer, specifier);
  if (specifier.startsWith("node:")) return layer.node === true ? undefined : `${from} must not import Node's modules`;
  const isAllowed = layer.packages.some(
    (name) => name === packageOf(specifier) || (name.endsWith("/") && specifier.startsWith(name)),
  );
  return isAllowed ? undefined : `${from} must not import the package "${packageOf(specifier)}"`;
};

/**
 * @param {string} path
 * @returns {string | undefined} the folder or file right under `src`
 */
const layerOf = (path) => /^src\/([^/]+)/.exec(path)?.[1];

/** @param {string} from @param {import("./layers.mjs").Layer} layer @param {string} specifier */
const aliasFault = (from, layer, specifier) => {
  const target = specifier.slice(1).split("/")[0] ?? "";
  if (target === from) return `inside ${from}, import by a relative path`;
  return layer.mayUse.includes(target) ? undefined : `${from} must not import ${target}`;
};

/** @param {string} file @param {string} from @param {string} target */
const relativeFault = (file, from, target) => {
  const to = layerOf(target);
  if (to === undefined && (dataFor[file] ?? []).some((folder) => target.startsWith(`${folder}/`))) return undefined;
  const isRoot = from.includes(".");
  if (isRoot) {
    const isOurs = to !== undefined && (layers[from]?.mayUse.includes(to) ?? false);
    return isOurs ? undefined : `${from} must not import ${target}`;
  }
  if (to !== from) return `a relative import must not leave src/${from}; other layers are imported as #layer/…`;

  const feature = featureOf(file);
  const otherFeature = featureOf(target);
  if (otherFeature === undefined || feature === otherFeature) return undefined;
  if (feature !== undefined) return `the feature "${feature}" must not import the feature "${otherFeature}"`;
  if (file.startsWith("src/ui/components/")) return `components must not import the feature "${otherFeature}"`;
  return undefined;
};

/** @param {string} path */
const featureOf = (path) => /^src\/ui\/features\/([^/]+)/.exec(path)?.[1];

/** @param {string} specifier */
const packageOf = (specifier) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
