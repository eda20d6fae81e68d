import styles from "./voice-glyph.module.css";

export type GlyphShape = "child" | "family" | "setting" | "practitioner" | "agreed";

interface VoiceGlyphProps {
  readonly shape: GlyphShape;
  /** Drawn as an outline: somebody's understanding of another person's view. */
  readonly open?: boolean;
  /** Last time's mark: grey, or a hollow grey outline where it cannot be compared. */
  readonly ghost?: "no" | "comparable" | "not-comparable";
  readonly initials?: string;
  /** In CSS pixels; letters need 28 or more. */
  readonly size?: number;
}

const OUTLINES: Readonly<Record<GlyphShape, string>> = {
  child: "M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19z",
  family: "M12 1.5L23 21.5H1z",
  setting: "M3 3h18v18H3z",
  practitioner: "M12 .8L23.2 12L12 23.2L.8 12z",
  agreed: "M4 4l16 16M20 4L4 20",
};

/** The shape of one voice. Meaning is never in its colour alone; beside it stands a name, or it is hidden from readers. */
export const VoiceGlyph = ({ shape, open = false, ghost = "no", initials = "", size = 20 }: VoiceGlyphProps) => (
  <svg
    className={`${styles.glyph} ${styles[shape]} ${open || ghost === "not-comparable" ? styles.open : ""} ${ghost === "no" ? "" : styles.ghost}`}
    width={size}
    height={size}
    viewBox="-1 -1 26 26"
    aria-hidden="true"
    focusable="false"
  >
    <path d={OUTLINES[shape]} />
    {initials !== "" && (
      <text
        x="12"
        y={shape === "family" ? 19 : 16.5}
        textAnchor="middle"
        {...(initials.length > 1 ? { textLength: 13, lengthAdjust: "spacingAndGlyphs" as const } : {})}
      >
        {initials}
      </text>
    )}
  </svg>
);
