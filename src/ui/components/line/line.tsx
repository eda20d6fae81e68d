import { type KeyboardEvent, useId, useRef } from "react";
import { type GlyphShape, VoiceGlyph } from "../voice-glyph";
import styles from "./line.module.css";
import { moveForKey } from "./line-moves";
import { useLinePointer } from "./use-line-pointer";

export type LineInput = "drag" | "tap" | "key";

export interface LineProps {
  /** "Amelia's mark", said before the place. */
  readonly label: string;
  /** Null until a mark is made; null is never 0. */
  readonly position: number | null;
  readonly shape: GlyphShape;
  readonly open?: boolean;
  readonly name: string;
  /** Says a position in words, for those who hear the line. */
  readonly inWords: (position: number) => string;
  readonly noMarkYet: string;
  readonly howTo: string;
  /** Shown on a line that has no mark yet. */
  readonly hint?: string;
  /** Said once when the first arrow key has placed the mark in the middle. */
  readonly placedInMiddle: string;
  readonly onPlace: (position: number, input: LineInput) => void;
  readonly onClear: () => void;
  readonly describedBy?: string;
}

/**
 * One person's line: empty until they mark it. Tap anywhere, drag, or use the keys. Always left to right, whatever the
 * page's direction, because the picture of nine lines must look the same to everyone.
 */
export const Line = (props: LineProps) => {
  const { label, position, shape, name, inWords, noMarkYet } = props;
  const howToId = useId();
  const track = useRef<HTMLDivElement>(null);
  const announcer = useRef<HTMLSpanElement>(null);
  const { preview, handlers } = useLinePointer(track, props.onPlace);
  const shown = preview ?? position;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveForKey(event.key, position);
    if (move === undefined) return;
    event.preventDefault();
    if (move.kind === "clear") {
      props.onClear();
      return;
    }
    const firstStep = position === null && move.position === 50;
    if (announcer.current !== null) announcer.current.textContent = firstStep ? props.placedInMiddle : "";
    props.onPlace(move.position, "key");
  };

  return (
    <div className={styles.line} dir="ltr">
      <div
        role="slider"
        tabIndex={0}
        className={styles.hit}
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        {...(position === null ? {} : { "aria-valuenow": position })}
        aria-valuetext={position === null ? noMarkYet : inWords(position)}
        aria-describedby={[howToId, props.describedBy].filter(Boolean).join(" ")}
        onKeyDown={onKeyDown}
        {...handlers}
      >
        <div ref={track} className={styles.track}>
          {shown === null && props.hint !== undefined && (
            <span className={styles.hint} dir="auto" aria-hidden="true">
              {props.hint}
            </span>
          )}
          {shown !== null && (
            <div className={styles.mark} style={{ left: `${shown}%` }} data-previewing={preview !== null}>
              <span className={`${styles.halo} ${styles[shape]}`} />
              <VoiceGlyph shape={shape} open={props.open ?? false} size={30} />
              <span className={styles.name} data-edge={shown < 15 ? "left" : shown > 85 ? "right" : "none"}>
                {name}
              </span>
            </div>
          )}
        </div>
      </div>
      <span id={howToId} className="visually-hidden">
        {props.howTo}
      </span>
      <span ref={announcer} className="visually-hidden" role="status" />
    </div>
  );
};
