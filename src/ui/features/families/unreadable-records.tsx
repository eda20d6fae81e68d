import { useTranslation } from "react-i18next";
import type { Unreadable } from "#storage/read-row";
import { Card } from "../../components/card";
import styles from "./families.module.css";

/** Records that cannot be shown, each with its place and reason. They are kept as they lie. */
export const UnreadableRecords = ({ unreadable }: { readonly unreadable: readonly Unreadable[] }) => {
  const { t } = useTranslation("home");
  const { t: common } = useTranslation();
  if (unreadable.length === 0) return null;
  return (
    <Card tone="talk-about">
      <h2>{t("unreadable", { count: unreadable.length })}</h2>
      <ul className={styles.plainList}>
        {unreadable.map(({ id, path, reason }) => (
          <li key={id}>{common("problem.unreadableBody", { path: path === "" ? id : path, reason })}</li>
        ))}
      </ul>
    </Card>
  );
};
