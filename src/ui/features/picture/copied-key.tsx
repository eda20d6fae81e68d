import { useTranslation } from "react-i18next";
import { useCopiedWords } from "../../app/visit/use-copied-words";
import { useChartPeople, usePicture } from "../../app/visit/use-picture";
import styles from "./picture.module.css";
import { paperOf } from "./row-words";

/** Whose marks were copied from paper, by whom and when; each said once, however many lines it was. */
export const CopiedKey = () => {
  const { t } = useTranslation("picture");
  const { rows } = usePicture();
  const { nameOf } = useChartPeople();
  const copiedWords = useCopiedWords();
  const said = rows.flatMap(({ marks, answers }) => [
    ...marks.flatMap((mark) => saidOf(mark.personId, paperOf(mark))),
    ...answers.flatMap(({ personId, paper }) => saidOf(personId, paper)),
  ]);
  const lines = new Set(
    said.map(({ personId, paper }) => t("copiedOf", { name: nameOf(personId), copied: copiedWords(paper) })),
  );
  if (lines.size === 0) return null;
  return (
    <ul className={styles.copied} aria-label={t("keyCopied")}>
      {[...lines].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
};

const saidOf = <T,>(personId: string, paper: T | undefined) => (paper === undefined ? [] : [{ personId, paper }]);
