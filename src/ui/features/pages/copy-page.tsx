import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { canBeCopiedTo } from "#core/paper/copied-answers";
import { type AnswersPageFault, pageForAnswers } from "#core/paper/page-for-answers";
import { pageSectionId } from "#core/questionnaire/answer-key";
import { err, type Result, unreachable } from "#core/result";
import type { FromPaper } from "#core/schema/paper";
import { shownName } from "#core/schema/person";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";
import { CopyingNow, TypeTheCode } from "../../app/visit/type-the-code";
import { useFilling } from "./filling";

interface CopyPageProps {
  readonly pageId: string;
  readonly paper: FromPaper | undefined;
  readonly onPaper: (paper: FromPaper | undefined) => void;
}

type Fault = AnswersPageFault | { readonly type: "AnsweredOnScreen" };

/** Copies a page that was filled in by hand: its code first, then the usual questions. */
export const CopyPage = ({ pageId, paper, onPaper }: CopyPageProps) => {
  const { t } = useTranslation("pages");
  const { t: common } = useTranslation();
  const { practitioner } = useServices();
  const { store, caseId, child } = useOpenVisit();
  const { structure, wording, person, pageIds, pagePath } = useFilling();
  if (paper !== undefined) {
    const said = { code: paper.code, name: shownName(person), by: practitioner.name };
    return (
      <CopyingNow
        said={t("paper.copying", said)}
        onStop={() => {
          onPaper(undefined);
        }}
      />
    );
  }
  const check = (code: string): Result<string, Fault> => {
    const page = store.get().profile.sections[pageSectionId(structure.id, pageId, person.id)];
    const found = pageForAnswers(code, { caseId, questionnaire: structure, pageIds, pageId });
    return found.ok && page !== undefined && !canBeCopiedTo(page) ? err({ type: "AnsweredOnScreen" }) : found;
  };
  const faultWords = (fault: Fault): string => {
    switch (fault.type) {
      case "CodeSlip":
        return common("paper.slip");
      case "AnotherChild":
        return common("paper.anotherChild", { name: shownName(child) });
      case "OtherPages":
        return t("paper.otherPages", { title: wording.title });
      case "AnotherVersion":
        return t("paper.anotherVersion");
      case "AnotherPage":
        return t("paper.anotherPage", { page: wording.pages[fault.pageId] ?? "" });
      case "AnsweredOnScreen":
        return t("paper.answered");
      default:
        return unreachable(fault);
    }
  };
  return (
    <TypeTheCode
      check={check}
      faultWords={faultWords}
      wayOut={(fault) =>
        fault.type === "AnotherPage" && (
          <p>
            <Link to={pagePath(fault.pageId)}>{t("paper.toThatPage")}</Link>
          </p>
        )
      }
      onCopy={onPaper}
    />
  );
};
