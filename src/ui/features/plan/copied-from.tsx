import { useTranslation } from "react-i18next";
import type { FromPaper } from "#core/schema/paper";
import { useCopiedWords } from "../../app/visit/use-copied-words";
import { useVisit } from "../../app/visit/open-visit";
import styles from "./plan.module.css";

interface CopiedFromProps {
  readonly sectionId: string;
}

/** That this part of the plan was copied from paper, by whom and when; nothing where it was written on the screen. */
export const CopiedFrom = ({ sectionId }: CopiedFromProps) => {
  const { t } = useTranslation("plan");
  const copiedWords = useCopiedWords();
  const paper = useVisit(
    ({ plan }) =>
      (plan.sections as object as Readonly<Record<string, { readonly paper?: FromPaper } | undefined>>)[sectionId]
        ?.paper,
  );
  if (paper === undefined) return null;
  return <p className={styles.quiet}>{t("paper.copied", { copied: copiedWords(paper) })}</p>;
};
