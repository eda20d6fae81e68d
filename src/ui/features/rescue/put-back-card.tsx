import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PutBack } from "#storage/rescue/put-back-rescue";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { TextField } from "../../components/form/text-field";
import { CameBackNote } from "./came-back-note";
import { CannotPutBackNote } from "./cannot-put-back-note";
import { type CannotPutFileBack, putFileBack } from "./put-back-file";
import styles from "../../app/rescue/rescue.module.css";
import { useWork } from "../../app/rescue/use-work";
import { Working } from "../../app/rescue/working";

/** Puts a rescue file back on this device. */
export const PutBackCard = () => {
  const { t } = useTranslation("rescue");
  const services = useServices();
  const { state, run, stop } = useWork<PutBack, CannotPutFileBack>();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [passphrase, setPassphrase] = useState("");
  const [tried, setTried] = useState(false);

  const putBack = async (): Promise<void> => {
    setTried(true);
    if (file === undefined || passphrase === "") return;
    const back = await run(async (watching) =>
      putFileBack(services, { text: await file.text(), passphrase, ...watching }),
    );
    setTried(false);
    if (back.ok) setPassphrase("");
  };

  return (
    <Card aria-labelledby="put-back">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void putBack();
        }}
      >
        <h2 id="put-back">{t("back.title")}</h2>
        <p>{t("back.body")}</p>
        <TextField
          label={t("back.file")}
          error={tried && file === undefined ? t("back.noFile") : undefined}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => {
            setFile(target.files?.[0]);
          }}
        />
        <TextField
          label={t("back.passphrase")}
          error={tried && passphrase === "" ? t("back.noPassphrase") : undefined}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={({ target }) => {
            setPassphrase(target.value);
          }}
        />
        {state.kind === "working" ? (
          <Working label={t("back.working")} share={state.share} stop={t("back.stop")} onStop={stop} />
        ) : (
          <div className={styles.row}>
            <Button type="submit">{t("back.putBack")}</Button>
          </div>
        )}
        {state.kind === "done" && <CameBackNote back={state.value} />}
        {state.kind === "failed" && <CannotPutBackNote error={state.error} />}
      </form>
    </Card>
  );
};
