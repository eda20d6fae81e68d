import { useTranslation } from "react-i18next";
import { isUnderstoodBy } from "#core/schema/mark";
import type { PictureMark, PictureRow } from "#core/scoring/picture";
import { placeOf } from "#core/scoring/place-in-words";
import { useChartPeople } from "../../app/visit/use-picture";

/** Says one person's mark as a family would: "a little left of the middle, as Dad understands it". */
export const useMarkWords = (): ((mark: PictureMark) => string) => {
  const { t } = useTranslation();
  const { nameOf } = useChartPeople();
  return (mark) =>
    [
      t(`place.${placeOf(mark.position)}`),
      ...(isUnderstoodBy(mark.how) ? [t("asUnderstoodBy", { name: nameOf(mark.how.by) })] : []),
    ].join(", ");
};

/** One line of the picture in words, without digits. */
export const useRowWords = (): ((row: PictureRow) => string) => {
  const { t } = useTranslation("picture");
  const { t: common } = useTranslation();
  const { nameOf } = useChartPeople();
  const markWords = useMarkWords();
  return (row) => {
    const said = [
      ...row.marks.map((mark) => t("view", { name: nameOf(mark.personId), place: markWords(mark) })),
      ...row.answers.map((answer) => t("view", { name: nameOf(answer.personId), place: t(`says.${answer.kind}`) })),
      ...(row.agreed === undefined
        ? []
        : [t("view", { name: t("keyTogether"), place: common(`place.${placeOf(row.agreed)}`) })]),
    ];
    return said.length === 0 ? t("noMark") : `${said.join(". ")}.`;
  };
};
