import { useTranslation } from "react-i18next";
import { VisitLengthChoice } from "../../app/visit/visit-length";
import { Card } from "../../components/card";

/** How long the conversation is to be, asked once there is a yes; it can be changed at any time after. */
export const HowMuchToday = () => {
  const { t } = useTranslation("length");
  return (
    <Card>
      <h2>{t("title")}</h2>
      <VisitLengthChoice />
    </Card>
  );
};
