import { loadStrategies } from "#core/strategies/load-strategies";
import type { StrategySet } from "#core/schema/strategy";

const CURRENT = "../../../../../questionnaires/strategies/v1";

/** Every strategy that this build knows; they load when ideas are first looked for, and are precached. */
const strategyFiles = import.meta.glob<{ readonly default: unknown }>(
  "../../../../../questionnaires/strategies/v*/{structure,en-GB}.json",
);

/** The strategies that are offered today. */
export const loadOfferedSet = async (language: string): Promise<StrategySet> => {
  const read = async (name: string) => {
    const file = `${CURRENT}/${name}.json`;
    const load = strategyFiles[file];
    if (load === undefined) throw new Error(`no file of strategies ${file}`);
    return { file, content: (await load()).default };
  };
  const [structure, wording] = await Promise.all([read("structure"), read("en-GB")]);
  const loaded = loadStrategies(structure, wording);
  if (!loaded.ok)
    throw new Error(loaded.error.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`).join("; "));
  if (language !== "ar-XB") return loaded.value;
  const { pseudoTree } = await import("../../../i18n/pseudo");
  const strategies = loaded.value.strategies.map(({ id, strandId, setting, bands, ...words }) => ({
    ...pseudoTree(words),
    id,
    strandId,
    setting,
    bands,
  }));
  return { ...loaded.value, language, strategies };
};
