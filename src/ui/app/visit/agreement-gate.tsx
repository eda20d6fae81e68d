import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { startState } from "#core/flow/start-state";
import { shownName } from "#core/schema/person";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import layout from "../layout.module.css";
import { useOpenVisit, useVisit, useVisitPath } from "./open-visit";

/** Keeps the pages of a visit closed until it is the right child, somebody is here and there is a yes. */
export const AgreementGate = ({ children }: { readonly children: ReactNode }) => {
  const { finished, ageYears, people } = useOpenVisit();
  const start = useVisit((visit) => startState(visit, { ageYears, people }).kind);
  if (finished || start === "ready") return children;
  return <Closed saidNo={start === "said-no"} />;
};

const Closed = ({ saidNo }: { readonly saidNo: boolean }) => {
  const { t } = useTranslation();
  const { child } = useOpenVisit();
  const path = useVisitPath();
  return (
    <main id="main" className={layout.narrow}>
      <Card>
        <h1>{t(saidNo ? "gate.saidNo" : "gate.startFirst")}</h1>
        <p>{t(saidNo ? "gate.saidNoBody" : "gate.startFirstBody", { name: shownName(child) })}</p>
        <p>
          <ButtonLink weight="main" to={path("start")}>
            {t("gate.toStart")}
          </ButtonLink>
        </p>
      </Card>
    </main>
  );
};
