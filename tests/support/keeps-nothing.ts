/** So far after its name a control has said what the browser may keep of it. */
const BEGINNING = 160;

export interface Control {
  readonly kind: string;
  readonly beginning: string;
}

/** Every control that a screen's source draws. */
export const controlsIn = (source: string): readonly Control[] =>
  [...source.matchAll(/<(input|textarea|select)\s/g)].map(({ 1: kind = "", index }) => ({
    kind,
    beginning: source.slice(index, index + BEGINNING),
  }));

/** Whether the browser would write what stands in it to the disk: [Note: The browser keeps what is typed]. */
export const isKept = ({ kind, beginning }: Control): boolean =>
  kind === "input" ? !/autoComplete=/.test(beginning) : !beginning.includes("form={KEEPS_NOTHING}");

/** What the page says to the browser for every control that is no `input`. */
export const FORM_THAT_KEEPS_NOTHING = '<form id="keeps-nothing" autocomplete="off" hidden>';
