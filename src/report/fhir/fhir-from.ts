import type { ExportFile } from "#core/schema/export-file";
import type { Instrument } from "#core/schema/instrument";
import type { ReaderView } from "../family/reader-view";
import type { DocumentLanguage } from "../words/report-words";

/** What a FHIR Bundle is made from: a file of the app as one reader may see it, with the words it was made with. */
export interface FhirFrom {
  readonly file: ExportFile;
  readonly instrument: Instrument;
  readonly view: ReaderView;
  readonly language: DocumentLanguage;
}

/** Where our own codes and names live. It names, and leads nowhere: an area's server need not be known to a receiver. */
const OURS = "urn:strandline";

export const codeSystem = (name: string): string => `${OURS}:${name}`;

/** A thing of ours that FHIR has no element for, named like a code. */
export const extension = (name: string, valueString: string) => ({ url: `${OURS}:extension:${name}`, valueString });

/** Extensions of one element. FHIR has no empty list: where there is nothing to say there is no field. */
export const extended = (extensions: readonly ReturnType<typeof extension>[]) =>
  extensions.length === 0 ? {} : { extension: [...extensions] };

/** Extensions for the texts that there are; nothing stands for a text that is empty. */
export const texts = (named: Readonly<Record<string, string>>) =>
  Object.entries(named)
    .filter(([, text]) => text.trim() !== "")
    .map(([name, text]) => extension(name, text));

/** What one resource of the Bundle is called by the others. The same profile gives the same names, each time. */
export const nameOf = (kind: string, ...ids: readonly string[]): string => [OURS, kind, ...ids].join(":");

export const moment = (atMs: number): string => new Date(atMs).toISOString();
