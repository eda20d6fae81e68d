import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./held.module.css";
import { useHeldWords } from "./held-words";
import { type OwnHeldItem, useOwnHeld } from "./use-own-held";

/** What whoever works here sent and is held: why, since when, and what came back. */
export const OwnHeld = () => {
  const { t } = useTranslation("held");
  const own = useOwnHeld();
  if (own.kind === "reading") return null;
  const isAny = own.kind === "read" && own.items.length > 0;
  return (
    <Card>
      <h2>{t("own")}</h2>
      {own.kind === "failed" && <p>{t("failed")}</p>}
      {own.kind === "read" && !isAny && <p>{t("ownNone")}</p>}
      {isAny && (
        <>
          <ul className={styles.list}>
            {own.items.map((item) => (
              <Item key={item.record.revId} {...item} />
            ))}
          </ul>
          <p>
            <ButtonLink to="/settings/rescue">{t("copy")}</ButtonLink>
          </p>
        </>
      )}
    </Card>
  );
};

const Item = ({ record: { recordType, held = "", receipt, returned }, childName }: OwnHeldItem) => {
  const { t } = useTranslation("held");
  const format = useFormat();
  const words = useHeldWords();
  const what = words.what(recordType);
  return (
    <li className={styles.item}>
      <h3>{childName === undefined ? what : t("of", { what, name: childName })}</h3>
      <p>{words.why(held)}</p>
      {receipt !== undefined && (
        <p className={styles.soft}>
          {t("received", { time: format.dayAndTime(receipt.receivedAt), number: receipt.auditSeq })}
        </p>
      )}
      {returned === undefined ? (
        <p>{t("whoLooks")}</p>
      ) : (
        <>
          <p>{t("returned", { name: returned.byName, time: format.dayAndTime(returned.atMs) })}</p>
          <p className={styles.words} dir="auto">
            {returned.words}
          </p>
        </>
      )}
    </li>
  );
};
