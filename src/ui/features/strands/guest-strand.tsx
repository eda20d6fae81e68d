import { useTranslation } from "react-i18next";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { PersonLine } from "./person-line";
import styles from "./strand.module.css";
import type { Copying } from "./use-copying";

const NOTHING_COPIED: Copying = { paper: undefined, begin: () => undefined, stop: () => undefined };

/** The child's own line alone, while the device is in their hands: nobody else's mark, and no way to any. */
export const GuestStrand = ({ strandId }: { readonly strandId: string }) => {
  const { t } = useTranslation("family-view");
  const { child, instrument } = useOpenVisit();
  const path = useVisitPath();
  const headingId = `strand-${strandId}`;
  return (
    <AgreementGate>
      <main id="main" className={styles.main}>
        <section className={styles.strand} data-strand={strandId} aria-labelledby={headingId}>
          <div>
            <h1 id={headingId} tabIndex={-1}>
              {instrument.wording.strands[strandId]?.family}
            </h1>
            <p className={styles.quiet}>{instrument.wording.question}</p>
          </div>
          <Card>
            <PersonLine strandId={strandId} person={child} copying={NOTHING_COPIED} />
          </Card>
        </section>
      </main>
      <VisitBar>
        <ButtonLink weight="main" to={path(`strands/${strandId}/_done`)}>
          {t("guest.done")}
        </ButtonLink>
      </VisitBar>
    </AgreementGate>
  );
};
