import { useTranslation } from "react-i18next";
import styles from "./ideas.module.css";

interface IdeaNotesProps {
  /** Empty or absent where the idea names none. */
  readonly idea: {
    readonly notFor?: string | undefined;
    readonly checkWith?: string | undefined;
    readonly stopIf: string;
  };
}

/** What goes with an idea wherever it stands: whom it is not for, whom to ask first, and when to stop. Never folded. */
export const IdeaNotes = ({ idea: { notFor = "", checkWith = "", stopIf } }: IdeaNotesProps) => {
  const { t } = useTranslation("plan");
  const notes = [
    [t("ideas.notFor"), notFor],
    [t("ideas.checkWith"), checkWith],
    [t("ideas.stopIf"), stopIf],
  ] as const;
  return (
    <dl className={styles.notes}>
      {notes.map(([label, said]) =>
        said === "" ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{said}</dd>
          </div>
        ),
      )}
    </dl>
  );
};
