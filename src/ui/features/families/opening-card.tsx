import { useTranslation } from "react-i18next";
import { familyDeliveryOf } from "#core/case/family";
import type { LocalTime, OpeningFamily } from "#core/case/opening-family";
import { shownName } from "#core/schema/person";
import { PageHeading } from "../../app/page-heading";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import { EmptyLines } from "./empty-lines";
import { DeliveryState } from "../../components/delivery/delivery-state";
import styles from "./families.module.css";
import { StartVisitButton } from "./start-visit-button";
import { VisitDetails } from "./visit-details";
import { useVisitWhen } from "./use-visit-when";

interface OpeningCardProps {
  readonly opening: Exclude<OpeningFamily, { kind: "nothing-set" }>;
  readonly now: LocalTime;
}

/** The one family that the opening screen names, and the one thing to do next. */
export const OpeningCard = ({ opening, now }: OpeningCardProps) => {
  const { t } = useTranslation("home");
  const format = useFormat();
  const when = useVisitWhen();
  const { family } = opening;
  const begun = family.unfinished[0];
  return (
    <Card>
      <p className={styles.soft}>
        {opening.kind === "next-visit"
          ? when.next(opening.nextVisit, now.today)
          : t("toCarryOn", { day: format.nearDay(now.dayOf(begun?.startedAtMs ?? 0), now.today) })}
      </p>
      <div className={styles.nameLine}>
        <PageHeading>
          <bdi>{shownName(family.child)}</bdi>
        </PageHeading>
        <DeliveryState delivery={familyDeliveryOf(family)} />
      </div>
      {opening.kind === "next-visit" && <VisitDetails caseBody={family.caseBody} nextVisit={opening.nextVisit} />}
      <div className={styles.actions}>
        <StartVisitButton family={family} />
        <ButtonLink to={`/cases/${family.caseId}`}>{t("openRecord")}</ButtonLink>
      </div>
    </Card>
  );
};

/** Nobody is on this device yet: what Strandline is, and the way to begin. */
export const NoFamilyYet = () => {
  const { t } = useTranslation("home");
  return (
    <Card>
      <EmptyLines />
      <PageHeading>{t("emptyTitle")}</PageHeading>
      <p>{t("emptyBody")}</p>
      <div className={styles.actions}>
        <ButtonLink weight="main" to="/cases/new">
          {t("newFamily")}
        </ButtonLink>
      </div>
    </Card>
  );
};

/** There are families, and none of them is next. */
export const NoVisitSet = () => {
  const { t } = useTranslation("home");
  return (
    <div className={styles.quietHead}>
      <PageHeading>{t("nothingSetTitle")}</PageHeading>
      <p className={styles.soft}>{t("nothingSetBody")}</p>
    </div>
  );
};
