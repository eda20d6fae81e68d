import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { canTakeBackMove } from "#core/visit/move-visit";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { AgreementGate } from "../../app/visit/agreement-gate";
import { useOpenVisit, useReaderIds, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { useMoveVisit } from "../../app/visit/use-move-visit";
import { useNewerWords } from "../../app/visit/use-newer-words";
import { Moved } from "./moved";
import { Preview } from "./preview";
import { useSaidEarlier } from "./use-said-earlier";

/** Newer words for an open draft: what would change, the move, and what there is to look at after it. */
export const NewerWordsScreen = () => {
  const { finished } = useOpenVisit();
  const path = useVisitPath();
  if (finished) return <Navigate to={path("picture")} replace />;
  return (
    <AgreementGate>
      <OfDraft />
    </AgreementGate>
  );
};

const OfDraft = () => {
  const newer = useNewerWords();
  const isMoved = useVisit(canTakeBackMove);
  const said = useSaidEarlier();
  const readers = useReaderIds().join(" ");
  const moving = useMoveVisit();
  // Until it is saved and opened again, neither the old words nor the new ones are shown.
  if (moving.state.kind === "moving") return <Opening />;
  if (isMoved) return <Moved moving={moving} />;
  if (newer === null) return <Opening />;
  if (newer.length > 0) return <Preview key={`${JSON.stringify(newer)} ${readers}`} newer={newer} moving={moving} />;
  return said.length > 0 ? <Moved moving={moving} /> : <NothingNewer />;
};

const NothingNewer = () => {
  const { t } = useTranslation("newer-words");
  return <Message title={t("nothingTitle")}>{t("nothingBody")}</Message>;
};
