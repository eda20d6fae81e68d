import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";
import { TextField } from "../../components/form/text-field";
import type { StartValues } from "./start-values";
import styles from "./start.module.css";

const WAYS = ["spoken", "read", "signed"] as const;

/** Spoken, read and signed are three things, often three answers; and the language of today. */
export const LanguagesToday = () => {
  const { t } = useTranslation("start");
  const { child, caseBody } = useOpenVisit();
  const { register } = useFormContext<StartValues>();
  const { languages } = caseBody.sections.child;
  const nothingWritten = WAYS.every((way) => languages[way] === "");
  return (
    <>
      <div>
        <p className={styles.quiet}>{t("language.known", { name: shownName(child) })}</p>
        {nothingWritten ? (
          <p>{t("language.nothingWritten")}</p>
        ) : (
          <dl className={styles.languages}>
            {WAYS.map((way) => (
              <div key={way}>
                <dt>{t(`language.${way}`)}</dt>
                <dd>
                  {languages[way] === "" ? (
                    <span className={styles.quiet}>{t("language.notWritten")}</span>
                  ) : (
                    <bdi>{languages[way]}</bdi>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <TextField label={t("language.today")} maxLength={80} {...register("here.languageToday")} />
    </>
  );
};
