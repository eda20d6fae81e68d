import { useTranslation } from "react-i18next";
import { EarlierSaid } from "../../app/visit/earlier-said";
import { useOpenVisit, usePresentIds, useVisit } from "../../app/visit/open-visit";
import { isLookedAt, saidEarlier } from "#core/visit/earlier-words";
import { Card } from "../../components/card";

interface EarlierWordsProps {
  /** The section that this person, or everyone together, has on this strand. */
  readonly sectionId: `voice/${string}/${string}` | `agreed/${string}`;
  readonly heading: "h2" | "h3";
}

/** What was said here under earlier words, with what was asked then; what was looked at is not shown again. */
export const EarlierWords = ({ sectionId, heading: Heading }: EarlierWordsProps) => {
  const { t } = useTranslation("newer-words");
  const { strandIds } = useOpenVisit();
  const presentIds = usePresentIds();
  const section = useVisit((visit) => visit.profile.sections[sectionId]);
  if (section === undefined || !("earlier" in section)) return null;
  // One person's line stands under its cover; what was said together has none.
  const isKept = sectionId.startsWith("agreed/") && section.hiddenFrom.some((id) => presentIds.includes(id));
  if (isKept) return null;
  const said = saidEarlier({ [sectionId]: section }, strandIds).filter((each) => !isLookedAt(each.said));
  if (said.length === 0) return null;
  return (
    <Card>
      <div>
        <Heading>{t("earlierTitle")}</Heading>
        <p>{t("earlierHint")}</p>
      </div>
      {said.map((each) => (
        <EarlierSaid key={`${each.said.key} ${each.said.from.version}`} entry={each} />
      ))}
    </Card>
  );
};
