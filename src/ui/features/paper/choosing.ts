import type { AgeBand } from "#core/schema/age-band";
import { shownName } from "#core/schema/person";
import type { WhoseSheets } from "#report/blank/blank-set";
import type { CanBePrinted } from "./use-blank-set";

/** Somebody who is not on the record, or whose name is better not on the page. */
export const SOMEBODY_ELSE = "somebody-else";

/** What is chosen for one set; `whoseIds` holds people and `SOMEBODY_ELSE`. */
export interface Chosen {
  readonly band: AgeBand;
  readonly lines: boolean;
  readonly whoseIds: readonly string[];
  readonly pageIds: readonly string[];
  readonly plan: boolean;
}

/** Everything for the child and the family; a baby has no pages of lines. */
export const firstChoice = ({ people, child, pages, offeredBand, instrument }: CanBePrinted): Chosen => {
  const band = instrument.structure.bands.includes(offeredBand)
    ? offeredBand
    : (instrument.structure.bands[0] ?? offeredBand);
  const fillIn = people.filter(({ id, kind }) => (id === child.id ? band !== "under-2" : kind === "family"));
  return {
    band,
    lines: true,
    whoseIds: fillIn.map(({ id }) => id),
    pageIds: pages
      .filter(({ structure: { use } }) => band !== "under-2" && use.fromSchoolYear === undefined)
      .map(({ structure }) => structure.id),
    plan: true,
  };
};

/** The same with one more in a list, or one fewer. */
export const toggled = <T>(list: readonly T[], each: T): readonly T[] =>
  list.includes(each) ? list.filter((other) => other !== each) : [...list, each];

/** The sets of lines in the order of the record, the child's first; whoever else comes last. */
export const sheetsFor = ({ people, child }: CanBePrinted, { lines, whoseIds }: Chosen): readonly WhoseSheets[] => {
  if (!lines) return [];
  const named = people
    .filter(({ id }) => whoseIds.includes(id))
    .map((person): WhoseSheets =>
      person.id === child.id ? { kind: "child" } : { kind: "adult", name: shownName(person) },
    );
  return whoseIds.includes(SOMEBODY_ELSE) ? [...named, { kind: "adult", name: "" }] : named;
};
