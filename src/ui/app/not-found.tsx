import { useTranslation } from "react-i18next";
import { Message } from "./message";

export const NotFound = () => {
  const { t } = useTranslation();
  return <Message title={t("problem.notFoundTitle")}>{t("problem.notFoundBody")}</Message>;
};
