import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";

/** The way to the rescue file. */
export const RescueLink = () => {
  const { t } = useTranslation("settings");
  return (
    <Card>
      <h2>{t("rescue.title")}</h2>
      <p>{t("rescue.body")}</p>
      <p>
        <ButtonLink to="/settings/rescue">{t("rescue.open")}</ButtonLink>
      </p>
    </Card>
  );
};
