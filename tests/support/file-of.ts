import { type ExportFile, exportFileOf } from "#core/schema/export-file";
import { copyOf } from "./made-up-copy";
import { uuid } from "./uuid";

/** The file that the app would export of a made-up visit, once it is finished. */
export const fileOf = (copy: Parameters<typeof copyOf>[0] = {}): ExportFile => {
  const { profile, plan, caseBody, madeBy } = copyOf(copy);
  return exportFileOf({
    exportedAt: "2026-11-23T17:00:00.000Z",
    practice: true,
    area: { name: "Harbourside (made up)", schoolClosures: [] },
    ...{ madeBy, caseId: uuid(1), caseBody, profile: { id: uuid(2), body: profile } },
    ...(plan === undefined ? {} : { plan: { id: uuid(3), body: plan } }),
  });
};
