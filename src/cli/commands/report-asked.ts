import { parseArgs } from "node:util";
import { AgeBand } from "#core/schema/age-band";

/** How the command is called, one line for each kind of document. */
export const REPORT_USAGE = [
  "usage: report <profile.json> <out.pdf> --kind family --for <person id> [--lang en-GB]",
  `       report [<profile.json>] <out.pdf> --kind blank [--band ${AgeBand.options.join("|")}] [--lang en-GB]`,
  "",
].join("\n");

/**
 * What is asked for.
 *
 * Missing  a blank set without a `file` is for no record, and then its `band` is said; with one, the band is offered
 *          by age where none is said.
 */
export type ReportAsked =
  | {
      readonly kind: "family";
      readonly file: string;
      readonly outFile: string;
      readonly lang: string;
      readonly forPersonId: string;
    }
  | {
      readonly kind: "blank";
      readonly file: string | undefined;
      readonly outFile: string;
      readonly lang: string;
      readonly band: AgeBand | undefined;
    };

/** Reads the arguments; nothing where the usage has to be said. */
export const reportAsked = (argv: readonly string[]): ReportAsked | undefined => {
  const read = parsed(argv);
  if (read === undefined) return undefined;
  const { values, positionals } = read;
  const outFile = positionals.at(-1);
  const [file] = positionals.length === 2 ? positionals : [];
  if (outFile === undefined || positionals.length > 2) return undefined;
  const lang = values.lang ?? "en-GB";
  if (values.kind === "family") {
    if (file === undefined || values.for === undefined || values.band !== undefined) return undefined;
    return { kind: "family", file, outFile, lang, forPersonId: values.for };
  }
  const band = AgeBand.safeParse(values.band).data;
  const isBandSaid = values.band === undefined ? file !== undefined : band !== undefined;
  if (values.kind !== "blank" || values.for !== undefined || !isBandSaid) return undefined;
  return { kind: "blank", file, outFile, lang, band };
};

const parsed = (argv: readonly string[]) => {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: { kind: text, for: text, lang: text, band: text },
      allowPositionals: true,
    });
  } catch {
    // An option that is not known: the usage says which are.
    return undefined;
  }
};
