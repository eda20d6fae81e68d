import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Stopped } from "#storage/rescue/collect-rescue";
import type { StorageError } from "#storage/storage-error";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { NewPassphrase, type PassphraseFault, passphraseFault } from "./new-passphrase";
import { MadeNote } from "./made-note";
import { type MadeRescue, makeRescue } from "./make-rescue";
import styles from "./rescue.module.css";
import { useWork } from "./use-work";
import { WhatGoesIn } from "./what-goes-in";
import { Working } from "./working";

/** Makes a rescue file of everything here, or of one family's record, and hands it to the device. */
export const MakeCard = () => {
  const { t } = useTranslation("rescue");
  const services = useServices();
  const { state, run, stop } = useWork<MadeRescue, Stopped | StorageError>();
  const [only, setOnly] = useState<string | undefined>(undefined);
  const [typed, setTyped] = useState({ passphrase: "", again: "" });
  const [fault, setFault] = useState<PassphraseFault | undefined>(undefined);

  const make = async (): Promise<void> => {
    const found = passphraseFault(typed);
    setFault(found);
    if (found !== undefined) return;
    const made = await run((watching) => makeRescue(services, { only, passphrase: typed.passphrase, ...watching }));
    if (!made.ok) return;
    setTyped({ passphrase: "", again: "" });
    services.handOver.save(made.value.file);
  };

  return (
    <Card aria-labelledby="make-rescue">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
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
        {state.kind === "done" && <MadeNote made={state.value} />}
      </form>
    </Card>
  );
};
