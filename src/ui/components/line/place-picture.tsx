import styles from "./place-picture.module.css";

export type LinePlace = "left" | "middle" | "right";

const STAR = "M48 6.5l5.7 11.6 12.8 1.9-9.3 9 2.2 12.7L48 35.7l-11.4 6 2.2-12.7-9.3-9 12.8-1.9z";

/** Where the hands are that hold the star: two, one, or none where it stands on the line by itself. */
const HANDS: Readonly<Record<LinePlace, readonly string[]>> = {
  left: ["translate(23 53) rotate(28) scale(-1 1)", "translate(73 53) rotate(-28)"],
  middle: ["translate(49 59)"],
  right: [],
};

/**
 * A picture for one place of a child's own line. The star is the child, the same in all three; only how many hands hold
 * it differs, so that no place looks better than another. Words stand beside it.
 */
export const PlacePicture = ({ place }: { readonly place: LinePlace }) => (
  <svg className={styles.picture} viewBox="0 0 96 77" aria-hidden="true" focusable="false" data-picture={place}>
    {HANDS[place].map((where) => (
      <g key={where} className={styles.hand} transform={where}>
        <path className={styles.fingers} d="M-7 0v-11M-2.4 0v-14.5M2.4 0v-14M7 0v-10.5M-8 7l-6.5-6.5" />
        <path d="M-9-2h18v7a9 9 0 0 1-18 0z" />
      </g>
    ))}
    {HANDS[place].length === 0 && <path className={styles.fingers} d="M20 45h56" />}
    <path className={styles.star} d={STAR} />
  </svg>
);
