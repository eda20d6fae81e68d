import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SyncStatus } from "#sync/runner";
import { useFormat } from "../i18n/use-format";
import layout from "./layout.module.css";
import { useServices } from "./services";

/** How delivery as a whole stands. "All sent" is said only once the server has confirmed it. */
export const SyncState = () => {
  const { t } = useTranslation();
  const status = useSyncStatus();
  const words = useSyncWords();
  return status.kind === "signed-out" ? (
    <Link className={`${layout.pill} ${layout.pillLink}`} to="/sign-in" data-sync={status.kind}>
      {t("sync.signed-out")}
    </Link>
  ) : (
    <span className={layout.pill} role="status" aria-label={t("sync.label")} data-sync={status.kind}>
      {words(status)}
    </span>
  );
};

export const useSyncStatus = (): SyncStatus => {
  const { sync } = useServices();
  return useSyncExternalStore(sync.status.subscribe, sync.status.get);
};

/** One short sentence for a state of delivery. */
export const useSyncWords = (): ((status: SyncStatus) => string) => {
  const { t } = useTranslation();
  const format = useFormat();
  return (status) => {
    switch (status.kind) {
      case "all-delivered":
        return t("sync.all-delivered", { time: format.time(status.atMs) });
      case "some-left":
        return [
          ...(status.waiting > 0 ? [t("sync.waiting", { count: status.waiting })] : []),
          ...(status.needPerson > 0 ? [t("sync.needPerson", { count: status.needPerson })] : []),
        ].join(", ");
      case "busy":
        return status.progress === undefined
          ? t("sync.busy")
          : t(`sync.${status.progress.kind}`, { done: status.progress.done, of: status.progress.of });
      default:
        return t(`sync.${status.kind}`);
    }
  };
};
