import { useTranslation } from "react-i18next";
import type { Delivery } from "#core/schema/delivery";
import styles from "./delivery.module.css";

/** Where a record is. The dot is empty, half full, full or a diamond; the words say it. */
export const DeliveryState = ({ delivery }: { readonly delivery: Delivery }) => {
  const { t } = useTranslation();
  return (
    <span className={styles.state} data-delivery={delivery.kind}>
      {t(`delivery.${delivery.kind}`)}
    </span>
  );
};
