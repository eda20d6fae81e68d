import {
  FINGERS,
  GROUND,
  type Hand,
  HANDS,
  type LinePlace,
  PALM,
  PLACE_PICTURE,
  STAR,
} from "#report/chart/place-pictures";
import styles from "./place-picture.module.css";

/** A picture for one place of a child's own line. Words stand beside it. */
export const PlacePicture = ({ place }: { readonly place: LinePlace }) => (
  <svg
    className={styles.picture}
    viewBox={`0 0 ${PLACE_PICTURE.width} ${PLACE_PICTURE.height}`}
    aria-hidden="true"
    focusable="false"
    data-picture={place}
  >
    {HANDS[place].map((hand) => (
      <g key={hand.x} className={styles.hand} transform={placed(hand)}>
        <path className={styles.fingers} d={FINGERS} />
        <path d={PALM} />
      </g>
    ))}
    {HANDS[place].length === 0 && <path className={styles.fingers} d={GROUND} />}
    <path className={styles.star} d={STAR} />
  </svg>
);

const placed = ({ x, y, turned, mirrored }: Hand): string =>
  `translate(${x} ${y}) rotate(${turned})${mirrored ? " scale(-1 1)" : ""}`;
