import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useParams } from "react-router";
import { shownName } from "#core/schema/person";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { FollowedVisit } from "../../app/visit/followed-visit";
import { useOpenVisit } from "../../app/visit/open-visit";
import { OpenedVisit } from "../../app/visit/opened-visit";
import { BrandMark } from "../../components/brand-mark";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import styles from "./pages.module.css";

/**
 * What only the practitioner looks at. It is no page of the visit: family view is over before it opens, it asks each
 * time, and the app never comes back to it by itself.
 */
export const OwnLayout = () => {
  const { profileId = "" } = useParams();
  return (
    <OpenedVisit key={profileId} profileId={profileId} followed={<FollowedVisit />}>
      <OnlyYou>
        <AgreementGate>
          <Outlet />
        </AgreementGate>
      </OnlyYou>
    </OpenedVisit>
  );
};

const OnlyYou = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation("pages");
  const { caseId, child } = useOpenVisit();
  const [isSure, setIsSure] = useState(false);
  const record = `/cases/${caseId}`;
  return (
    <>
      <header className={layout.top}>
        <span className={layout.brand}>
          <BrandMark />
        </span>
        {isSure && (
          <span className={layout.pill}>
            <bdi>{shownName(child)}</bdi>
          </span>
        )}
        {isSure && <span className={styles.onlyYou}>{t("own.onlyYou")}</span>}
        <span className={layout.who}>
          <ButtonLink weight="quiet" to={record}>
            {t("own.close")}
          </ButtonLink>
        </span>
      </header>
      {isSure ? (
        children
      ) : (
        <main id="main" className={layout.narrow}>
          <Card>
            <PageHeading>{t("own.onlyYou")}</PageHeading>
            <p>{t("own.confirmBody")}</p>
            <div className={styles.row}>
              <ButtonLink to={record}>{t("own.notNow")}</ButtonLink>
              <Button
                weight="main"
                data-asks-first
                onClick={() => {
                  setIsSure(true);
                }}
              >
                {t("own.confirm")}
              </Button>
            </div>
          </Card>
        </main>
      )}
    </>
  );
};
