import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HeldDecisionKind, HeldItem } from "#core/schema/held-wire";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";
import { TextArea } from "../../components/form/text-field";
import styles from "./held.module.css";
import { useHeldWords } from "./held-words";

interface DecideDialogProps {
  readonly item: HeldItem;
  readonly onClose: () => void;
}

/** One thing that is held, whole, and what the records keeper can do with it. */
export const DecideDialog = ({ item: { opId, recordType, senderName }, onClose }: DecideDialogProps) => {
  const { t } = useTranslation("held");
  const { heldDesk } = useServices();
  const says = useHeldWords();
  const [body, setBody] = useState<string | undefined>(undefined);
  const [words, setWords] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let isHere = true;
    void heldDesk()
      .then((desk) => desk.open(opId))
      .then((opened) => {
        if (isHere) setBody(opened.ok ? opened.value.body : "");
      });
    return () => {
      isHere = false;
    };
  }, [heldDesk, opId]);

  const decide = async (kind: HeldDecisionKind): Promise<void> => {
    setProblem("");
    setIsMissing(words.trim() === "");
    if (words.trim() === "") return;
    const decided = await (await heldDesk()).decide({ opId, kind, words });
    if (decided.ok) onClose();
    else if (decided.error.type === "StillHeld") setProblem(t("stillHeld", { why: says.reason(decided.error.reason) }));
    else setProblem(t("notDecided"));
  };

  if (body === undefined) return null;
  return (
    <Dialog
      title={says.what(recordType)}
      wide
      onCancel={onClose}
      actions={
        <>
          <Button weight="quiet" onClick={onClose}>
            {t("close")}
          </Button>
          {body !== "" && (
            <>
              <Button onClick={() => void decide("returned")}>{t("return")}</Button>
              <Button weight="main" onClick={() => void decide("released")}>
                {t("release")}
              </Button>
            </>
          )}
        </>
      }
    >
      {body === "" ? (
        <p>{t("areaFailed")}</p>
      ) : (
        <div className={styles.decide}>
          <h3>{t("opened")}</h3>
          <pre className={styles.body} dir="auto" tabIndex={0} aria-label={t("opened")} role="region">
            {readable(body, t("mark"))}
          </pre>
          <p>{t("releaseAbout", { name: senderName })}</p>
          <TextArea
            label={t("words", { name: senderName })}
            hint={t("wordsHint")}
            error={isMissing ? t("wordsMissing") : undefined}
            maxLength={2000}
            value={words}
            onChange={({ target }) => {
              setWords(target.value);
            }}
          />
          <p role="status">{problem}</p>
        </div>
      )}
    </Dialog>
  );
};

/**
 * As it came, a line to each thing; what is no JSON is shown as the text that it is. Where a mark lies on its line is never
 * said in digits.
 */
const readable = (body: string, mark: string): string => {
  const inWords = (name: string, value: unknown): unknown =>
    name === "position" && typeof value === "number" ? mark : value;
  try {
    return JSON.stringify(JSON.parse(body), inWords, 2);
  } catch {
    return body;
  }
};
