import { useState } from "react";
import { useTranslation } from "react-i18next";
import { exportFileOf } from "#core/schema/export-file";
import { localDay } from "#platform/clock";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import styles from "./report.module.css";

/** The whole profile as a file for programs. It keeps nothing from anybody but what only its writer may read, and says so. */
export const ExportCard = () => {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const { clock, area, practitioner, handOver, store } = useServices();
  const { caseId, caseBody } = useOpenVisit();
  const visit = useVisit((each) => each);
  const [exported, setExported] = useState("");
  const [failed, setFailed] = useState(false);
  const exportNow = async (): Promise<void> => {
    const kept = await store.events.keep("exported", visit.profileId);
    setFailed(!kept.ok);
    if (!kept.ok) return;
    const nowMs = clock.nowMs();
    const name = `profile-${localDay(nowMs)}.json`;
    const content = exportFileOf({
      exportedAt: new Date(nowMs).toISOString(),
      practice: area.practice || visit.profile.sections.frame.practice,
      area: { name: area.name, schoolClosures: area.schoolClosures },
      madeBy: practitioner,
      caseId,
      caseBody,
      profile: { id: visit.profileId, body: visit.profile },
      plan: { id: visit.planId, body: visit.plan },
    });
    handOver.save({ name, type: "application/json", content: `${JSON.stringify(content, null, 2)}\n` });
    setExported(name);
  };
  return (
    <Card aria-label={t("exportTitle")}>
      <h2>{t("exportTitle")}</h2>
      <p>{t("exportBody")}</p>
      <div className={styles.row}>
        <Button onClick={() => void exportNow()}>{t("export")}</Button>
        <p role="status">
          {failed ? common("problem.storageBody") : exported !== "" && t("exported", { file: exported })}
        </p>
      </div>
    </Card>
  );
};
