import { useOpenVisit } from "../../app/visit/open-visit";
import styles from "./plan.module.css";

/** What the ends of the small lines mean: left is always "needs a lot of support here", in every reading direction. */
export const LineEnds = () => {
  const ends = useOpenVisit().instrument.wording.line;
  return (
    <p className={styles.ends} dir="ltr">
      <span dir="auto">{ends.left}</span>
      <span dir="auto">{ends.right}</span>
    </p>
  );
};
