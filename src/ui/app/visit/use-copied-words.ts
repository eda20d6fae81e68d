import { useTranslation } from "react-i18next";
import type { FromPaper } from "#core/schema/paper";
import { localDay } from "#platform/clock";
import { useFormat } from "../../i18n/use-format";
import { useServices } from "../services";
import { useChartPeople } from "./use-picture";

/** Says what a copied mark or word was copied from: "copied from paper by Grace Okafor on 3 May 2026". */
export const useCopiedWords = (): ((paper: FromPaper) => string) => {
  const { t } = useTranslation();
  const { practitioner } = useServices();
  const { nameOf } = useChartPeople();
  const format = useFormat();
  return ({ by, atMs, on }) => {
    const name = by === practitioner.id ? practitioner.name : nameOf(by);
    const date = format.shortDay(localDay(atMs));
    const copied = name === "" ? t("copied.byNobody", { date }) : t("copied.by", { name, date });
    return on === undefined ? copied : `${copied}, ${t("copied.written", { date: format.shortDay(on) })}`;
  };
};
