import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PlainDate } from "#core/schema/plain-date";
import { DateParts } from "../../components/form/date-parts";
import type { ItemProps, PlainItem } from "./item-props";
import { QuestionText } from "./question-text";

const PARTS = ["day", "month", "year"] as const;
type Typed = Readonly<Record<(typeof PARTS)[number], string>>;

/** A day in three parts. Half a day is not kept, and is said to be none once the year is written or the field left. */
export const DateItem = ({ item, value, onGive }: ItemProps<PlainItem>) => {
  const { t } = useTranslation("pages");
  const [typed, setTyped] = useState<Typed>(() => partsOf(value?.type === "date" ? value.value : ""));
  const [isLeft, setIsLeft] = useState(false);
  const isEmpty = PARTS.every((part) => typed[part].trim() === "");
  const isWrong = !isEmpty && dayOf(typed) === undefined && (isLeft || typed.year.trim().length >= 4);
  return (
    <div
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsLeft(true);
      }}
    >
      <DateParts
        legend={<QuestionText item={item} />}
        hint={t("dateHint")}
        error={isWrong ? t("noSuchDay") : undefined}
        parts={PARTS.map((part) => ({
          label: t(part),
          digits: part === "year" ? 4 : 2,
          isWrong,
          value: typed[part],
          onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
            const next = { ...typed, [part]: event.currentTarget.value };
            setTyped(next);
            setIsLeft(false);
            const day = dayOf(next);
            onGive(day === undefined ? undefined : { type: "date", value: day });
          },
        }))}
      />
    </div>
  );
};

const partsOf = (day: string): Typed => {
  const [year = "", month = "", date = ""] = day.split("-");
  return { day: date, month, year };
};

const dayOf = ({ day, month, year }: Typed): PlainDate | undefined => {
  const [dd, mm, yyyy] = [day.trim().padStart(2, "0"), month.trim().padStart(2, "0"), year.trim()];
  return PlainDate.safeParse(`${yyyy}-${mm}-${dd}`).data;
};
