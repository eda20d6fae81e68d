/** Chance that is the same at every run: numbers from 0 up to, but not including, 1. */
export type Chance = () => number;

/** Source  mulberry32, by Tommy Ettinger, public domain */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Words as people write them at the table. Words, not random bytes: they compress and wrap as real notes do. */
export interface Words {
  readonly chance: Chance;
  readonly pick: <T>(list: readonly T[]) => T;
  /** A sentence of that many words. */
  readonly sentence: (wordCount: number) => string;
  /** Sentences until the text has at least that many characters, cut there. */
  readonly note: (length: number) => string;
  readonly childName: () => string;
  readonly adultName: () => string;
}

export const createWords = (seed: number): Words => {
  const chance = createChance(seed);
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[Math.floor(chance() * list.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  const sentence = (wordCount: number): string => {
    const text = Array.from({ length: wordCount }, () => pick(EVERYDAY)).join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return {
    chance,
    pick,
    sentence,
    note: (length) => {
      let text = sentence(6);
      while (text.length < length) text += ` ${sentence(4 + Math.floor(chance() * 9))}`;
      return text.slice(0, length);
    },
    childName: () => `${pick(CHILDREN)} ${pick(SURNAMES)}`,
    adultName: () => `${pick(ADULTS)} ${pick(SURNAMES)}`,
  };
};

const EVERYDAY = `a after again all always and another are around as asks at away back ball bath because bed before
best big bike book breakfast bright brother bus busy but calm can chair class clothes club coat colour comes corner
corridor cousin cup dance day dinner dog door draws each early easier evening every everyone face family father feels
feet find first food for friend friends from game garden gets gives goes good grandad had hall hand hands happy has
he headphones help helps her him his home hot house how hugs in indoors into is it jumper just keeps kitchen knows
label last later laughs learns leave less lesson let library light likes list listens little long looks loud loves
lunch make makes maths me minutes more morning most mother moves much music my name nan near needs new next nice
night noise not now of off often old on once one or our out outside own paint paper park people picture place plan
plays quiet rain reads ready rest room routine runs same says school sea seat see she shoes shop shows side sings
sister sits sleep slow small smell snack so soft sometimes song sound space stairs starts stays step stop story
summer sun swim table takes talk talks tea teacher tells that the their them then there they thing things think time
tired to together too top toy trains trees tries turn two under until up waits walk walks wants warm was water way
we week well when where with words works writes yellow yes you`.split(/\s+/);

const CHILDREN = `Ada Aiden Alfie Amira Arlo Bea Callum Caoimhe Daisy Dev Edie Eren Esme Farah Finn Freya Gwen Hana
Hugo Idris Isla Jago Kai Kezia Leo Lowen Maya Milo Nia Noah Omar Poppy Quinn Rafi Robin Rosa Sami Tegan Theo Zara`.split(
  /\s+/,
);

const ADULTS = `Alan Aisha Bev Carol Chidi Dawn Derek Elaine Fatima Gareth Helen Ian Jamila Jo Karim Lena Marek
Maureen Nadia Neil Olu Pat Priya Rhys Sal Sunita Tom Vera Wendy Yusuf`.split(/\s+/);

const SURNAMES = `Adeyemi Bell Carter Dunn Evans Fox Grant Hill Iqbal Jones Khan Lowe Marsh Nowak Okoro Penrose Quick
Reed Shah Tanner Unwin Vaz Ward Young`.split(/\s+/);
