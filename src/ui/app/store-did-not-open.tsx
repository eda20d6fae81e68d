import type { i18n } from "i18next";
import { Card } from "../components/card";
import layout from "./layout.module.css";

/** Shown in place of the app where this device keeps nothing; without a store no visit may begin. */
export const StoreDidNotOpen = ({ words }: { readonly words: i18n }) => (
  <main className={layout.narrow}>
    <Card role="alert">
      <h1>{words.t("problem.storageTitle")}</h1>
      <p>{words.t("problem.storageBody")}</p>
    </Card>
  </main>
);
