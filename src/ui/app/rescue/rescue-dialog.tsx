import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { CarriedRow } from "#core/sealed/rescue-content";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { MadeNote } from "./made-note";
import type { RescueMaker } from "./make-rescue";
import { NewPassphrase } from "./new-passphrase";
import styles from "./rescue.module.css";
import { useRescueMaking } from "./use-making";
import { Working } from "./working";

interface RescueDialogProps {
  readonly maker: RescueMaker;
  /** What stands on the page and could not be saved; nothing where no page is open. */
  readonly unsaved?: (() => CarriedRow) | undefined;
  readonly onClose: () => void;
}

/**
 * A rescue file without leaving the page. It may stand inside the page's own form, in which no other form may be, so
 * Enter makes the file and sends nothing.
 */
export const RescueDialog = ({ maker, unsaved, onClose }: RescueDialogProps) => {
  const { t } = useTranslation("rescue");
  const bodyId = useId();
  const { state, stop, typed, setTyped, fault, make } = useRescueMaking(maker);
  const isMade = state.kind === "done";
  const start = (): void => void make({ unsaved: unsaved?.() });
  return (
    <Dialog
      title={t("here.title")}
      onCancel={onClose}
      actions={
        <>
          <Button weight={isMade ? "main" : "plain"} onClick={onClose}>
            {t(isMade ? "here.goOn" : "here.close")}
          </Button>
          {!isMade && state.kind !== "working" && (
            <Button weight="main" onClick={start}>
              {t("make.make")}
            </Button>
          )}
        </>
      }
    >
      {isMade ? (
        <MadeNote made={state.value} handOver={maker.handOver} counts={unsaved === undefined} />
      ) : (
        <div
          className={styles.form}
          role="group"
          aria-labelledby={bodyId}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
            event.preventDefault();
            start();
          }}
        >
          <p id={bodyId}>
            {t(unsaved === undefined ? "here.bodyLying" : "here.bodyUnsaved")}{" "}
            {maker.rescueSeal.isForAreaToo && t("make.area")}
          </p>
          <NewPassphrase typed={typed} fault={fault} onType={setTyped} />
          {state.kind === "working" && (
            <Working label={t("make.making")} share={state.share} stop={t("make.stop")} onStop={stop} />
          )}
          <p role="status">
            {state.kind === "failed" && t(state.error.type === "Stopped" ? "make.stopped" : "here.failed")}
          </p>
        </div>
      )}
    </Dialog>
  );
};
