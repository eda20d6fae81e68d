import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Delivery } from "#core/schema/delivery";
import { Button } from "../button";
import { Dialog } from "../dialog";
import { DeliveryState } from "./delivery-state";
import { DeliveryWords } from "./delivery-words";
import styles from "./delivery.module.css";

/** Where a record is, beside its name; one tap further, what that means and the receipt. */
export const DeliveryButton = ({ delivery }: { readonly delivery: Delivery }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => {
    setIsOpen(false);
  };
  return (
    <>
      <button
        type="button"
        className={styles.button}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        <DeliveryState delivery={delivery} />
        <span className="visually-hidden">. {t("whereItIs.open")}</span>
      </button>
      {isOpen && (
        <Dialog
          title={t("whereItIs.title")}
          onCancel={close}
          actions={
            <Button weight="main" onClick={close}>
              {t("close")}
            </Button>
          }
        >
          <DeliveryWords delivery={delivery} />
        </Dialog>
      )}
    </>
  );
};
