import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Family, FinishedProfile, UnfinishedVisit } from "#core/case/family";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import { visitPath } from "./visit-path";
import { DeliveryButton } from "../../components/delivery/delivery-button";
import { DeliveryState } from "../../components/delivery/delivery-state";
import { CaseReviews } from "./case-reviews";
import styles from "./families.module.css";
import { useLocalTime } from "./use-local-time";

/** The conversations with this child: those begun, then those finished, each with where it is. No marks. */
export const CaseProfiles = ({ family: { caseId, unfinished, finished } }: { readonly family: Family }) => {
  const { t } = useTranslation("families");
  return (
    <Card>
      <h2>{t("case.profiles")}</h2>
      {unfinished.length + finished.length === 0 ? (
        <p className={styles.soft}>{t("case.noProfiles")}</p>
      ) : (
        <ul className={styles.rows}>
          {unfinished.map((visit) => (
            <Unfinished key={visit.profileId} visit={visit} />
          ))}
          {finished.map((profile, index) => (
            <Finished key={profile.profileId} profile={profile} isNewest={index === 0} />
          ))}
        </ul>
      )}
      {finished.length > 1 && (
        <p>
          <ButtonLink to={`/cases/${caseId}/over-time`}>{t("case.overTime")}</ButtonLink>
        </p>
      )}
    </Card>
  );
};

const Unfinished = ({ visit }: { readonly visit: UnfinishedVisit }) => {
  const { t } = useTranslation("families");
  const { t: home } = useTranslation("home");
  const format = useFormat();
  const now = useLocalTime();
  const day = (atMs: number): string => format.nearDay(now.dayOf(atMs), now.today);
  return (
    <li>
      <Link className={styles.row} to={visitPath(visit)}>
        <span className={styles.rowName}>
          <strong>{t(visit.saidNo ? "case.saidNo" : visit.isToCarryOn ? "case.toCarryOn" : "case.unfinished")}</strong>
        </span>
        <span className={styles.rowState}>
          <span>{home("started", { day: day(visit.startedAtMs) })}</span>
          <span className={styles.soft}>
            {t("case.lastSaved", { day: day(visit.savedAtMs), time: format.time(visit.savedAtMs) })}
          </span>
        </span>
        <DeliveryState delivery={{ kind: "draft" }} />
      </Link>
    </li>
  );
};

interface FinishedProps {
  readonly profile: FinishedProfile;
  readonly isNewest: boolean;
}

const Finished = ({
  profile: { profileId, finishedAtMs, outcome, delivery, isAmendmentBegun, hasPlan, reviews, isReviewBegun },
  isNewest,
}: FinishedProps) => {
  const { t } = useTranslation("families");
  const format = useFormat();
  const now = useLocalTime();
  return (
    <li className={styles.rowAnd}>
      <Link className={`${styles.row} ${styles.rowOfTwo}`} to={`/profiles/${profileId}/picture`}>
        <span className={styles.rowName}>
          <strong>{format.shortDay(now.dayOf(finishedAtMs))}</strong>
          <span className={styles.soft}>{t("case.openPicture")}</span>
        </span>
        <span className={styles.rowState}>
          {outcome !== undefined && <span>{t(`case.outcome.${outcome}`)}</span>}
          {isAmendmentBegun && <span className={styles.soft}>{t("case.amendmentBegun")}</span>}
          {isReviewBegun && <span className={styles.soft}>{t("case.reviewBegun")}</span>}
        </span>
      </Link>
      <DeliveryButton delivery={delivery} />
      {reviews.length > 0 && <CaseReviews profileId={profileId} reviews={reviews} />}
      {isNewest && hasPlan && (
        <p className={styles.lookAgain}>
          <ButtonLink weight="quiet" to={`/profiles/${profileId}/review`}>
            {t("case.lookAgain")}
          </ButtonLink>
        </p>
      )}
    </li>
  );
};
