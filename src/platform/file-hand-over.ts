/** A file that leaves the app. */
export interface OutFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | string;
}

/**
 * Hands a file to the system: into its downloads, to the program that shows such files, or to whom a person shares with.
 *
 * Shape   `open` is false where the browser did not let another window open; `share` is absent where there is no such
 *         thing. A file is never shown inside the app.
 * Errors  `share` says `not-shared` also when a person changed their mind.
 */
export interface FileHandOver {
  readonly save: (file: OutFile) => void;
  readonly open: (file: OutFile) => boolean;
  readonly share?: (file: OutFile) => Promise<"shared" | "not-shared">;
}

/** As long as a slow device may take to pick up what it was handed. */
const KEPT_MS = 120_000;

export const createFileHandOver = (page: Document): FileHandOver => {
  const addressOf = ({ content, type }: OutFile): string => {
    const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, KEPT_MS);
    return address;
  };
  const asFile = ({ content, name, type }: OutFile): File => new File([content as BlobPart], name, { type });
  const share = async (file: OutFile): Promise<"shared" | "not-shared"> => {
    try {
      await navigator.share({ files: [asFile(file)] });
      return "shared";
    } catch {
      // Called off by the person, or refused by the system: nothing has left.
      return "not-shared";
    }
  };
  const canShare = (): boolean => {
    const probe = asFile({ name: "profile.pdf", type: "application/pdf", content: "" });
    return typeof navigator.canShare === "function" && navigator.canShare({ files: [probe] });
  };
  return {
    save: (file) => {
      const link = page.createElement("a");
      link.href = addressOf(file);
      link.download = file.name;
      link.click();
    },
    open: (file) => globalThis.open(addressOf(file), "_blank") !== null,
    ...(canShare() ? { share } : {}),
  };
};
