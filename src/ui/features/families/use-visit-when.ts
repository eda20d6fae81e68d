import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { NextVisit } from "#core/schema/case";
import { addDays, type PlainDate } from "#core/schema/plain-date";
import { useFormat } from "../../i18n/use-format";

/** When a visit is, as one says it: "Next, today at 10:30", "Visit on Tuesday 1 December". */
export const useVisitWhen = () => {
  const { t } = useTranslation("home");
  const format = useFormat();
  return useMemo(
    () => ({
      next: ({ on, at }: NextVisit, today: PlainDate): string => {
        const time = at === "" ? "" : format.timeOfDay(at);
        if (on === today) return at === "" ? t("nextToday") : t("nextTodayAt", { time });
        if (on === addDays(today, 1)) return at === "" ? t("nextTomorrow") : t("nextTomorrowAt", { time });
        const day = format.nearWeekday(on, today);
        return at === "" ? t("nextOn", { day }) : t("nextOnAt", { day, time });
      },
      /** With the year wherever it is another one: "Tuesday 1 December, 10:30". */
      bare: ({ on, at }: NextVisit, today: PlainDate): string => {
        const day = format.nearWeekday(on, today);
        return at === "" ? day : t("dayAndTime", { day, time: format.timeOfDay(at) });
      },
      listed: ({ on, at }: NextVisit, today: PlainDate): string => {
        const day = format.nearWeekday(on, today);
        return at === "" ? t("visitOn", { day }) : t("visitOnAt", { day, time: format.timeOfDay(at) });
      },
    }),
    [t, format],
  );
};
