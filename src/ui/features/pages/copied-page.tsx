import { useTranslation } from "react-i18next";
import type { PageSection } from "#core/schema/page";
import { useCopiedWords } from "../../app/visit/use-copied-words";
import styles from "./pages.module.css";

interface CopiedPageProps {
  readonly page: PageSection | undefined;
}

/** That this page was copied from paper, by whom and when; nothing where it was answered on the screen. */
export const CopiedPage = ({ page }: CopiedPageProps) => {
  const { t } = useTranslation("pages");
  const copiedWords = useCopiedWords();
  if (page?.paper === undefined) return null;
  return <p className={styles.quiet}>{t("paper.copied", { copied: copiedWords(page.paper) })}</p>;
};
