import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { buildPages } from "./build-pages";
import { choice } from "./choice";
import { coldStart } from "./cold-start";
import type { Figure, Measured } from "./figure";
import { firstScript } from "./first-script";
import { keyPress } from "./key-press";
import { nineStrandsHeap } from "./nine-strands-heap";
import { nineStrandsWork } from "./nine-strands-work";
import { pdfCold, pdfWarm } from "./pdf";
import { rounded } from "./spread";

const figures: readonly Figure[] = [
  firstScript,
  coldStart,
  keyPress,
  choice,
  nineStrandsWork,
  nineStrandsHeap,
  pdfCold,
  pdfWarm,
];

const resultsFile = join(import.meta.dirname, "../bench-results.json");

/** Measures every figure, or the ones that are named, and says how each stands to its target. */
export const runBench = async (names: readonly string[]): Promise<void> => {
  const unknown = names.filter((name) => !figures.some((figure) => figure.name === name));
  if (unknown.length > 0)
    throw new Error(`no figure ${unknown.join(", ")}; there are ${figures.map(({ name }) => name).join(", ")}`);
  await buildPages();
  const results: Result[] = [];
  for (const figure of figures.filter(({ name }) => names.length === 0 || names.includes(name))) {
    console.error(`bench: ${figure.name}`);
    results.push({ figure, measured: await figure.measure() });
  }
  writeFileSync(resultsFile, `${JSON.stringify({ machine: machine(), results: results.map(asJson) }, null, 2)}\n`);
  console.log(table(results));
};

interface Result {
  readonly figure: Figure;
  readonly measured: Measured;
}

const isMet = ({ figure, measured }: Result): boolean => measured.value <= figure.target.atMost;

const asJson = (result: Result) => {
  const { name, what, target } = result.figure;
  return { name, what, target, met: isMet(result), ...result.measured };
};

const machine = () => ({ processor: cpus()[0]?.model, cores: cpus().length, node: process.version });

const table = (results: readonly Result[]): string => {
  const rows = results.map((result) => {
    const { what, target } = result.figure;
    const { value, note } = result.measured;
    return [
      what,
      `${rounded(value)} ${target.unit}`,
      `≤ ${target.atMost} ${target.unit}`,
      isMet(result) ? "yes" : "NO",
      note,
    ];
  });
  const head = ["what", "measured", "target", "met", "how"];
  const widths = head.map((title, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? title).length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
};
