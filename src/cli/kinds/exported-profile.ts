import { err, ok } from "#core/result";
import { ExportFile } from "#core/schema/export-file";
import { shapeFaults } from "#core/schema/shape-faults";
import { fieldOf, type FileKind } from "./file-kind";

/** A finished profile that the app wrote with "Export as a file". Nothing of what was said is printed. */
export const exportedProfile: FileKind = {
  name: 'a profile as a file ("kind": "strandline-profile")',
  is: ({ content }) => fieldOf(content, "kind") === "strandline-profile",
  check: ({ file, content }) => {
    const read = ExportFile.safeParse(content);
    if (!read.success) return err(shapeFaults(read.error).map((fault) => ({ file, ...fault })));
    const { profile, plan, practice } = read.data;
    const { id, version } = profile.body.sections.frame.instrument;
    return ok(
      [
        `a profile made with ${id} version ${version}`,
        plan === undefined ? "without a plan" : "with its plan",
        ...(practice ? ["made up, for practice"] : []),
      ].join(", "),
    );
  },
};
