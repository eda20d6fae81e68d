import { useTranslation } from "react-i18next";
import { isUnderstoodBy } from "#core/schema/mark";
import { type LineInTime, type MarkInTime, nthOf } from "#core/scoring/over-time";
import { placeOf } from "#core/scoring/place-in-words";
import { localDay } from "#platform/clock";
import { useFormat } from "../../i18n/use-format";
import { useSideBySide } from "./side-by-side";

/** A profile by its place in the order and its day. */
export const useTimeName = (): ((index: number) => string) => {
  const { t } = useTranslation("over-time");
  const { overTime } = useSideBySide();
  const format = useFormat();
  return (index) =>
    t("time", {
      nth: t(`nth.${nthOf(index)}`),
      day: format.shortDay(localDay(overTime.times[index]?.startedAtMs ?? 0)),
    });
};

/** Says marks as a family would, without digits: each by itself, and a whole line. */
export const useMarkWords = () => {
  const { t } = useTranslation("over-time");
  const { t: common } = useTranslation();
  const { people } = useSideBySide();
  const ownerName = (ownerId: string): string => (ownerId === "agreed" ? t("keyTogether") : people.nameOf(ownerId));
  const mark = ({ position, how, why }: MarkInTime): string =>
    [
      common(`place.${placeOf(position)}`),
      ...(isUnderstoodBy(how) ? [common("asUnderstoodBy", { name: people.nameOf(how.by) })] : []),
      ...(why === undefined ? [] : [t("hollow")]),
    ].join(", ");
  const said = ({ marks, answers }: Pick<LineInTime, "marks" | "answers">): readonly string[] => [
    ...marks.map((each) => t("view", { name: ownerName(each.ownerId), place: mark(each) })),
    ...answers.map(({ personId, kind }) => t("view", { name: people.nameOf(personId), place: t(`says.${kind}`) })),
  ];
  return { ownerName, said };
};
