import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OverviewRow } from "#core/schema/overview-wire";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { NotFound } from "../../app/not-found";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./overview.module.css";

/** Whether everything is in, for whoever leads the service: by practitioner and device, and no child. */
export const OverviewScreen = () => {
  const { t } = useTranslation("overview");
  const { practitioner } = useServices();
  if (practitioner.role !== "service-lead") return <NotFound />;
  return (
    <>
      <HomeHeader />
      <main id="main" className={layout.narrow}>
        <div>
          <PageHeading>{t("title")}</PageHeading>
          <p className={styles.soft}>{t("intro")}</p>
        </div>
        <Everybody />
      </main>
    </>
  );
};

const Everybody = () => {
  const { t } = useTranslation("overview");
  const { t: common } = useTranslation();
  const { heldDesk } = useServices();
  const format = useFormat();
  const [rows, setRows] = useState<readonly OverviewRow[] | "reading" | "failed">("reading");
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isHere = true;
    void heldDesk()
      .then((desk) => desk.overview())
      .then((told) => {
        if (isHere) setRows(told.ok ? told.value : "failed");
      });
    return () => {
      isHere = false;
    };
  }, [heldDesk, turn]);
  if (rows === "reading") return null;
  const foot = (
    <div className={layout.choices}>
      <ButtonLink to="/settings">{common("back")}</ButtonLink>
      <Button
        onClick={() => {
          setTurn((before) => before + 1);
        }}
      >
        {t("again")}
      </Button>
    </div>
  );
  if (rows === "failed") {
    return (
      <>
        <Card>
          <p role="status">{t("failed")}</p>
        </Card>
        {foot}
      </>
    );
  }
  const open = rows.filter(isOpen);
  const rest = rows.filter((row) => !isOpen(row));
  return (
    <>
      {open.length === 0 && (
        <Card>
          <p role="status">{t("allIn")}</p>
        </Card>
      )}
      {open.map((row, index) => (
        <Practitioner key={index} row={row} />
      ))}
      {rest.length > 0 && (
        <Card>
          <h2>{t("rest")}</h2>
          <ul className={styles.names}>
            {rest.map(({ name, devices }, index) => (
              <li key={index}>
                <bdi>{name}</bdi>
                {devices.map(({ device, saidAtMs }) => (
                  <span key={device} className={styles.heard}>
                    {t("heard", { device, time: format.dayAndTime(saidAtMs) })}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {foot}
    </>
  );
};

const isOpen = ({ devices, twoVersions, held }: OverviewRow): boolean =>
  twoVersions + held > 0 || devices.some(({ waiting }) => waiting > 0);

const Practitioner = ({ row: { name, devices, twoVersions, held } }: { readonly row: OverviewRow }) => {
  const { t } = useTranslation("overview");
  const format = useFormat();
  return (
    <Card>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <ul className={styles.facts}>
        {devices
          .filter(({ waiting }) => waiting > 0)
          .map(({ device, waiting, saidAtMs }) => (
            <li key={device}>{t("waiting", { count: waiting, device, time: format.dayAndTime(saidAtMs) })}</li>
          ))}
        {twoVersions > 0 && <li>{t("twoVersions", { count: twoVersions })}</li>}
        {held > 0 && <li>{t("held", { count: held })}</li>}
      </ul>
    </Card>
  );
};
