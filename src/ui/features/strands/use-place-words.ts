import { useTranslation } from "react-i18next";
import { placeOf } from "#core/scoring/place-in-words";
import { useOpenVisit } from "../../app/visit/open-visit";

/** Says a place on the line as its reader would: on a child's own line the words at its ends and its middle are the child's. */
export const usePlaceWords = (forChild: boolean): ((position: number) => string) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { lineForChild } = useOpenVisit().instrument.wording;
  return (position) => {
    const place = placeOf(position);
    if (forChild && place === "left-end") return t("placeForChild.left-end", { words: lineForChild.left });
    if (forChild && place === "middle") return t("placeForChild.middle", { words: lineForChild.middle });
    if (forChild && place === "right-end") return t("placeForChild.right-end", { words: lineForChild.right });
    return common(`place.${place}`);
  };
};
