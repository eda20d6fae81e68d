import { useTranslation } from "react-i18next";
import { type Family, standsInTwoVersions } from "#core/case/family";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";

/** The way to both versions, where something of this child's was changed in two places. */
export const CaseTwoVersions = ({ family }: { readonly family: Family }) => {
  const { t } = useTranslation("families");
  if (!standsInTwoVersions(family)) return null;
  return (
    <Card tone="talk-about" aria-labelledby="two-versions">
      <h2 id="two-versions">{t("case.twoVersions")}</h2>
      <p>{t("case.twoVersionsBody")}</p>
      <p>
        <ButtonLink to={`/cases/${family.caseId}/two-versions`}>{t("case.lookAtBoth")}</ButtonLink>
      </p>
    </Card>
  );
};
