import { useTranslation } from "react-i18next";
import type { SaidFate } from "#core/questionnaire/versions/everything-said";
import type { NewerVersion } from "#core/questionnaire/versions/move-draft";
import { Card } from "../../components/card";
import styles from "./newer-words.module.css";
import { usePlaceNames } from "./place-names";

interface WhatBecomesProps {
  readonly fates: readonly SaidFate[];
  readonly versions: readonly NewerVersion[];
}

const IN_ORDER = ["to-check", "without-place", "same"] as const;

/** What becomes of each thing that was said. It is named and not shown: each line stays its person's own. */
export const WhatBecomes = ({ fates, versions }: WhatBecomesProps) => {
  const { t } = useTranslation("newer-words");
  const { saidName } = usePlaceNames(versions);
  return (
    <Card>
      <h2>{t("becomes")}</h2>
      {fates.length === 0 && <p>{t("becomesNone")}</p>}
      {IN_ORDER.map((fate) => {
        const its = fates.filter((each) => each.fate === fate);
        if (its.length === 0) return null;
        const list = (
          <ul className={styles.things}>
            {its.map((each) => (
              <li key={`${each.sectionId} ${each.key}`}>{saidName(each)}</li>
            ))}
          </ul>
        );
        return fate === "same" ? (
          <details key={fate} className={styles.group}>
            <summary>{t("fate.same")}</summary>
            <p>{t("sameBody")}</p>
            {list}
          </details>
        ) : (
          <div key={fate}>
            <h3>{t(`fate.${fate}`)}</h3>
            {list}
          </div>
        );
      })}
    </Card>
  );
};
