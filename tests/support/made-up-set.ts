import type { BlankSet } from "#report/blank/blank-set";
import { documentLanguage } from "#report/words/report-words";
import { ndProfile } from "./nd-profile";
import { uuid } from "./uuid";
import { valueOf } from "./value-of";

/** What a set for Robin is printed from, with his own pages, Mum's, and those of whoever else likes to. */
export const setOf = (change: Partial<BlankSet> = {}): BlankSet => ({
  caseId: uuid(0x950),
  childName: "Robin",
  instrument: ndProfile,
  band: "primary",
  lines: [{ kind: "child" }, { kind: "adult", name: "Mum" }, { kind: "adult", name: "" }],
  pages: [],
  plan: true,
  areaName: "Saltmarsh and Dunes (made up)",
  practice: true,
  madeOn: "2026-11-23",
  madeAtMs: Date.UTC(2026, 10, 23, 15, 30),
  language: valueOf(documentLanguage("en-GB")),
  ...change,
});
