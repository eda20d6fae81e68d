import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { err, ok, type Result } from "#core/result";
import { auditChain } from "./audit-chain";
import { buildPages } from "./build-pages";
import { choice } from "./choice";
import { coldStart } from "./cold-start";
import { type Figure, isWithin, type Limit, limitWords, type Measured } from "./figure";
import { firstDownload, firstDownloadFar } from "./first-download";
import { firstScript } from "./first-script";
import { firstUpload, firstUploadFar } from "./first-upload";
import { keyPress } from "./key-press";
import { nineStrandsHeap } from "./nine-strands-heap";
import { nineStrandsWork } from "./nine-strands-work";
import { pdfCold, pdfWarm } from "./pdf";
import { pullAreaSize } from "./pull-area-size";
import { pushRate, pushRateTenAreas } from "./push-rate";
import { sealedAutosave, sealedDerivation, sealedUnlock } from "./sealed";
import { rounded } from "./spread";
import { syncNothingNew } from "./sync-nothing-new";

const figures: readonly Figure[] = [
  firstScript,
  coldStart,
  keyPress,
  choice,
  nineStrandsWork,
  nineStrandsHeap,
  pdfCold,
  pdfWarm,
  sealedAutosave,
  sealedUnlock,
  sealedDerivation,
  syncNothingNew,
  firstDownload,
  firstDownloadFar,
  firstUpload,
  firstUploadFar,
  pullAreaSize,
  pushRate,
  pushRateTenAreas,
  auditChain,
];

const resultsFile = join(import.meta.dirname, "../bench-results.json");

/** Measures every figure, or the ones that are named, and says how each stands to its target. */
export const runBench = async (names: readonly string[]): Promise<void> => {
  const unknown = names.filter((name) => !figures.some((figure) => figure.name === name));
  if (unknown.length > 0)
    throw new Error(`no figure ${unknown.join(", ")}; there are ${figures.map(({ name }) => name).join(", ")}`);
  const load = loadavg()[0] ?? 0;
  await buildPages();
  const outcomes: Outcome[] = [];
  for (const figure of figures.filter(({ name }) => names.length === 0 || names.includes(name))) {
    console.error(`bench: ${figure.name}`);
    outcomes.push(await measured(figure));
    // After each one: a run of minutes must not lose what it has to what comes after.
    writeFileSync(
      resultsFile,
      `${JSON.stringify({ machine: machine(load), results: outcomes.map(asJson) }, null, 2)}\n`,
    );
  }
  console.log(table(outcomes));
  if (load > cpus().length / 2)
    console.log(`\nOther work was going on (load ${load.toFixed(1)}): measure again when it is quiet.`);
  if (outcomes.some(({ result }) => !result.ok)) throw new Error("not every figure could be measured; see above");
};

interface Outcome {
  readonly figure: Figure;
  readonly result: Result<Measured, string>;
}

/** A figure that cannot be measured must not take the others with it. */
const measured = async (figure: Figure): Promise<Outcome> => {
  try {
    return { figure, result: ok(await figure.measure()) };
  } catch (error) {
    console.error(error);
    return { figure, result: err(error instanceof Error ? error.message : String(error)) };
  }
};

const isMet = ({ target }: Figure, { value, also = [] }: Measured): boolean =>
  isWithin(target, value) && also.every((too) => isWithin(too.target, too.value));

const asJson = ({ figure, result }: Outcome) => {
  const { name, what, target } = figure;
  if (!result.ok) return { name, what, target, met: false, problem: result.error };
  return { name, what, target, met: isMet(figure, result.value), ...result.value };
};

const machine = (load: number) => ({ processor: cpus()[0]?.model, cores: cpus().length, load, node: process.version });

const table = (outcomes: readonly Outcome[]): string => {
  const rows = outcomes.flatMap(({ figure, result }) => {
    if (!result.ok) return [[figure.what, "-", limitWords(figure.target), "NO", "could not be measured"]];
    const { value, also = [], note } = result.value;
    const row = (what: string, target: Limit, measured: number, how: string) => [
      what,
      `${rounded(measured)} ${target.unit}`,
      limitWords(target),
      isWithin(target, measured) ? "yes" : "NO",
      how,
    ];
    return [
      row(figure.what, figure.target, value, note),
      ...also.map((too) => row(`  ${too.what}`, too.target, too.value, "")),
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
