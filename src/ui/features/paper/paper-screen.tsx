import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { shownName } from "#core/schema/person";
import { unreachable } from "#core/result";
import { DocumentView } from "../../app/document/document-view";
import { MakingStatus } from "../../app/document/making-status";
import { MissingSigns } from "../../app/document/missing-signs";
import { useMaking, type Way } from "../../app/document/use-making";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { NotFound } from "../../app/not-found";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { firstChoice } from "./choosing";
import styles from "./paper.module.css";
import { useBlankDocument } from "./use-blank-document";
import { type CanBePrinted, useBlankSet } from "./use-blank-set";
import { WhatToPrint } from "./what-to-print";

/** A blank set for one child's next conversation: chosen, looked at, then saved, printed or shared. */
export const PaperScreen = () => {
  const { t } = useTranslation();
  const { caseId = "" } = useParams();
  const opening = useBlankSet(caseId);
  switch (opening.kind) {
    case "opening":
      return <Opening />;
    case "not-found":
      return <NotFound />;
    case "failed":
      return <Message title={t("problem.storageTitle")}>{t("problem.storageBody")}</Message>;
    case "open":
      return <PrintSet key={caseId} from={opening.from} />;
    default:
      return unreachable(opening);
  }
};

const PrintSet = ({ from }: { readonly from: CanBePrinted }) => {
  const { t } = useTranslation("paper");
  const { clock } = useServices();
  const [chosen, setChosen] = useState(() => firstChoice(from));
  const [atMs] = useState(() => clock.nowMs());
  const [isShown, setShown] = useState(false);
  const document = useBlankDocument(from, chosen, atMs);
  const making = useMaking(document);
  const name = shownName(from.child);
  const button = (way: Way, weight: "main" | "plain") => (
    <Button
      weight={weight}
      disabled={document === null || making.state.kind === "making"}
      onClick={() => {
        void making.make(way);
      }}
    >
      {t(way)}
    </Button>
  );
  return (
    <>
      <HomeHeader />
      <main id="main" className={layout.narrow}>
        <PageHeading>{t("title", { name })}</PageHeading>
        <p>{t("lead")}</p>
        <WhatToPrint
          from={from}
          chosen={chosen}
          onChoose={(change) => {
            setChosen({ ...chosen, ...change });
          }}
        />
        {document === null ? (
          <p role="status">{t("nothingChosen")}</p>
        ) : (
          <section className={styles.preview} aria-label={t("preview")}>
            <MissingSigns signs={making.missing} />
            {isShown ? (
              <DocumentView document={document} />
            ) : (
              <p>
                <Button
                  onClick={() => {
                    setShown(true);
                  }}
                >
                  {t("show")}
                </Button>
              </p>
            )}
          </section>
        )}
      </main>
      <footer className={layout.bar}>
        <MakingStatus state={making.state} fileName={document?.fileName ?? ""} onStop={making.stop} />
        <span className={layout.save} />
        <ButtonLink to={`/cases/${from.caseId}`}>{t("backToRecord")}</ButtonLink>
        {making.canShare && button("share", "plain")}
        {button("save", "plain")}
        {button("print", "main")}
      </footer>
    </>
  );
};
