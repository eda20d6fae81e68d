import { useTranslation } from "react-i18next";
import { isUnderstoodBy } from "#core/schema/mark";
import type { FromPaper } from "#core/schema/paper";
import type { PictureMark, PictureRow } from "#core/scoring/picture";
import { placeOf } from "#core/scoring/place-in-words";
import { useCopiedWords } from "../../app/visit/use-copied-words";
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

/** The page that a mark of the picture was copied from. */
export const paperOf = ({ how }: PictureMark): FromPaper | undefined =>
  how.kind === "from-paper" ? how.paper : undefined;

/** Words with what they were copied from after them. */
export const useWithPaper = (): ((words: string, paper: FromPaper | undefined) => string) => {
  const copiedWords = useCopiedWords();
  return (words, paper) => (paper === undefined ? words : `${words}, ${copiedWords(paper)}`);
};

/** One line of the picture in words, without digits. */
export const useRowWords = (): ((row: PictureRow) => string) => {
  const { t } = useTranslation("picture");
  const { t: common } = useTranslation();
  const { nameOf } = useChartPeople();
  const markWords = useMarkWords();
  const withPaper = useWithPaper();
  return (row) => {
    const said = [
      ...row.marks.map((mark) =>
        t("view", { name: nameOf(mark.personId), place: withPaper(markWords(mark), paperOf(mark)) }),
      ),
      ...row.answers.map(({ personId, kind, paper }) =>
        t("view", { name: nameOf(personId), place: withPaper(t(`says.${kind}`), paper) }),
      ),
      ...(row.agreed === undefined
        ? []
        : [t("view", { name: t("keyTogether"), place: common(`place.${placeOf(row.agreed)}`) })]),
    ];
    return said.length === 0 ? t("noMark") : `${said.join(". ")}.`;
  };
};
