import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { strandsToWaitFor } from "#core/visit/together";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { useFormat } from "../../i18n/use-format";

/** Goes to the picture, where all marks are seen together; asks first while somebody here has still to mark a line that others have. */
export const SeePicture = ({ weight }: { readonly weight: "main" | "plain" }) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { store, strandIds, instrument } = useOpenVisit();
  const navigate = useNavigate();
  const path = useVisitPath();
  const format = useFormat();
  const [unready, setUnready] = useState<readonly string[]>([]);

  const go = (): void => {
    void navigate(path("picture"));
  };
  const ask = (): void => {
    const waiting = strandsToWaitFor(store.get(), strandIds);
    if (waiting.length === 0) go();
    else setUnready(waiting);
  };

  return (
    <>
      <Button weight={weight} onClick={ask}>
        {t("seePicture")}
      </Button>
      {unready.length > 0 && (
        <ConfirmDialog
          title={t("pictureTitle")}
          confirm={t("pictureConfirm")}
          cancel={common("back")}
          onConfirm={go}
          onCancel={() => {
            setUnready([]);
          }}
        >
          <p>
            {t("pictureBody", {
              strands: format.names(unready.map((strandId) => instrument.wording.strands[strandId]?.short ?? "")),
            })}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
};
