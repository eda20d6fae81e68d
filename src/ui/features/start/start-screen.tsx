import { useState } from "react";
import { FormProvider } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate } from "react-router";
import { agreementIn } from "#core/visit/change-section";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { useLeaveVisit } from "../../app/visit/use-leave-visit";
import { useStrandsToday } from "../../app/visit/visit-length";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { AgeWords } from "./age-words";
import { addToRecord } from "./add-to-record";
import { AgreementCard } from "./agreement-card";
import { RightChild } from "./right-child";
import { HowMuchToday } from "./how-much-today";
import styles from "./start.module.css";
import { useStartForm } from "./use-start-form";
import { WhatComesFirst } from "./what-comes-first";
import { WhatIsMissing } from "./what-is-missing";
import { WhatThisIs } from "./what-this-is";
import { WhoIsHere } from "./who-is-here";

/** The start of a visit, in the order of the conversation: right child, who is here, what this is, agreement, loves. */
export const StartScreen = () => {
  const { finished } = useOpenVisit();
  const path = useVisitPath();
  return finished ? <Navigate to={path("picture")} replace /> : <Start />;
};

const Start = () => {
  const { t } = useTranslation("start");
  const { form, attempt, tries } = useStartForm();
  const saidNo = useVisit((visit) => agreementIn(visit).decision === "no");
  const isWorry = useStrandsToday().length < useOpenVisit().strandIds.length;
  const goOn = useGoOn();
  return (
    <FormProvider {...form}>
      <main id="main" className={styles.page}>
        <PageHeading>{t("title")}</PageHeading>
        <WhatIsMissing tries={tries} />
        <RightChild />
        <WhoIsHere />
        <WhatThisIs />
        <AgreementCard />
        {!saidNo && <WhatComesFirst />}
        {!saidNo && <HowMuchToday />}
        {!saidNo && <AgeWords />}
        {goOn.failed && <p role="alert">{t("here.notAdded")}</p>}
      </main>
      <VisitBar>
        {saidNo ? (
          <LeaveAfterNo />
        ) : (
          <>
            <Button
              weight="quiet"
              onClick={() => {
                attempt(goOn.toMore);
              }}
            >
              {t("more")}
            </Button>
            <Button
              weight="main"
              onClick={() => {
                attempt(goOn.toLines);
              }}
            >
              {t(isWorry ? "goToday" : "go")}
            </Button>
          </>
        )}
      </VisitBar>
    </FormProvider>
  );
};

/** To the lines, or to what else there is to talk about. Whoever leads the visit and is not on the child's record yet is added first: they are one of the voices. */
const useGoOn = () => {
  const services = useServices();
  const { caseId, people, store } = useOpenVisit();
  const strandIds = useStrandsToday();
  const path = useVisitPath();
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  const go = async (page: string): Promise<void> => {
    const { practitioner } = services;
    const isHere = store.get().profile.sections.here?.presentIds.includes(practitioner.id) ?? false;
    if (isHere && !people.some((person) => person.id === practitioner.id)) {
      const added = await addToRecord(services, caseId, practitioner);
      setFailed(!added.ok);
      if (!added.ok) return;
    }
    await navigate(path(page));
  };
  const { strandsPage } = services.preferences.get();
  return {
    toLines: () => go(strandsPage === "all" ? "strands" : `strands/${strandIds[0] ?? ""}`),
    toMore: () => go("more"),
    failed,
  };
};

const LeaveAfterNo = () => {
  const { t } = useTranslation();
  const leave = useLeaveVisit();
  return (
    <Button
      weight="main"
      onClick={() => {
        void leave();
      }}
    >
      {t("leaveVisit")}
    </Button>
  );
};
