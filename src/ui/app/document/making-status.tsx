import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import styles from "./document.module.css";
import type { MakingState } from "./use-making";

interface MakingStatusProps {
  readonly state: MakingState;
  readonly fileName: string;
  readonly onStop: () => void;
}

/** How far the copy is, with the way to stop it; then, in one sentence, what became of it. */
export const MakingStatus = ({ state, fileName, onStop }: MakingStatusProps) => {
  const { t } = useTranslation("document");
  if (state.kind === "making")
    return (
      <div className={styles.status}>
        <label className={styles.progress}>
          {t("making")}
          <progress max={1} value={state.share} />
        </label>
        <Button weight="quiet" onClick={onStop}>
          {t("stop")}
        </Button>
      </div>
    );
  return (
    <p className={styles.status} role="status">
      {state.kind === "done" && t(state.said, { file: fileName })}
      {state.kind === "stopped" && t("stopped")}
      {state.kind === "failed" && t("failed")}
    </p>
  );
};
