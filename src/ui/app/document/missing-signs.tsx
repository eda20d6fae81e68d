import { useTranslation } from "react-i18next";
import styles from "./document.module.css";

/** Names the signs that no typeface can draw, before anything is made; nothing where all can be drawn. */
export const MissingSigns = ({ signs }: { readonly signs: readonly string[] }) => {
  const { t } = useTranslation("document");
  if (signs.length === 0) return null;
  return (
    <p className={styles.missing} role="status">
      {t("missing", { count: signs.length })} <bdi>{signs.join(" ")}</bdi>
    </p>
  );
};
