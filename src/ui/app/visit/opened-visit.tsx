import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { unreachable } from "#core/result";
import { useOpened } from "../use-opened";
import { useVisitOnPage } from "../lock/visit-on-page";
import { Message } from "../message";
import { Opening } from "../opening";
import { NotFound } from "../not-found";
import { OpenVisitContext } from "./open-visit";
import { ReopenContext } from "./reopen";
import { SavingContext } from "./saving";
import { useOpening } from "./use-opening";

interface OpenedVisitProps {
  readonly profileId: string;
  /** The pages of the visit, once it is open. */
  readonly children: ReactNode;
  /** What is shown in their place while another window writes the visit. */
  readonly followed: ReactNode;
}

/** Opens a visit or a finished profile around its pages, or says why it does not open. */
export const OpenedVisit = ({ profileId, children, followed }: OpenedVisitProps) => {
  const { t } = useTranslation();
  const { opening, reopen } = useOpening(profileId);
  // A draft is nobody else's yet: the audit hears of what is finished.
  useOpened(opening.kind === "open" && opening.visit.finished ? profileId : undefined);
  useVisitOnPage(profileId, opening.kind === "open" ? !opening.visit.finished : null);
  switch (opening.kind) {
    case "opening":
      return <Opening />;
    case "open":
      return (
        <OpenVisitContext value={opening.visit}>
          <SavingContext value={opening.saving}>
            <ReopenContext value={reopen}>{children}</ReopenContext>
          </SavingContext>
        </OpenVisitContext>
      );
    case "not-found":
      return <NotFound />;
    case "followed":
      return (
        <OpenVisitContext value={opening.visit}>
          <ReopenContext value={reopen}>{followed}</ReopenContext>
        </OpenVisitContext>
      );
    case "unreadable":
      return (
        <Message title={t("problem.unreadableTitle")}>
          {t("problem.unreadableBody", { path: opening.path, reason: opening.reason })}
        </Message>
      );
    case "storage-failed":
      return <Message title={t("problem.storageTitle")}>{t("problem.storageBody")}</Message>;
    case "failed":
      throw opening.thrown;
    default:
      return unreachable(opening);
  }
};
