import type { ShapeFault } from "../schema/shape-faults";
import { JSON_LIMITS } from "./read-json";

/**
 * Whether a value that was read elsewhere is small and flat enough to be looked into part by part: a schema goes down
 * level by level, and a hundred thousand levels would end the program.
 */
export const limitFaults = (content: unknown): readonly ShapeFault[] => {
  let values = 0;
  const waiting: { readonly value: unknown; readonly level: number }[] = [{ value: content, level: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    values += 1;
    if (values > JSON_LIMITS.values) return [{ path: "", reason: `this holds more than ${JSON_LIMITS.values} values` }];
    if (next.level > JSON_LIMITS.levels) {
      return [{ path: "", reason: `this goes more than ${JSON_LIMITS.levels} levels deep` }];
    }
    if (typeof next.value !== "object" || next.value === null) continue;
    for (const inner of Object.values(next.value)) waiting.push({ value: inner, level: next.level + 1 });
  }
  return [];
};
