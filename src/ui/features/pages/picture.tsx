import styles from "./pages.module.css";

interface PictureProps {
  readonly name: string;
  readonly size: number;
  /** Words for those who do not see it; without them the picture only goes with words that stand beside it. */
  readonly says?: string;
}

/** A picture that came with the app. */
export const Picture = ({ name, size, says = "" }: PictureProps) => (
  <img className={styles.drawn} src={`/pictures/${name}.svg`} alt={says} width={size} height={size} draggable={false} />
);
