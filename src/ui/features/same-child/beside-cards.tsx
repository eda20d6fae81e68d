import { useTranslation } from "react-i18next";
import type { Id } from "#core/schema/ids";
import { shownName } from "#core/schema/person";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { DeliveryButton } from "../../components/delivery/delivery-button";
import { useFormat } from "../../i18n/use-format";
import { ProfilesBeside } from "./profiles-beside";
import type { Beside } from "./read-beside";
import styles from "./same-child.module.css";
import { useBeside } from "./use-beside";
import { WhoSaid } from "./who-said";

/**
 * On a child's record: another that may be the same child's, and what people said of the two. Nothing where there is
 * none. It stands on no screen that a family looks at.
 */
export const BesideCards = ({ caseId }: { readonly caseId: Id }) => {
  const reading = useBeside(caseId);
  if (reading.kind !== "read") return null;
  return reading.value.others.map((beside) => <BesideCard key={beside.other.caseId} caseId={caseId} beside={beside} />);
};

interface BesideCardProps {
  readonly caseId: Id;
  readonly beside: Beside;
}

const BesideCard = ({ caseId, beside }: BesideCardProps) => {
  const { t } = useTranslation("same-child");
  const format = useFormat();
  const { other, standing, because, delivery } = beside;
  const name = shownName(other.child);
  const id = `beside-${other.caseId}`;
  const compare = `/cases/${caseId}/same-child/${other.caseId}`;
  switch (standing.kind) {
    case "open":
      return (
        <Card tone="talk-about" aria-labelledby={id}>
          <h2 id={id}>{t("ask")}</h2>
          <p>{t("another", { name: other.child.name, day: format.shortDay(other.caseBody.sections.child.bornOn) })}</p>
          <p>{t(`because.${because ?? "nearly-same-name"}`)}</p>
          <p>
            <ButtonLink to={compare}>{t("lookAtBoth")}</ButtonLink>
          </p>
        </Card>
      );
    case "differ":
      return (
        <Card tone="talk-about" aria-labelledby={id}>
          <h2 id={id}>{t("differ")}</h2>
          <WhoSaid said={standing.said} />
          <p>{t("differBody")}</p>
          <p>
            <ButtonLink to={compare}>{t("lookAtBoth")}</ButtonLink>
          </p>
        </Card>
      );
    case "one":
      return (
        <Card aria-labelledby={id}>
          <div className={styles.nameLine}>
            <h2 id={id}>{t(standing.leadId === caseId ? "leads" : "follows")}</h2>
            {delivery !== undefined && <DeliveryButton delivery={delivery} />}
          </div>
          <WhoSaid said={standing.said} />
          <ProfilesBeside beside={other} />
          <div className={styles.actions}>
            <ButtonLink to={`/cases/${other.caseId}`}>
              {t(standing.leadId === caseId ? "openOther" : "openLead", { name })}
            </ButtonLink>
            <ButtonLink weight="quiet" to={compare}>
              {t("lookAtBoth")}
            </ButtonLink>
          </div>
        </Card>
      );
    case "two":
      return (
        <p className={styles.apart}>
          {t("apart", { name: other.child.name })}{" "}
          <ButtonLink weight="quiet" to={compare}>
            {t("lookAgain")}
          </ButtonLink>
        </p>
      );
  }
};
