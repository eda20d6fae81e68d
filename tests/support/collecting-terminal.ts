import type { Terminal } from "../../src/cli/commands/command";

/** A terminal that keeps what was written to it. */
export const collectingTerminal = (): Terminal & { readonly written: { out: string; err: string } } => {
  const written = { out: "", err: "" };
  return {
    written,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
  };
};
