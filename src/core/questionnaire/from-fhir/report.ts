import { shownKey, type ShapeFault } from "../../schema/shape-faults";

/** What the import has to say as it goes: what it leaves out, and what makes it refuse. */
export interface ImportReport {
  readonly leftOut: readonly ShapeFault[];
  readonly faults: readonly ShapeFault[];
  readonly leaveOut: (path: string, reason: string) => void;
  readonly refuse: (path: string, reason: string) => void;
}

export const createReport = (): ImportReport => {
  const leftOut: ShapeFault[] = [];
  const faults: ShapeFault[] = [];
  return {
    leftOut,
    faults,
    leaveOut: (path, reason) => {
      leftOut.push({ path, reason });
    },
    refuse: (path, reason) => {
      faults.push({ path, reason });
    },
  };
};

/** Names every field that is neither used nor known to say nothing that people are asked or shown. */
export const leaveOutOtherFields = (
  report: ImportReport,
  fields: object,
  path: string,
  known: ReadonlySet<string>,
): void => {
  for (const field of Object.keys(fields)) {
    if (known.has(field)) continue;
    const reason = field.startsWith("_")
      ? "other languages and notes on a text are not taken over; import one language at a time"
      : (REASONS.get(field) ?? "this is not known here");
    report.leaveOut(`${path}${shownKey(field.replace(/^_/, ""))}`, reason);
  }
};

const REASONS: ReadonlyMap<string, string> = new Map([
  ["initial", "an answer is only what somebody gave; nothing is filled in beforehand"],
  ["initialSelected", "an answer is only what somebody gave; nothing is filled in beforehand"],
  ["maxLength", "words are never cut"],
  ["contained", "value sets and libraries inside the questionnaire are not supported"],
]);
