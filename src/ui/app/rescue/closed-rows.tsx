import { useTranslation } from "react-i18next";
import type { RowAsItLay } from "#core/sealed/rescue-content";
import styles from "./rescue.module.css";

interface ClosedRowsProps {
  readonly title: string;
  readonly rows: readonly RowAsItLay[];
}

/** Rows that could not be opened, each with its place and reason. */
export const ClosedRows = ({ title, rows }: ClosedRowsProps) => {
  const { t } = useTranslation("rescue");
  if (rows.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul className={styles.closed}>
        {rows.map(({ table, id, reason }) => (
          <li key={`${table} ${id}`}>{t("closedRow", { table, id, reason })}</li>
        ))}
      </ul>
    </>
  );
};
