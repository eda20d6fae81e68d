import { ok, type Result } from "#core/result";
import type { ExportFile } from "#core/schema/export-file";
import { type DataAsked, type NoData, viewOfFile } from "../exported/view-of-file";
import { csvOf } from "./cell";
import { PLAN_COLUMNS, planRows } from "./plan-rows";
import { SAID_COLUMNS, saidRows } from "./said-rows";

/** Two tables, each a file of its own: what was said, and what people will try. */
export interface ProfileCsv {
  readonly said: string;
  readonly plan: string;
}

const AROUND = [
  "practice",
  "purpose",
  "profile",
  "child",
  "conversation_on",
  "made_for",
  "made_by",
  "made_on",
] as const;

/**
 * A finished profile as CSV, for one reader. Each row says whose it is, for whom it was made, and what it is for, so that
 * it keeps that when it is sorted or copied out.
 *
 * Laws    1. it is the same whether or not a section hidden from its reader exists
 *         2. no cell begins a formula
 *         (tests/unit/report/csv/)
 * Errors  those of `viewOfFile`.
 */
export const csvFor = (file: ExportFile, asked: DataAsked): Result<ProfileCsv, NoData> => {
  const seen = viewOfFile(file, asked);
  if (!seen.ok) return seen;
  const { telling, view } = seen.value;
  const around = {
    practice: file.practice ? telling.words.practice : "",
    purpose: telling.words.purpose,
    profile: file.profile.id,
    child: view.nameOf(view.child.id),
    conversation_on: asked.dayOf(view.sections.frame.startedAtMs),
    made_for: view.nameOf(view.reader.id) || view.reader.name,
    made_by: file.madeBy.name,
    made_on: asked.dayOf(telling.copy.madeAtMs),
  };
  return ok({
    said: csvOf(
      [...AROUND, ...SAID_COLUMNS],
      saidRows(telling).map((row) => ({ ...around, ...row })),
    ),
    plan: csvOf(
      [...AROUND, ...PLAN_COLUMNS],
      planRows(telling).map((row) => ({ ...around, ...row })),
    ),
  });
};
