import type { i18n } from "i18next";
import { Button } from "../components/button";
import { Card } from "../components/card";
import layout from "./layout.module.css";

/** Shown in place of the app where its own code did not come: before all of it was kept on this device. */
export const PartIsMissing = ({ words }: { readonly words: i18n }) => (
  <main className={layout.narrow}>
    <Card role="alert">
      <h1>{words.t("problem.partTitle")}</h1>
      <p>{words.t("problem.partBody")}</p>
      <p>
        <Button
          weight="main"
          onClick={() => {
            globalThis.location.reload();
          }}
        >
          {words.t("problem.again")}
        </Button>
      </p>
    </Card>
  </main>
);
