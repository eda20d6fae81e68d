import type { i18n } from "i18next";
import { lazy, Suspense, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { Button } from "../components/button";
import { Card } from "../components/card";
import layout from "./layout.module.css";
import type { RescueMaker } from "./rescue/make-rescue";

const RescueDialog = lazy(async () => ({ default: (await import("./rescue/rescue-dialog")).RescueDialog }));

interface StoreDidNotOpenProps {
  readonly words: i18n;
  /** Reads what lies there as it lies; only where somebody has unlocked it, so that it can be opened again. */
  readonly rescue?: RescueMaker;
}

/** Shown in place of the app where this device keeps nothing; without a store no visit may begin. */
export const StoreDidNotOpen = ({ words, rescue }: StoreDidNotOpenProps) => {
  const [isRescuing, setIsRescuing] = useState(false);
  return (
    <I18nextProvider i18n={words}>
      <main className={layout.narrow}>
        <Card role="alert">
          <h1>{words.t("problem.storageTitle")}</h1>
          <p>{words.t("problem.storageBody")}</p>
          {rescue !== undefined && (
            <p>
              <Button
                onClick={() => {
                  setIsRescuing(true);
                }}
              >
                {words.t("save.rescue")}
              </Button>
            </p>
          )}
        </Card>
        {rescue !== undefined && isRescuing && (
          <Suspense fallback={null}>
            <RescueDialog
              maker={rescue}
              onClose={() => {
                setIsRescuing(false);
              }}
            />
          </Suspense>
        )}
      </main>
    </I18nextProvider>
  );
};
