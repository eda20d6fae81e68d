import type { MalformedQuestionnaire } from "#core/instrument/load-instrument";
import { versionToBegin } from "#core/questionnaire/current-version";
import type { WithdrawnWording } from "#core/schema/wire";
import type { Result } from "#core/result";
import type { Slug } from "#core/schema/ids";
import type { InstrumentRef } from "#core/schema/instrument";
import type { Questionnaire, QuestionnaireStructure } from "#core/schema/questionnaire";

/** A questionnaire of pages as lists show it. */
export interface Shelved {
  readonly ref: InstrumentRef;
  readonly structure: QuestionnaireStructure;
  readonly title: string;
  readonly pageTitles: Readonly<Record<string, string>>;
}

/** One that cannot be read: it is left out, and said by name. */
export interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

/** The area's own questionnaires on this device, read and checked. */
export interface OwnOnShelf {
  /** `isOffered` is false for one that the area names no more: what was answered in it is still read. */
  readonly whole: readonly { readonly questionnaire: Questionnaire; readonly isOffered: boolean }[];
  readonly leftOut: readonly LeftOut[];
}

/** Every questionnaire of pages that this device has: those that came with the app, and the area's own. */
export interface Shelf {
  /** The version of each to begin with: the newest that is not withdrawn. */
  readonly list: () => Promise<readonly Shelved[]>;
  readonly leftOut: () => Promise<readonly LeftOut[]>;
  /** Every version of one that is here, the oldest first. */
  readonly versionsOf: (id: Slug) => Promise<readonly number[]>;
  /** The version that something was answered in, in the words of the person here. Throws where it is not here. */
  readonly load: (ref: Pick<InstrumentRef, "id" | "version">) => Promise<Questionnaire>;
}

type LoadFile = () => Promise<{ readonly default: unknown }>;

interface ShelfFrom {
  readonly own: () => Promise<OwnOnShelf>;
  readonly language: () => string;
  /** What was withdrawn: it is not listed while another version stands. */
  readonly withdrawn?: () => Promise<WithdrawnWording>;
  /** The files that came with the app, by their path. */
  readonly files?: Readonly<Record<string, LoadFile>>;
}

/** What is not pages has screens of its own: the nine lines, the strategies, and the index of where things go. */
const shippedFiles: Readonly<Record<string, LoadFile>> = import.meta.glob<{ readonly default: unknown }>([
  "../../../questionnaires/*/v*/{structure,en-GB}.json",
  "!../../../questionnaires/{nd-profile,strategies,where-it-goes}/**",
]);

