import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { Family } from "#core/case/family";
import { shownName } from "#core/schema/person";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { NotFound } from "../../app/not-found";
import { PageHeading } from "../../app/page-heading";
import { useOpened } from "../../app/use-opened";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { DeliveryButton } from "../../components/delivery/delivery-button";
import { CaseLanguages } from "./case-languages";
import { CaseNextVisit } from "./case-next-visit";
import { CasePeople } from "./case-people";
import { CaseProfiles } from "./case-profiles";
import { CaseProtected } from "./case-protected";
import { CaseTwoVersions } from "./case-two-versions";
import styles from "./families.module.css";
import { StartVisitButton } from "./start-visit-button";
import { StoreFailed } from "./store-failed";
import { useAge } from "./use-age";
import type { FamiliesRead } from "./read-families";
import { useFamilies } from "./use-families";

interface CaseScreenProps {
  /** Other records that may be the same child's, where there is any. */
  readonly beside: (family: Family) => ReactNode;
  /** What only the practitioner here looks at, where there is any. */
  readonly own: (family: Family) => ReactNode;
}

/** One child's record: who they are, what comes next, who is around them, and their profiles. */
export const CaseScreen = ({ beside, own }: CaseScreenProps) => {
  const { caseId = "" } = useParams();
  const reading = useFamilies();
  return (
    <>
      <HomeHeader />
      {reading.kind === "reading" && <Opening />}
      {reading.kind === "failed" && <StoreFailed />}
      {reading.kind === "read" && <Found key={caseId} caseId={caseId} read={reading.value} beside={beside} own={own} />}
    </>
  );
};

interface FoundProps extends CaseScreenProps {
  readonly caseId: string;
  readonly read: FamiliesRead;
}

const Found = ({ caseId, read: { families, unreadable }, ...rest }: FoundProps) => {
  const { t } = useTranslation();
  const family = families.find((each) => each.caseId === caseId);
  useOpened(family?.caseId);
  const faulty = unreadable.find((each) => each.id === caseId);
  if (family !== undefined) return <Record family={family} {...rest} />;
  if (faulty === undefined) return <NotFound />;
  const { path, reason } = faulty;
  return <Message title={t("problem.unreadableTitle")}>{t("problem.unreadableBody", { path, reason })}</Message>;
};

const Record = ({ family, beside, own }: CaseScreenProps & { readonly family: Family }) => (
  <main id="main" className={layout.narrow}>
    <WhoItIs family={family} />
    <CaseTwoVersions family={family} />
    <CaseProfiles family={family} />
    <Suspense>{beside(family)}</Suspense>
    <div className={styles.pair}>
      <CaseNextVisit family={family} />
      <CaseLanguages languages={family.caseBody.sections.child.languages} />
    </div>
    <CasePeople family={family} />
    <CaseProtected family={family} />
    <Suspense>{own(family)}</Suspense>
  </main>
);

const WhoItIs = ({ family }: { readonly family: Family }) => {
  const { t } = useTranslation("families");
  const age = useAge();
  const { child, caseBody, delivery } = family;
  const { bornOn } = caseBody.sections.child;
  return (
    <Card>
      <div className={styles.nameLine}>
        <PageHeading>
          <bdi>{shownName(child)}</bdi>
        </PageHeading>
        <DeliveryButton delivery={delivery} />
      </div>
      <dl className={styles.details}>
        {shownName(child) !== child.name && (
          <div>
            <dt>{t("fullName")}</dt>
            <dd>
              <bdi>{child.name}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("bornOn")}</dt>
          <dd>{age.bornAndAge(bornOn)}</dd>
        </div>
      </dl>
      <div className={styles.actions}>
        <StartVisitButton family={family} />
        <ButtonLink to={`/cases/${family.caseId}/paper`}>{t("printBlankSet")}</ButtonLink>
      </div>
    </Card>
  );
};
