import { useState } from "react";
import { useTranslation } from "react-i18next";
import { seeTogether } from "#core/visit/together";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";
import { useChartPeople } from "../../app/visit/use-picture";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { useFormat } from "../../i18n/use-format";

interface SeeTogetherProps {
  readonly strandId: string;
  /** Already together: a chip beside the people's shows them. */
  readonly together: boolean;
  readonly onShown: () => void;
}

/** Puts everyone's marks beside each other, once each person here has marked, passed or said go on. */
export const SeeTogether = ({ strandId, together, onShown }: SeeTogetherProps) => {
  const { t } = useTranslation("strands");
  const { clock } = useServices();
  const { store } = useOpenVisit();
  const { nameOf } = useChartPeople();
  const format = useFormat();
  const [waitingFor, setWaitingFor] = useState<readonly string[]>([]);
  if (together) return null;

  const open = (goOnIds: readonly string[]): void => {
    const seen = seeTogether(store.get(), strandId, clock.nowMs(), goOnIds);
    if (!seen.ok) {
      setWaitingFor(seen.error.personIds);
      return;
    }
    store.change(() => seen.value);
    setWaitingFor([]);
    onShown();
  };

  return (
    <>
      <Button
        onClick={() => {
          open([]);
        }}
      >
        {t("seeTogether")}
      </Button>
      {waitingFor.length > 0 && (
        <ConfirmDialog
          title={t("goOnTitle")}
          confirm={t("goOnConfirm")}
          cancel={t("goOnCancel")}
          careful
          onConfirm={() => {
            open(waitingFor);
          }}
          onCancel={() => {
            setWaitingFor([]);
          }}
        >
          <p>{t("goOnBody", { names: format.names(waitingFor.map(nameOf)) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
