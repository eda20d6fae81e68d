import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { useFormat } from "../../i18n/use-format";
import { useIsGuest } from "../family-view/use-family-view";
import layout from "../layout.module.css";
import { makerOf } from "../rescue/make-rescue";
import { useServices } from "../services";
import { type Saving, useSaveStatus, useSaving } from "./saving";

const RescueDialog = lazy(async () => ({ default: (await import("../rescue/rescue-dialog")).RescueDialog }));

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
  const saving = useSaving();
  const status = useSaveStatus(saving);
  if (saving === null || status === null) return <span className={layout.save} />;
  return (
    <>
      <span className={layout.save} data-save-state={status.kind} role="status">
        {status.kind === "empty" && t("save.empty")}
        {status.kind === "saving" && t("save.saving")}
        {status.kind === "saved" && `✓ ${t("save.saved", { time: format.time(status.atMs) })}`}
        {status.kind === "failed" && t(FAILED[status.reason.type] ?? "save.failed")}
      </span>
      <RescueFromHere saving={saving} isOffered={status.kind === "failed"} />
    </>
  );
};

const FAILED: Readonly<Record<string, "save.failedFull" | "save.failedElsewhere" | "save.failedTooLong">> = {
  QuotaExceeded: "save.failedFull",
  TooLarge: "save.failedTooLong",
  ChangedElsewhere: "save.failedElsewhere",
};

interface RescueFromHereProps {
  readonly saving: Saving;
  readonly isOffered: boolean;
}

/** What cannot be saved can be taken along in a file, one tap away. It is the practitioner's, never a guest's. */
const RescueFromHere = ({ saving, isOffered }: RescueFromHereProps) => {
  const { t } = useTranslation();
  const services = useServices();
  const maker = useMemo(() => makerOf(services), [services]);
  const isGuest = useIsGuest();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {isOffered && !isGuest && (
        <Button
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {t("save.rescue")}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <RescueDialog
            maker={maker}
            unsaved={saving.unsaved}
            onClose={() => {
              setIsOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
};