/** Puts what came with the app and the area's own on one shelf. One that is malformed never hides the others. */
export const createShelf = ({ own, language, withdrawn: heard, files = shippedFiles }: ShelfFrom): Shelf => {
  const shipped = shippedVersions(Object.keys(files));
  const read = async (place: Place): Promise<Result<Questionnaire, MalformedQuestionnaire>> => {
    const content = async (name: string) => {
      const file = `${place.folder}/${name}.json`;
      return { file, content: (await files[file]?.())?.default };
    };
    const [{ loadQuestionnaire }, structure, wording] = await Promise.all([
      import("#core/questionnaire/load-questionnaire"),
      content("structure"),
      content("en-GB"),
    ]);
    return loadQuestionnaire(structure, wording);
  };
  const look = async () => {
    const withdrawn = (await heard?.()) ?? [];
    const [shippedReads, owned] = await Promise.all([
      Promise.all(toBegin(shipped, withdrawn).map(async (place) => ({ place, loaded: await read(place) }))),
      own(),
    ]);
    return {
      whole: [
        ...shippedReads.flatMap(({ loaded }) => (loaded.ok ? [loaded.value] : [])),
        ...ownBeside(shipped, owned.whole, withdrawn),
      ].toSorted((one, other) => placeInOrder(one) - placeInOrder(other)),
      leftOut: [
        ...shippedReads.flatMap(({ place, loaded }) => (loaded.ok ? [] : [leftOutFor(place.id, loaded.error)])),
        ...owned.leftOut,
      ],
    };
  };
  const inWords = async (questionnaire: Questionnaire): Promise<Questionnaire> => {
    if (language() !== "ar-XB") return questionnaire;
    const { pseudoWording } = await import("../i18n/pseudo-wording");
    return { ...questionnaire, wording: pseudoWording(questionnaire.wording) };
  };
  return {
    list: async () => {
      const { whole } = await look();
      return Promise.all(
        whole.map(async (each) => {
          const { structure, wording } = await inWords(each);
          const ref = { id: structure.id, version: structure.version, language: wording.language };
          return { ref, structure, title: wording.title, pageTitles: wording.pages };
        }),
      );
    },
    leftOut: async () => (await look()).leftOut,
    versionsOf: async (id) => {
      const shippedHere = shipped.filter((place) => place.id === id).map(({ version }) => version);
      const { whole } = await own();
      const owned = whole.flatMap(({ questionnaire: { structure } }) =>
        structure.id === id ? [structure.version] : [],
      );
      // What came with the app keeps its name, as on the list.
      return (shippedHere.length > 0 ? shippedHere : owned).toSorted((one, other) => one - other);
    },
    load: async ({ id, version }) => {
      const place = shipped.find((each) => each.id === id && each.version === version);
      if (place === undefined) {
        const { whole } = await own();
        const found = whole.find(
          ({ questionnaire: { structure } }) => structure.id === id && structure.version === version,
        );
        if (found === undefined) throw new Error(`no questionnaire ${id}/v${version} on this device`);
        return inWords(found.questionnaire);
      }
      const loaded = await read(place);
      if (!loaded.ok)
        throw new Error(loaded.error.faults.map(({ file, path, reason }) => `${file}: ${path}: ${reason}`).join("; "));
      return inWords(loaded.value);
    },
  };
};

interface Place {
  readonly id: Slug;
  readonly version: number;
  readonly folder: string;
}

const shippedVersions = (paths: readonly string[]): readonly Place[] =>
  paths.flatMap((path) => {
    const [, folder, id, version] = /^(.*\/([^/]+)\/v(\d+))\/structure\.json$/.exec(path) ?? [];
    return folder === undefined || id === undefined ? [] : [{ id, version: Number(version), folder }];
  });

/** Of each questionnaire the version to begin with. */
const toBegin = <T extends { readonly id: Slug; readonly version: number }>(
  all: readonly T[],
  withdrawn: WithdrawnWording,
): readonly T[] =>
  all.filter(({ id, version }) => {
    const versions = all.filter((each) => each.id === id).map((each) => each.version);
    return version === versionToBegin(id, versions, withdrawn);
  });

/** What the area offers, each once; what came with the app keeps its name. */
const ownBeside = (
  shipped: readonly Place[],
  owned: OwnOnShelf["whole"],
  withdrawn: WithdrawnWording,
): readonly Questionnaire[] => {
  const beside = owned.flatMap(({ questionnaire, isOffered }) => {
    const { id, version } = questionnaire.structure;
    return isOffered && shipped.every((place) => place.id !== id) ? [{ id, version, questionnaire }] : [];
  });
  return toBegin(beside, withdrawn).map(({ questionnaire }) => questionnaire);
};

/** Why a questionnaire cannot be read, in one line. */
export const leftOutFor = (name: string, { faults }: MalformedQuestionnaire): LeftOut => ({
  name,
  reason: faults.map(({ path, reason }) => `${path}: ${reason}`).join("; "),
});

/** In the order in which people meet them at a visit; the others after. */
const MEETING_ORDER = ["worth-knowing", "about-me", "moving-on", "story-so-far"];

const placeInOrder = ({ structure: { id } }: Questionnaire): number =>
  MEETING_ORDER.includes(id) ? MEETING_ORDER.indexOf(id) : MEETING_ORDER.length;
