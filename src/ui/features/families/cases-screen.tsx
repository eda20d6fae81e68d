import { useTranslation } from "react-i18next";
import type { Family } from "#core/case/family";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { EmptyLines } from "./empty-lines";
import styles from "./families.module.css";
import { FamilyRow, HalfFilledRow } from "./family-row";
import { StoreFailed } from "./store-failed";
import { UnreadableRecords } from "./unreadable-records";
import { useAge } from "./use-age";
import { useFamilies } from "./use-families";
import { useLocalTime } from "./use-local-time";
import type { FamiliesRead } from "./read-families";

/** Every family on this device, by name: whoever comes here asked for names. */
export const CasesScreen = () => {
  const reading = useFamilies();
  return (
    <>
      <HomeHeader />
      {reading.kind === "reading" && <Opening />}
      {reading.kind === "failed" && <StoreFailed />}
      {reading.kind === "read" && <Families read={reading.value} />}
    </>
  );
};

const Families = ({ read: { families, halfFilled, unreadable } }: { readonly read: FamiliesRead }) => {
  const { t } = useTranslation("families");
  const { t: home } = useTranslation("home");
  const now = useLocalTime();
  const isEmpty = families.length === 0 && halfFilled === undefined;
  return (
    <main id="main" className={layout.narrow}>
      <div className={styles.listHead}>
        <PageHeading>{t("casesTitle")}</PageHeading>
        <ButtonLink weight="main" to="/cases/new">
          {home("newFamily")}
        </ButtonLink>
      </div>
      <Card>
        {isEmpty ? (
          <>
            <EmptyLines />
            <p>{t("casesEmpty")}</p>
          </>
        ) : (
          <ul className={styles.rows}>
            {halfFilled !== undefined && <HalfFilledRow draft={halfFilled} now={now} />}
            {[...families].sort(byName).map((family) => (
              <NamedRow key={family.caseId} family={family} />
            ))}
          </ul>
        )}
      </Card>
      <UnreadableRecords unreadable={unreadable} />
    </main>
  );
};

const NamedRow = ({ family }: { readonly family: Family }) => {
  const now = useLocalTime();
  const age = useAge();
  const { child, caseBody } = family;
  return <FamilyRow family={family} name={child.name} about={age.born(caseBody.sections.child.bornOn)} now={now} />;
};

const byName = (a: Family, b: Family): number => a.child.name.localeCompare(b.child.name);
