/** What an import leaves out, one line each below the sentence that says so. */
export const leftOutLines = (leftOut: readonly { readonly path: string; readonly reason: string }[]): string =>
  leftOut.length === 0
    ? "nothing is left out"
    : ["left out:", ...leftOut.map(({ path, reason }) => `  ${path}: ${reason}`)].join("\n");
