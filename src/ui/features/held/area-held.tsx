import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HeldItem } from "#core/schema/held-wire";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import { DecideDialog } from "./decide-dialog";
import styles from "./held.module.css";
import { useHeldWords } from "./held-words";

/** What is held in the area, for the records keeper: never what it says, until it is opened. */
export const AreaHeld = () => {
  const { t } = useTranslation("held");
  const { heldDesk } = useServices();
  const [items, setItems] = useState<readonly HeldItem[] | "reading" | "failed">("reading");
  const [turn, setTurn] = useState(0);
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const readAgain = (): void => {
    setTurn((before) => before + 1);
  };
  useEffect(() => {
    let isHere = true;
    void heldDesk()
      .then((desk) => desk.list())
      .then((listed) => {
        if (isHere) setItems(listed.ok ? listed.value : "failed");
      });
    return () => {
      isHere = false;
    };
  }, [heldDesk, turn]);
  if (items === "reading") return null;
  const open = items === "failed" ? undefined : items.find(({ opId }) => opId === openId);
  return (
    <Card>
      <h2>{t("area")}</h2>
      <p className={styles.soft}>{t("areaAbout")}</p>
      {items === "failed" ? (
        <>
          <p role="status">{t("areaFailed")}</p>
          <p>
            <Button onClick={readAgain}>{t("again")}</Button>
          </p>
        </>
      ) : items.length === 0 ? (
        <p>{t("areaNone")}</p>
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <Item
              key={item.opId}
              item={item}
              onOpen={() => {
                setOpenId(item.opId);
              }}
            />
          ))}
        </ul>
      )}
      {open !== undefined && (
        <DecideDialog
          item={open}
          onClose={() => {
            setOpenId(undefined);
            readAgain();
          }}
        />
      )}
    </Card>
  );
};

const Item = ({ item, onOpen }: { readonly item: HeldItem; readonly onOpen: () => void }) => {
  const { t } = useTranslation("held");
  const format = useFormat();
  const words = useHeldWords();
  const { recordType, reason, senderName, deviceId, atMs, decision } = item;
  const what = words.what(recordType);
  return (
    <li className={styles.item}>
      <h3>{what}</h3>
      <dl className={styles.facts}>
        <div>
          <dt>{t("reason")}</dt>
          <dd>{words.reason(reason)}</dd>
        </div>
        <div>
          <dt>{t("sender")}</dt>
          <dd>
            <bdi>{senderName}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t("arrived")}</dt>
          <dd>{format.dayAndTime(atMs)}</dd>
        </div>
        <div>
          <dt>{t("device")}</dt>
          <dd>{deviceId}</dd>
        </div>
      </dl>
      {decision === undefined ? (
        <p>
          <Button onClick={onOpen}>{t("open", { what: what.toLocaleLowerCase(), name: senderName })}</Button>
        </p>
      ) : (
        <p>
          {t(`decided.${decision.kind === "released" || decision.kind === "returned" ? decision.kind : "other"}`, {
            name: decision.byName,
            time: format.dayAndTime(decision.atMs),
          })}
        </p>
      )}
    </li>
  );
};
