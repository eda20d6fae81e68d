import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type PlainDate, yearOf } from "#core/schema/plain-date";
import { isolated } from "./i18n";
import { formatLocaleOf } from "./languages";

/** Dates, times and lists of names as the reader's language writes them. */
export const useFormat = () => {
  const { i18n } = useTranslation();
  return useMemo(() => createFormat(formatLocaleOf(i18n.language)), [i18n.language]);
};

const createFormat = (locale: string) => {
  const time = once(() => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }));
  const longDay = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        weekday: "long",
        day: "numeric",
        month: "long",
        year: "numeric",
        timeZone: "UTC",
      }),
  );
  const shortDay = once(
    () => new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  );
  const dayMonth = once(() => new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }));
  const weekdayMonth = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        weekday: "long",
        day: "numeric",
        month: "long",
        timeZone: "UTC",
      }),
  );
  const utcTime = once(() => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }));
  const dayAndTime = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }));
  const monthYear = once(() => new Intl.DateTimeFormat(locale, { month: "long", year: "numeric" }));
  const megabytes = once(
    () => new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte", maximumSignificantDigits: 3 }),
  );
  const gigabytes = once(
    () => new Intl.NumberFormat(locale, { style: "unit", unit: "gigabyte", maximumSignificantDigits: 2 }),
  );
  const names = once(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const atNoonUtc = (day: PlainDate): Date => new Date(`${day}T12:00:00Z`);
  return {
    time: (atMs: number) => time().format(atMs),
    longDay: (day: PlainDate) => longDay().format(atNoonUtc(day)),
    shortDay: (day: PlainDate) => shortDay().format(atNoonUtc(day)),
    /** A day whose year goes without saying when it is the year of `today`. */
    nearDay: (day: PlainDate, today: PlainDate) =>
      (yearOf(day) === yearOf(today) ? dayMonth() : shortDay()).format(atNoonUtc(day)),
    nearWeekday: (day: PlainDate, today: PlainDate) =>
      (yearOf(day) === yearOf(today) ? weekdayMonth() : longDay()).format(atNoonUtc(day)),
    /** A time on the clock such as `14:02`, whatever the day. */
    timeOfDay: (at: string) => utcTime().format(new Date(`2026-01-01T${at}:00Z`)),
    /** Room on a device, as devices say it, rounded down: 200 MB, 14 GB. */
    bytes: (bytes: number) =>
      bytes < GIGABYTE ? megabytes().format(Math.floor(bytes / MEGABYTE)) : gigabytes().format(bytes / GIGABYTE),
    dayAndTime: (atMs: number) => dayAndTime().format(atMs),
    monthYear: (atMs: number) => monthYear().format(atMs),
    names: (list: readonly string[]) => names().format(list.map(isolated)),
    /** The same in pieces, so that each name can keep its own direction. */
    nameParts: (list: readonly string[]) => names().formatToParts(list),
  };
};

/** Making one costs more than using it, and each part of a screen needs few of them. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;
