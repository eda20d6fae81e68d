import { useTranslation } from "react-i18next";
import type { FileHandOver } from "#platform/file-hand-over";
import { Button } from "../../components/button";
import { ClosedRows } from "./closed-rows";
import type { MadeRescue } from "./make-rescue";
import styles from "./rescue.module.css";
import { useHolds } from "./use-holds";

interface MadeNoteProps {
  readonly made: MadeRescue;
  readonly handOver: FileHandOver;
  /** In a visit nobody counts other families. */
  readonly counts?: boolean;
}

/** What became of a file, what is in it, and what could not be opened. */
export const MadeNote = ({ made: { file, content }, handOver, counts = true }: MadeNoteProps) => {
  const { t } = useTranslation("rescue");
  const holds = useHolds();
  const { drafts, outbox, remote, asTheyLay } = content;
  return (
    <div className={styles.note} role="status">
      <p>{t("make.made", { file: file.name })}</p>
      {counts && (
        <>
          <p>{t("make.holds", holds({ drafts: drafts.length, waiting: outbox.length, records: remote.length }))}</p>
          <ClosedRows title={t("make.closed", { count: asTheyLay.length })} rows={asTheyLay} />
        </>
      )}
      <div className={styles.row}>
        <Button
          onClick={() => {
            handOver.save(file);
          }}
        >
          {t("make.saveAgain")}
        </Button>
        {handOver.share !== undefined && (
          <Button
            onClick={() => {
              void handOver.share?.(file);
            }}
          >
            {t("make.share")}
          </Button>
        )}
      </div>
    </div>
  );
};
