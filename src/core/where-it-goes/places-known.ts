import type { Slug } from "../schema/ids";
import type { Structure } from "../schema/instrument";
import type { QuestionnaireStructure } from "../schema/questionnaire";

/** The strands and pages that there are, by questionnaire; one that is not known can only be pointed to as a whole. */
export type PlacesKnown = ReadonlyMap<Slug, PlacesIn>;

export interface PlacesIn {
  readonly version: number;
  readonly strandIds: ReadonlySet<Slug>;
  readonly pageIds: ReadonlySet<Slug>;
}

/** What an index can lead to in these questionnaires, of strands or of pages. */
export const placesKnown = (structures: readonly (Structure | QuestionnaireStructure)[]): PlacesKnown =>
  new Map(
    structures.map((structure) => [
      structure.id,
      {
        version: structure.version,
        strandIds: new Set("strands" in structure ? structure.strands.map(({ id }) => id) : []),
        pageIds: new Set("pages" in structure ? structure.pages.map(({ id }) => id) : []),
      },
    ]),
  );
