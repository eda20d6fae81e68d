import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeviceNotes } from "#platform/device-notes";
import { Button } from "../components/button";
import { Card } from "../components/card";
import { useFormat } from "../i18n/use-format";

/** Says what it means that the browser has cleared what was kept here: until somebody has read it. */
export const VanishedNote = ({ notes }: { readonly notes: DeviceNotes }) => {
  const { t } = useTranslation("keeping");
  const format = useFormat();
  const [gone, setGone] = useState(() => notes.vanished());
  if (gone === undefined) return null;
  const { drafts, waiting, seenMs, noticedMs } = gone;
  return (
    <Card tone="talk-about" aria-labelledby="vanished">
      <h2 id="vanished">{t("vanished.title")}</h2>
      <p>{t("vanished.when", { seen: format.dayAndTime(seenMs), noticed: format.dayAndTime(noticedMs) })}</p>
      <p>{t("vanished.sent")}</p>
      <p>
        {drafts + waiting === 0
          ? t("vanished.nothingUnsent")
          : t("vanished.unsent", {
              begun: t("vanished.begun", { count: drafts }),
              waiting: t("vanished.waiting", { count: waiting }),
            })}
      </p>
      <p>{t("vanished.rescue")}</p>
      <p>
        <Button
          onClick={() => {
            notes.understood();
            setGone(undefined);
          }}
        >
          {t("vanished.understood")}
        </Button>
      </p>
    </Card>
  );
};
