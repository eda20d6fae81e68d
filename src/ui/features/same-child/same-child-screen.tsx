import { useState, useTransition } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { unreachable } from "#core/result";
import type { Verdict } from "#core/schema/same-child";
import { HomeHeader } from "../../app/home-header";
import { Message } from "../../app/message";
import { NotFound } from "../../app/not-found";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { decide } from "./decide";
import type { Beside, CaseBeside } from "./read-beside";
import styles from "./same-child.module.css";
import { SideCard } from "./side-card";
import { useBeside } from "./use-beside";
import { WhoSaid } from "./who-said";

/** Two records side by side, for a person to say whether they are one child's. */
export const SameChildScreen = () => {
  const { caseId = "", otherId = "" } = useParams();
  const { t } = useTranslation("same-child");
  const reading = useBeside(caseId);
  const both = (): React.ReactNode => {
    switch (reading.kind) {
      case "reading":
        return <Opening />;
      case "failed":
        return <Message title={t("failed")} />;
      case "none":
        return <NotFound />;
      case "read": {
        const beside = reading.value.others.find(({ other }) => other.caseId === otherId);
        return beside === undefined ? <NotFound /> : <Both one={reading.value.one} beside={beside} />;
      }
      default:
        return unreachable(reading);
    }
  };
  return (
    <>
      <HomeHeader />
      {both()}
    </>
  );
};

interface BothProps {
  readonly one: CaseBeside;
  readonly beside: Beside;
}

const Both = ({ one, beside: { other, standing, because } }: BothProps) => {
  const { t } = useTranslation("same-child");
  const services = useServices();
  const navigate = useNavigate();
  const [isSaving, startTransition] = useTransition();
  const [hasFailed, setHasFailed] = useState(false);
  const back = `/cases/${one.caseId}`;
  const say = (verdict: Verdict): void => {
    setHasFailed(false);
    startTransition(async () => {
      if (await decide(services, [one.caseId, other.caseId], verdict)) await navigate(back);
      else setHasFailed(true);
    });
  };
  const leadId = standing.kind === "one" ? standing.leadId : one.caseId < other.caseId ? one.caseId : other.caseId;
  const isSettled = standing.kind === "one" || standing.kind === "two";
  return (
    <div className={styles.page}>
      <main id="main" className={styles.main}>
        <div className={styles.head}>
          <PageHeading>{t("title")}</PageHeading>
          <p className={styles.quiet}>
            {because === undefined ? "" : `${t(`because.${because}`)} `}
            {t("intro")}
          </p>
        </div>
        {standing.kind !== "open" && (
          <Card aria-labelledby="said">
            <h2 id="said">{t(`stands.${standing.kind}`)}</h2>
            <WhoSaid said={standing.said} />
          </Card>
        )}
        <div className={styles.sides}>
          <SideCard beside={one} side="one" leads={standing.kind === "one" && leadId === one.caseId} />
          <SideCard beside={other} side="other" leads={standing.kind === "one" && leadId === other.caseId} />
        </div>
        <Card aria-labelledby="means">
          <h2 id="means">{t("means")}</h2>
          <ul>
            <li>{t(leadId === one.caseId ? "meansOne.this" : "meansOne.other")}</li>
            <li>{t("meansSight")}</li>
            <li>{t("meansTwo")}</li>
            <li>{t("meansUndo")}</li>
          </ul>
        </Card>
        <p>
          <ButtonLink weight="quiet" to={back}>
            {t("back")}
          </ButtonLink>
        </p>
        {hasFailed && (
          <Card role="alert">
            <p>{t("notSaved")}</p>
          </Card>
        )}
      </main>
      <VisitBar>
        {isSettled ? (
          <Button
            disabled={isSaving}
            onClick={() => {
              say("taken-back");
            }}
          >
            {t(`takeBack.${standing.kind}`)}
          </Button>
        ) : (
          <>
            <Button
              disabled={isSaving}
              onClick={() => {
                say("two");
              }}
            >
              {t("two")}
            </Button>
            <Button
              disabled={isSaving}
              onClick={() => {
                say("one");
              }}
            >
              {t("one")}
            </Button>
          </>
        )}
      </VisitBar>
    </div>
  );
};
