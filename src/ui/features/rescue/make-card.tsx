import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { MadeNote } from "../../app/rescue/made-note";
import { makerOf } from "../../app/rescue/make-rescue";
import { NewPassphrase } from "../../app/rescue/new-passphrase";
import styles from "../../app/rescue/rescue.module.css";
import { useRescueMaking } from "../../app/rescue/use-making";
import { Working } from "../../app/rescue/working";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { WhatGoesIn } from "./what-goes-in";

/** Makes a rescue file of everything here, or of one family's record, and hands it to the device. */
export const MakeCard = () => {
  const { t } = useTranslation("rescue");
  const services = useServices();
  const maker = useMemo(() => makerOf(services), [services]);
  const { state, stop, typed, setTyped, fault, make } = useRescueMaking(maker);
  const [only, setOnly] = useState<string | undefined>(undefined);

  return (
    <Card aria-labelledby="make-rescue">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make({ only });
        }}
      >
        <h2 id="make-rescue">{t("make.title")}</h2>
        <p>
          {t("make.body")} {services.rescueSeal.isForAreaToo && t("make.area")}
        </p>
        <WhatGoesIn chosen={only} onChoose={setOnly} />
        <NewPassphrase typed={typed} fault={fault} onType={setTyped} />
        {state.kind === "working" ? (
          <Working label={t("make.making")} share={state.share} stop={t("make.stop")} onStop={stop} />
        ) : (
          <div className={styles.row}>
            <Button type="submit" weight="main">
              {t("make.make")}
            </Button>
            <p role="status">
              {state.kind === "failed" && t(state.error.type === "Stopped" ? "make.stopped" : "make.failed")}
            </p>
          </div>
        )}
        {state.kind === "done" && <MadeNote made={state.value} handOver={services.handOver} />}
      </form>
    </Card>
  );
};
