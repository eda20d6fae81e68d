import { useTranslation } from "react-i18next";
import type { Languages } from "#core/schema/case";
import { Card } from "../../components/card";
import styles from "./families.module.css";

const WAYS = ["spoken", "read", "signed"] as const;

/** Spoken, read and signed are three answers. */
export const CaseLanguages = ({ languages }: { readonly languages: Languages }) => {
  const { t } = useTranslation("families");
  const said = WAYS.filter((way) => languages[way] !== "");
  return (
    <Card>
      <h2>{t("case.languages")}</h2>
      {said.length === 0 ? (
        <p className={styles.soft}>{t("case.noLanguages")}</p>
      ) : (
        <dl className={styles.details}>
          {said.map((way) => (
            <div key={way}>
              <dt>{t(`language.${way}`)}</dt>
              <dd>
                <bdi>{languages[way]}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
};
