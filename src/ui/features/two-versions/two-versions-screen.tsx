import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { unreachable } from "#core/result";
import { useKeptForm } from "../../app/forms/use-kept-form";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { SavingContext } from "../../app/visit/saving";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { BegunBefore } from "./begun-before";
import { mergeOf } from "./merge-draft";
import { MergeForm } from "./merge-form";
import { type ReadingTwo, useTwoVersions } from "./use-two-versions";

/** The next of a child's records that stands in two versions, for a person to bring together. */
export const TwoVersionsScreen = () => {
  const { caseId = "" } = useParams();
  const reading = useTwoVersions(caseId);
  return (
    <>
      <HomeHeader />
      <Found caseId={caseId} reading={reading} />
    </>
  );
};

const Found = ({ caseId, reading }: { readonly caseId: string; readonly reading: ReadingTwo }) => {
  const { t } = useTranslation("two-versions");
  switch (reading.kind) {
    case "reading":
      return <Opening />;
    case "failed":
      return <Message title={t("failed")} />;
    case "unreadable":
      return <Message title={t("unreadable")}>{t("unreadableBody")}</Message>;
    case "none":
      return <OneVersion caseId={caseId} />;
    case "two":
      return <Opened key={reading.two.recordId} reading={reading} />;
    default:
      return unreachable(reading);
  }
};

const OneVersion = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTranslation("two-versions");
  return (
    <main id="main" className={layout.narrow}>
      <Card>
        <PageHeading>{t("one")}</PageHeading>
        <p>{t("oneBody")}</p>
        <p>
          <ButtonLink weight="main" to={`/cases/${caseId}`}>
            {t("toRecord")}
          </ButtonLink>
        </p>
      </Card>
      <BegunBefore caseId={caseId} />
    </main>
  );
};

const Opened = ({ reading }: { readonly reading: Extract<ReadingTwo, { kind: "two" }> }) => {
  const { t } = useTranslation("two-versions");
  const { recordId, caseId } = reading.two;
  const opening = useKeptForm(useMemo(() => mergeOf({ recordId, caseId }), [recordId, caseId]));
  switch (opening.kind) {
    case "opening":
      return <Opening />;
    case "held-elsewhere":
      return <Message title={t("held")}>{t("heldBody")}</Message>;
    case "storage-failed":
      return <Message title={t("failed")} />;
    case "open":
      return (
        <SavingContext value={opening.draft.saving}>
          <MergeForm reading={reading} draft={opening.draft} />
        </SavingContext>
      );
    default:
      return unreachable(opening);
  }
};
