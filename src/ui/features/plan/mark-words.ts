import { useTranslation } from "react-i18next";
import { isUnderstoodBy } from "#core/schema/mark";
import type { PictureRow } from "#core/scoring/picture";
import { placeOf } from "#core/scoring/place-in-words";
import { useChartPeople } from "../../app/visit/use-picture";

/** Says in words what a small line draws: whose marks stand where. Empty where there is none. */
export const useMarkWords = (): ((row: PictureRow) => string) => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { nameOf } = useChartPeople();
  return (row) =>
    [
      ...row.marks.map(({ personId, position, how }) => {
        const place = common(`place.${placeOf(position)}`);
        const by = isUnderstoodBy(how) ? `, ${common("asUnderstoodBy", { name: nameOf(how.by) })}` : "";
        return t("view", { name: nameOf(personId), place: `${place}${by}` });
      }),
      ...(row.agreed === undefined
        ? []
        : [t("view", { name: t("together"), place: common(`place.${placeOf(row.agreed)}`) })]),
    ].join(". ");
};
