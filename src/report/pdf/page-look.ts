/**
 * How a family's page looks: A4, large type, and colours that are told apart in grey too.
 *
 * Units  points.
 */
export const PAGE = { width: 595.28, height: 841.89, side: 56, top: 78, bottom: 70 } as const;
export const BODY_WIDTH = PAGE.width - 2 * PAGE.side;
export const BODY_BOTTOM = PAGE.height - PAGE.bottom;
export const BODY_HEIGHT = BODY_BOTTOM - PAGE.top;

export const INK = "#16202a";
export const SOFT = "#4b5966";
export const RULE = "#c9c6bb";
export const EDGE = "#7d8a93";
export const ACCENT = "#0b5c66";
export const WASH = "#eef3f2";
export const TALK_ABOUT = "#fdf6e6";
export const DIFFERENT = "#f0d9a8";

/** As on the screen: src/ui/theme/tokens.css. */
export const VOICE_COLOURS = {
  child: "#d06010",
  family: "#0a87f5",
  setting: "#6d00a3",
  practitioner: "#476b5f",
  agreed: "#16202a",
} as const;
/** The letters in a shape. */
export const ON_VOICES = {
  child: "#0b1015",
  family: "#0b1015",
  setting: "#ffffff",
  practitioner: "#ffffff",
  agreed: "#ffffff",
} as const;
export const PAPER = "#ffffff";

/** Type size and the height of a line of it. */
export interface TypeLook {
  readonly size: number;
  readonly line: number;
  readonly weight: 400 | 700;
  readonly colour: string;
  /** Room above the first line and below the last. */
  readonly before: number;
  readonly after: number;
}

const look = (size: number, line: number, rest: Partial<TypeLook> = {}): TypeLook => ({
  size,
  line,
  weight: 400,
  colour: INK,
  before: 0,
  after: 6,
  ...rest,
});

export const HEADING_LOOKS: Readonly<Record<1 | 2 | 3, TypeLook>> = {
  1: look(27, 33, { weight: 700, colour: ACCENT, after: 6 }),
  2: look(18.5, 24, { weight: 700, colour: ACCENT, before: 18, after: 7 }),
  3: look(15, 20, { weight: 700, before: 14, after: 5 }),
};

export const PARAGRAPH_LOOKS = {
  plain: look(14, 20),
  lead: look(15, 21, { after: 3 }),
  note: look(12, 17, { colour: SOFT }),
  label: look(14, 20, { weight: 700, before: 6, after: 3 }),
  said: look(14, 20, { after: 5 }),
} as const;

export const CELL_LOOKS = {
  plain: look(12.5, 17, { after: 4 }),
  lead: look(12.5, 17, { after: 4 }),
  note: look(11, 15, { colour: SOFT, after: 4 }),
  label: look(12.5, 17, { weight: 700, after: 4 }),
  said: look(12.5, 17, { after: 4 }),
} as const;

/** Pages that are filled in by hand: what is asked is small beside the room for what is said. */
export const PAPER_LOOKS = {
  code: look(17, 22, { weight: 700 }),
  whose: look(14, 22, { weight: 700 }),
  label: look(13, 18, { weight: 700, before: 6, after: 0 }),
  place: look(11.5, 15, { weight: 700, after: 2 }),
  about: look(11, 14.5, { colour: SOFT, after: 0 }),
  tick: look(13, 20, { after: 0 }),
  field: look(11.5, 16, { colour: SOFT, after: 0 }),
} as const;
/** From one ruled line to the next, for a hand that writes large. */
export const RULED = 26;

export const RUNNING_LOOK = look(10, 14, { colour: SOFT });
