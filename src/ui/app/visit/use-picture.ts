import { useMemo } from "react";
import { type ChartRow, layOutChart } from "#report/chart/layout";
import type { PersonId } from "#core/schema/ids";
import type { ProfileSections, Voice } from "#core/schema/profile";
import { type Picture, type PictureContext, pictureFor } from "#core/scoring/picture";
import { saidAnything } from "#core/visit/said-anything";
import { chartPeople } from "./chart-people";
import { useOpenVisit, useReaderIds, useVisit } from "./open-visit";

/** The picture as everyone in the room may see it. It is made again only when a mark, a pin or what is hidden changes. */
export const usePicture = (): Picture => {
  const { strandIds, child, ageYears, before } = useOpenVisit();
  const readerIds = useReaderIds();
  const pictureOf = useMemo(
    () =>
      rememberedPicture(readerIds, {
        strandIds,
        youngPersonId: child.id,
        ageYears,
        ...(before === undefined ? {} : { before }),
      }),
    [readerIds, strandIds, child.id, ageYears, before],
  );
  return useVisit((visit) => pictureOf(visit.profile.sections));
};

const rememberedPicture = (readerIds: readonly PersonId[], context: PictureContext) => {
  let kept: { readonly from: readonly unknown[]; readonly picture: Picture } | undefined;
  return (sections: ProfileSections): Picture => {
    const from = whatThePictureReads(sections);
    if (kept === undefined || !sameItems(kept.from, from))
      kept = { from, picture: pictureFor(readerIds, sections, context) };
    return kept.picture;
  };
};

/** Everything of the sections that the picture depends on, so that typing a note does not draw nine lines again. */
const whatThePictureReads = (sections: ProfileSections): readonly unknown[] =>
  Object.entries(sections as unknown as Record<string, Readonly<Record<string, unknown>>>).flatMap(
    ([sectionId, section]) =>
      sectionId.startsWith("voice/")
        ? [
            section["mark"],
            section["hiddenFrom"],
            section["strengthPinned"] === true ? section["goesWell"] : null,
            saidAnything(section as unknown as Voice),
          ]
        : [section],
  );

const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);

/** Names and letters of everyone around the child, for charts and lists. */
export const useChartPeople = () => {
  const { people } = useOpenVisit();
  return useMemo(() => chartPeople(people), [people]);
};

/** The nine lines laid out for marks that take `apart` of the line's hundred. */
export const useChart = (apart: number): readonly ChartRow[] => {
  const picture = usePicture();
  const people = useChartPeople();
  return useMemo(() => layOutChart(picture, people, apart), [picture, people, apart]);
};
