import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { useOpenVisit } from "../../app/visit/open-visit";
import { ConfirmDialog } from "../../components/confirm-dialog";
import type { FinishState } from "./use-finish";

interface FinishDialogProps {
  readonly state: FinishState;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once before the profile is fixed, and stays until it is, so that nothing is typed meanwhile. */
export const FinishDialog = ({ state, onConfirm, onCancel }: FinishDialogProps) => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { child } = useOpenVisit();
  if (state.kind !== "asking" && state.kind !== "finishing") return null;
  const asking = state.kind === "asking";
  return (
    <ConfirmDialog
      title={t("finish.confirmTitle", { name: shownName(child) })}
      confirm={t("finish.finish")}
      cancel={common("back")}
      onConfirm={() => {
        if (asking) onConfirm();
      }}
      onCancel={onCancel}
    >
      {asking ? (
        <>
          <p>{t("finish.confirmBody")}</p>
          <p>{t("finish.confirmDevice")}</p>
        </>
      ) : (
        <p role="status">{t("finish.finishing")}</p>
      )}
    </ConfirmDialog>
  );
};
