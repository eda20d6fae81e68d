import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { localDay } from "#platform/clock";
import { useFormat } from "../../i18n/use-format";
import type { CaseBeside } from "./read-beside";
import styles from "./same-child.module.css";

/** The profiles and plans of another record, as ways to them. No marks. */
export const ProfilesBeside = ({ beside: { profiles } }: { readonly beside: CaseBeside }) => {
  const { t } = useTranslation("same-child");
  const format = useFormat();
  if (profiles.length === 0) return <p className={styles.quiet}>{t("noProfiles")}</p>;
  return (
    <ul className={styles.list}>
      {profiles.map(({ profileId, atMs, hasPlan }) => {
        const day = format.shortDay(localDay(atMs));
        return (
          <li key={profileId} className={styles.actions}>
            <Link className={styles.way} to={`/profiles/${profileId}/picture`}>
              {t("profileOf", { day })}
            </Link>
            {hasPlan && (
              <Link className={styles.way} to={`/profiles/${profileId}/plan`}>
                {t("planOf", { day })}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
};
