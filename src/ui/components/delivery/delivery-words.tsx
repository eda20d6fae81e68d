import { useTranslation } from "react-i18next";
import { unreachable } from "#core/result";
import type { Delivery } from "#core/schema/delivery";
import type { Receipt } from "#core/schema/wire";
import { useFormat } from "../../i18n/use-format";
import styles from "./delivery.module.css";

/** What a state of delivery means, in sentences, with the receipt where there is one. */
export const DeliveryWords = ({ delivery }: { readonly delivery: Delivery }) => {
  const { t } = useTranslation();
  const format = useFormat();
  switch (delivery.kind) {
    case "draft":
      return <p>{t("whereItIs.draft")}</p>;
    case "waiting":
      return <p>{t("whereItIs.waiting", { since: format.dayAndTime(delivery.sinceMs) })}</p>;
    case "delivered":
      return delivery.receipt === undefined ? (
        <p>{t("whereItIs.elsewhere")}</p>
      ) : (
        <>
          <p>{t("whereItIs.delivered")}</p>
          <ReceiptFacts receipt={delivery.receipt} />
        </>
      );
    case "needs-you":
      return (
        <>
          <p>{t(`whereItIs.${delivery.reason}`)}</p>
          {delivery.receipt !== undefined && <ReceiptFacts receipt={delivery.receipt} />}
        </>
      );
    default:
      return unreachable(delivery);
  }
};

const ReceiptFacts = ({ receipt: { receivedAt, auditSeq, revId, sha256 } }: { readonly receipt: Receipt }) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={styles.receipt}>
      <div>
        <dt>{t("receipt.received")}</dt>
        <dd>{format.dayAndTime(receivedAt)}</dd>
      </div>
      <div>
        <dt>{t("receipt.number")}</dt>
        <dd>{auditSeq}</dd>
      </div>
      <div>
        <dt>{t("receipt.version")}</dt>
        <dd>
          <code>{revId}</code>
        </dd>
      </div>
      <div>
        <dt>{t("receipt.fingerprint")}</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
      </div>
    </dl>
  );
};
