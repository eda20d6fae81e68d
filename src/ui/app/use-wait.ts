import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Counts a wait down, second by second; gives what is left, and a way to begin one. */
export const useWait = (): readonly [waitMs: number, begin: (waitMs: number) => void] => {
  const [waitMs, setWaitMs] = useState(0);
  useEffect(() => {
    if (waitMs === 0) return;
    const timer = setTimeout(
      () => {
        setWaitMs(Math.max(0, waitMs - SECOND_MS));
      },
      Math.min(waitMs, SECOND_MS),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [waitMs]);
  return [waitMs, setWaitMs];
};

/** A wait in words: the last minute in seconds. */
export const useWaitWords = (): ((waitMs: number) => string) => {
  const { t } = useTranslation("unlock");
  return (waitMs) =>
    waitMs > MINUTE_MS
      ? t("waitMinutes", { count: Math.ceil(waitMs / MINUTE_MS) })
      : t("wait", { count: Math.ceil(waitMs / SECOND_MS) });
};

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
