import type { MalformedQuestionnaire } from "#core/instrument/load-instrument";
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
  /** The newest version of each. */
  readonly list: () => Promise<readonly Shelved[]>;
  readonly leftOut: () => Promise<readonly LeftOut[]>;
  /** The version that something was answered in, in the words of the person here. Throws where it is not here. */
  readonly load: (ref: Pick<InstrumentRef, "id" | "version">) => Promise<Questionnaire>;
}

type LoadFile = () => Promise<{ readonly default: unknown }>;

interface ShelfFrom {
  readonly own: () => Promise<OwnOnShelf>;
  readonly language: () => string;
  /** The files that came with the app, by their path. */
  readonly files?: Readonly<Record<string, LoadFile>>;
}

/** What is not pages has screens of its own: the nine lines, the strategies, and the index of where things go. */
const shippedFiles: Readonly<Record<string, LoadFile>> = import.meta.glob<{ readonly default: unknown }>([
  "../../../questionnaires/*/v*/{structure,en-GB}.json",
  "!../../../questionnaires/{nd-profile,strategies,where-it-goes}/**",
]);

/** Puts what came with the app and the area's own on one shelf. One that is malformed never hides the others. */
export const createShelf = ({ own, language, files = shippedFiles }: ShelfFrom): Shelf => {
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
    const [shippedReads, owned] = await Promise.all([
      Promise.all(newestOf(shipped).map(async (place) => ({ place, loaded: await read(place) }))),
      own(),
    ]);
    return {
      whole: [
        ...shippedReads.flatMap(({ loaded }) => (loaded.ok ? [loaded.value] : [])),
        ...ownBeside(shipped, owned.whole),
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

const newestOf = (places: readonly Place[]): readonly Place[] =>
  places.filter((place) => places.every(({ id, version }) => id !== place.id || version <= place.version));

/** What the area offers now, the newest version of each; what came with the app keeps its name. */
const ownBeside = (shipped: readonly Place[], owned: OwnOnShelf["whole"]): readonly Questionnaire[] => {
  const offered = owned.flatMap(({ questionnaire, isOffered }) => (isOffered ? [questionnaire] : []));
  return offered.filter(
    ({ structure: { id, version } }) =>
      shipped.every((place) => place.id !== id) &&
      offered.every(({ structure }) => structure.id !== id || structure.version <= version),
  );
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
