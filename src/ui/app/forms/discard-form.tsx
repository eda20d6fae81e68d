import { useState } from "react";
import { type To, useNavigate } from "react-router";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { useSaveStatus } from "../visit/saving";
import styles from "./discard-form.module.css";
import type { OpenForm } from "./open-form";

interface DiscardFormProps {
  readonly draft: Pick<OpenForm<object>, "saving" | "discard">;
  readonly words: {
    readonly ask: string;
    readonly title: string;
    readonly body: string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly goTo: To;
  /** The page of what was thrown away is then no step back. */
  readonly replace?: boolean;
}

/** Throws away what was begun, on somebody's word. There is nothing to throw away before the first letter. */
export const DiscardForm = ({ draft, words, goTo, replace = false }: DiscardFormProps) => {
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const status = useSaveStatus(draft.saving);
  if (status?.kind === "empty") return null;
  const discard = async (): Promise<void> => {
    const discarded = await draft.discard();
    if (discarded.ok) await navigate(goTo, { replace });
    else setIsAsking(false);
  };
  return (
    <div className={styles.discard}>
      <Button
        weight="quiet"
        onClick={() => {
          setIsAsking(true);
        }}
      >
        {words.ask}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={words.title}
          confirm={words.confirm}
          cancel={words.cancel}
          onConfirm={() => {
            void discard();
          }}
          onCancel={() => {
            setIsAsking(false);
          }}
        >
          <p>{words.body}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
