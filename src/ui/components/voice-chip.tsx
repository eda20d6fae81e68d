import type { ReactNode } from "react";
import styles from "./voice-chip.module.css";
import { type GlyphShape, VoiceGlyph } from "./voice-glyph";

interface VoiceChipsProps {
  /** What is being chosen; read out as the name of the group. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Whose turn it is: one chip for each person, told apart by shape, colour and name. */
export const VoiceChips = ({ label, children }: VoiceChipsProps) => (
  <div className={styles.chips} role="group" aria-label={label}>
    <span className={styles.label} aria-hidden="true">
      {label}
    </span>
    {children}
  </div>
);

interface VoiceChipProps {
  readonly shape: GlyphShape;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
  /** Not in the room: drawn with a dashed edge. */
  readonly away?: boolean;
}

export const VoiceChip = ({ shape, chosen, onChoose, children, away = false }: VoiceChipProps) => (
  <button type="button" className={styles.chip} data-away={away} aria-pressed={chosen} onClick={onChoose}>
    <VoiceGlyph shape={shape} size={16} />
    {children}
  </button>
);
