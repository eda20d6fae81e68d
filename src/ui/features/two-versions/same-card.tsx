import { useTranslation } from "react-i18next";
import styles from "./two-versions.module.css";
import { type NameOf, useSectionTitle } from "./use-field-words";

/** What both versions have alike, folded away. */
export const SameCard = ({ ids, nameOf }: { readonly ids: readonly string[]; readonly nameOf: NameOf }) => {
  const { t } = useTranslation("two-versions");
  const titleOf = useSectionTitle(nameOf);
  if (ids.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>{t("same")}</summary>
      <ul className={styles.same}>
        {[...new Set(ids.map(titleOf))].map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </details>
  );
};
