import { Button } from "../../components/button";
import styles from "./rescue.module.css";

interface WorkingProps {
  readonly label: string;
  readonly share: number;
  readonly stop: string;
  readonly onStop: () => void;
}

/** How far long work is, and the way to stop it. */
export const Working = ({ label, share, stop, onStop }: WorkingProps) => (
  <div className={styles.row}>
    <label className={styles.progress}>
      {label}
      <progress max={1} value={share} />
    </label>
    <Button weight="quiet" onClick={onStop}>
      {stop}
    </Button>
  </div>
);
