import { useTranslation } from "react-i18next";
import { copiedIn } from "#core/paper/copied";
import { voiceIn } from "#core/visit/change-section";
import { useVisit } from "../../app/visit/open-visit";
import { useCopiedWords } from "../../app/visit/use-copied-words";
import styles from "./strand.module.css";

interface CopiedWordsProps {
  readonly strandId: string;
  readonly personId: string;
}

/** What of one person's line was copied from paper, by whom and when; nothing where none of it was. */
export const CopiedWords = ({ strandId, personId }: CopiedWordsProps) => {
  const { t } = useTranslation("strands");
  const voice = useVisit((visit) => voiceIn(visit, strandId, personId));
  const copiedWords = useCopiedWords();
  return copiedIn(voice).map(({ what, paper }) => {
    const copied = copiedWords(paper);
    return (
      <p key={`${what} ${paper.code} ${paper.atMs}`} className={styles.quiet}>
        {what === "mark" && t("paper.copiedMark", { copied })}
        {what === "mark-and-words" && t("paper.copiedBoth", { copied })}
        {what === "answer" && t("paper.copiedAnswer", { copied })}
        {what === "words" && t("paper.copiedWords", { copied })}
        {what === "some-words" && t("paper.copiedSomeWords", { copied })}
      </p>
    );
  });
};
