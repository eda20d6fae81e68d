import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lengthIn } from "#core/visit/visit-length";
import { useFrame, VisitLengthChoice } from "../../app/visit/visit-length";
import { Button } from "../../components/button";
import { Dialog } from "../../components/dialog";

/** How much is talked about today, and the way to change it from inside the visit. */
export const HowMuch = () => {
  const { t } = useTranslation("length");
  const length = lengthIn({ frame: useFrame() });
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        weight="quiet"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t("today", { length: t(`name.${length}`) })}
      </Button>
      {open && (
        <Dialog
          title={t("title")}
          onCancel={() => {
            setOpen(false);
          }}
          actions={
            <Button
              weight="main"
              onClick={() => {
                setOpen(false);
              }}
            >
              {t("done")}
            </Button>
          }
        >
          <VisitLengthChoice />
        </Dialog>
      )}
    </>
  );
};
