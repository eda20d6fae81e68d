import { useTranslation } from "react-i18next";
import type { LinePageFault } from "#core/paper/page-for-line";
import { unreachable } from "#core/result";
import type { AgeBand } from "#core/schema/age-band";
import { shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";

/** Says why a page cannot be copied onto this line, and what can be done; `band` is whose words the line has. */
export const usePageFaultWords = (band: AgeBand): ((fault: LinePageFault) => string) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { child, instrument } = useOpenVisit();
  const name = shownName(child);
  return (fault) => {
    switch (fault.type) {
      case "CodeSlip":
        return common("paper.slip");
      case "AnotherChild":
        return common("paper.anotherChild", { name });
      case "OtherPages":
      case "NotALine":
        return t("paper.notALine");
      case "AnotherVersion":
        return t("paper.anotherVersion");
      case "AnotherBand":
        return t("paper.anotherBand", { band: common(`band.${fault.band}`), own: common(`band.${band}`) });
      case "ChildsWords":
        return t("paper.childsWords", { name });
      case "AdultsWords":
        return t("paper.adultsWords", { name });
      case "AnotherLine":
        return t("paper.anotherLine", { strand: instrument.wording.strands[fault.strandId]?.family ?? "" });
      default:
        return unreachable(fault);
    }
  };
};
