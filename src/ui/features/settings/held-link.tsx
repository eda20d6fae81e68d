import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";

/** The way to what the server holds safely. */
export const HeldLink = () => {
  const { t } = useTranslation("settings");
  return (
    <Card>
      <h2>{t("held.title")}</h2>
      <p>{t("held.body")}</p>
      <p>
        <ButtonLink to="/settings/held">{t("held.open")}</ButtonLink>
      </p>
    </Card>
  );
};
