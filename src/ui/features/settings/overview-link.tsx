import { useTranslation } from "react-i18next";
import { useServices } from "../../app/services";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";

/** The way to whether everything is in, for whoever leads the service. */
export const OverviewLink = () => {
  const { t } = useTranslation("settings");
  const { practitioner } = useServices();
  if (practitioner.role !== "service-lead") return null;
  return (
    <Card>
      <h2>{t("overview.title")}</h2>
      <p>{t("overview.body")}</p>
      <p>
        <ButtonLink to="/settings/overview">{t("overview.open")}</ButtonLink>
      </p>
    </Card>
  );
};
