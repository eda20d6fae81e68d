import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { pageForLine } from "#core/paper/page-for-line";
import { type Person, shownName } from "#core/schema/person";
import { bandOn } from "#core/scoring/band-on";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { CopyingNow, TypeTheCode } from "../../app/visit/type-the-code";
import { usePageFaultWords } from "./use-page-fault-words";
import type { Copying } from "./use-copying";

interface CopyFromPaperProps {
  readonly strandId: string;
  readonly person: Person;
  readonly copying: Copying;
}

/** Copies a page that was filled in by hand: its code first, then the usual line and the usual words. */
export const CopyFromPaper = ({ strandId, person, copying }: CopyFromPaperProps) => {
  const { t } = useTranslation("strands");
  const { practitioner } = useServices();
  const { caseId, child, instrument, strandIds } = useOpenVisit();
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const faultWords = usePageFaultWords(band);
  if (copying.paper !== undefined) {
    const said = { code: copying.paper.code, name: shownName(person), by: practitioner.name };
    return <CopyingNow said={t("paper.copying", said)} onStop={copying.stop} />;
  }
  const questionnaire = instrument.structure;
  const forChild = person.id === child.id;
  return (
    <TypeTheCode
      check={(code) => pageForLine(code, { caseId, questionnaire, band, strandIds, strandId, forChild })}
      faultWords={faultWords}
      wayOut={(fault) => fault.type === "AnotherLine" && <ToThatLine strandId={fault.strandId} />}
      onCopy={copying.begin}
    />
  );
};

const ToThatLine = ({ strandId }: { readonly strandId: string }) => {
  const { t } = useTranslation("strands");
  const path = useVisitPath();
  return (
    <p>
      <Link to={path(`strands/${strandId}`)}>{t("paper.toThatLine")}</Link>
    </p>
  );
};
