import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format";
import layout from "../layout.module.css";
import { useSaveStatus, useSaving } from "./saving";

/** The foot of every page of a visit: whether it is saved, and the way on, always in the same place. */
export const VisitBar = ({ children }: { readonly children: ReactNode }) => (
  <footer className={layout.bar}>
    <SaveState />
    {children}
  </footer>
);

/** "Saved on this device" is shown after the commit, never before. */
const SaveState = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const status = useSaveStatus(useSaving());
  if (status === null) return <span className={layout.save} />;
  return (
    <span className={layout.save} data-save-state={status.kind} role="status">
      {status.kind === "empty" && t("save.empty")}
      {status.kind === "saving" && t("save.saving")}
      {status.kind === "saved" && `✓ ${t("save.saved", { time: format.time(status.atMs) })}`}
      {status.kind === "failed" && t(FAILED[status.reason.type] ?? "save.failed")}
    </span>
  );
};

const FAILED: Readonly<Record<string, "save.failedFull" | "save.failedElsewhere" | "save.failedTooLong">> = {
  QuotaExceeded: "save.failedFull",
  TooLarge: "save.failedTooLong",
  ChangedElsewhere: "save.failedElsewhere",
};
