import { useEffect, useMemo, useState } from "react";
import { newerVersion } from "#core/questionnaire/current-version";
import { type NewerVersion, versionsIn } from "#core/questionnaire/versions/move-draft";
import { InstrumentRef } from "#core/schema/instrument";
import type { ProfileSections } from "#core/schema/profile";
import { withoutHidden } from "#core/scoring/hide";
import { type Services, useServices } from "../services";
import { useWithdrawnWording } from "../use-withdrawn-wording";
import { useOpenVisit, useReaderIds, useVisit } from "./open-visit";

/** A questionnaire of the open draft, and the newer version of it that is on this device. */
export interface NewerWords {
  readonly from: InstrumentRef;
  readonly to: InstrumentRef;
}

/** Every version that the open draft or profile was made with, as far as everyone in the room may know of it. */
export const useVersionsSeen = (): readonly InstrumentRef[] => {
  const readerIds = useReaderIds();
  // As text, so that writing a note does not look again.
  const named = useVisit((visit) => JSON.stringify(versionsSeen(visit.profile.sections, readerIds)));
  return useMemo(() => InstrumentRef.array().parse(JSON.parse(named)), [named]);
};

/** The newer words of the open draft; null until they have been looked for. What is kept from the room counts for nothing. */
export const useNewerWords = (): readonly NewerWords[] | null => {
  const { versionsHere } = useServices();
  const { finished } = useOpenVisit();
  const withdrawn = useWithdrawnWording();
  const seen = useVersionsSeen();
  const [found, setFound] = useState<{ readonly of: object; readonly newer: readonly NewerWords[] } | null>(null);
  useEffect(() => {
    let isShown = true;
    const look = async (): Promise<void> => {
      const looked = await Promise.all(
        seen.map(async (from): Promise<readonly NewerWords[]> => {
          const version = newerVersion(from, await versionsHere(from.id), withdrawn);
          return version === undefined ? [] : [{ from, to: { ...from, version } }];
        }),
      );
      if (isShown) setFound({ of: seen, newer: looked.flat() });
    };
    if (!finished) void look();
    return () => {
      isShown = false;
    };
  }, [versionsHere, withdrawn, seen, finished]);
  return found?.of === seen ? found.newer : null;
};

const versionsSeen = (sections: ProfileSections, readerIds: readonly string[]) => {
  const { frame } = sections;
  const pages = Object.entries(sections).filter(([sectionId]) => sectionId.startsWith("page/"));
  return versionsIn({ ...withoutHidden(readerIds, Object.fromEntries(pages)), frame });
};

/** Loads both versions of everything that is to be moved. */
export const loadVersions = (
  { loadInstrument, shelf }: Pick<Services, "loadInstrument" | "shelf">,
  newer: readonly NewerWords[],
  lines: string,
  language: string,
): Promise<readonly NewerVersion[]> =>
  Promise.all(
    newer.map(async ({ from, to }): Promise<NewerVersion> => {
      if (from.id === lines) {
        const [old, next] = await Promise.all([loadInstrument(from, language), loadInstrument(to, language)]);
        return { kind: "lines", old, next };
      }
      const [old, next] = await Promise.all([shelf.load(from), shelf.load(to)]);
      return { kind: "pages", old, next };
    }),
  );
