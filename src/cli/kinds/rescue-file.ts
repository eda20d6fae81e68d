import { err, ok } from "#core/result";
import { shapeFaults } from "#core/schema/shape-faults";
import { RESCUE_FORMAT, RescueFile, RescueHeader } from "#core/sealed/rescue-file";
import { fieldOf, type FileKind } from "./file-kind";

/** A sealed file of what was on a device: its header and its shape. It is not opened, and no passphrase is asked. */
export const rescueFile: FileKind = {
  name: 'a rescue file ("kind": "strandline-rescue")',
  is: ({ content }) => fieldOf(content, "kind") === "strandline-rescue",
  check: ({ file, content }) => {
    const header = RescueHeader.safeParse(content);
    if (header.success && header.data.format > RESCUE_FORMAT) {
      return err([{ file, path: "format", reason: `made by a newer version: this one reads format ${RESCUE_FORMAT}` }]);
    }
    const read = RescueFile.safeParse(content);
    if (!read.success) return err(shapeFaults(read.error).map((fault) => ({ file, ...fault })));
    const { madeAt, practice, slots } = read.data;
    return ok(
      [
        `a sealed rescue file made at ${madeAt}`,
        slots.area === undefined ? "for its passphrase alone" : "for its passphrase or the area's recovery kit",
        ...(practice ? ["made up, for practice"] : []),
      ].join(", "),
    );
  },
};
