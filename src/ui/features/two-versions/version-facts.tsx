import { useTranslation } from "react-i18next";
import { madeAtMs } from "#core/sync/made-at";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./two-versions.module.css";
import type { ReadingTwo } from "./use-two-versions";

/** When each version was written, and on which device as far as this one knows. */
export const VersionFacts = ({ reading }: { readonly reading: Extract<ReadingTwo, { kind: "two" }> }) => {
  const { t } = useTranslation("two-versions");
  const format = useFormat();
  const { two, sentFromHere } = reading;
  return (
    <div className={styles.sides}>
      {(["one", "other"] as const).map((side) => {
        const { revId } = two[side];
        const atMs = madeAtMs(revId);
        return (
          <Card key={side} aria-labelledby={`version-${side}`}>
            <h2 id={`version-${side}`}>{t(`version.${side}`)}</h2>
            {atMs !== undefined && <p>{t("writtenAt", { at: format.dayAndTime(atMs) })}</p>}
            {sentFromHere.includes(revId) && <p>{t("fromHere")}</p>}
          </Card>
        );
      })}
    </div>
  );
};
