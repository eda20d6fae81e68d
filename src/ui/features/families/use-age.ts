import { useTranslation } from "react-i18next";
import { ageInYears, type PlainDate } from "#core/schema/plain-date";
import { useServices } from "../../app/services";
import { useFormat } from "../../i18n/use-format";

/** When somebody was born and how old they are today. */
export const useAge = () => {
  const { t } = useTranslation("families");
  const { today } = useServices();
  const format = useFormat();
  return {
    born: (bornOn: PlainDate): string => t("born", { day: format.shortDay(bornOn) }),
    bornAndAge: (bornOn: PlainDate): string =>
      t("bornAndAge", { day: format.shortDay(bornOn), age: t("age", { count: ageInYears(bornOn, today()) }) }),
  };
};
