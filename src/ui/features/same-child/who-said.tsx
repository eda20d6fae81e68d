import { useTranslation } from "react-i18next";
import type { DecisionRecord } from "#core/same-child/standing-decision";
import { localDay } from "#platform/clock";
import { useFormat } from "../../i18n/use-format";
import styles from "./same-child.module.css";

const KNOWN = ["one", "two"] as const;

/** Who said what of two records, and when. */
export const WhoSaid = ({ said }: { readonly said: readonly DecisionRecord[] }) => {
  const { t } = useTranslation("same-child");
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {said.map(({ recordId, body }) => {
        const { verdict, byName, atMs } = body.sections.decision;
        const known = KNOWN.find((each) => each === verdict) ?? "other";
        return <li key={recordId}>{t(`said.${known}`, { name: byName, day: format.shortDay(localDay(atMs)) })}</li>;
      })}
    </ul>
  );
};
