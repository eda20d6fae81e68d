import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import type { Strategy, StrategySet } from "#core/schema/strategy";
import { useOpenVisit } from "../../../app/visit/open-visit";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { focusPlace } from "../focus-place";
import { FoundIdeas } from "./found-ideas";
import styles from "./ideas.module.css";
import type { SoughtIdeas } from "./sought-ideas";
import { useStrategies } from "./use-strategies";

const LEAD = "ideas/lead";

interface IdeasDialogProps {
  readonly sought: SoughtIdeas;
  readonly onSeek: (sought: SoughtIdeas) => void;
  readonly onTake: (strategy: Strategy, from: StrategySet) => void;
  readonly onClose: () => void;
}

/** The strategies, to read together and choose from. People choose: nothing is put first by need. */
export const IdeasDialog = ({ sought, onSeek, onTake, onClose }: IdeasDialogProps) => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { child } = useOpenVisit();
  const strategies = useStrategies();
  // The dialog would put focus in the search field, and on a tablet the keyboard over half of the ideas.
  useEffect(() => {
    focusPlace(LEAD);
  }, []);
  return (
    <Dialog
      wide
      title={t("ideas.title")}
      onCancel={onClose}
      actions={<Button onClick={onClose}>{common("close")}</Button>}
    >
      <div data-place={LEAD} tabIndex={-1}>
        <p>{t("ideas.lead", { name: shownName(child) })}</p>
        <p className={styles.about}>{t("ideas.unreviewed")}</p>
      </div>
      {strategies.kind === "loading" && <p role="status">{common("loading")}</p>}
      {strategies.kind === "failed" && (
        <div role="alert">
          <p>{t("ideas.failed")}</p>
          <p>
            <Button onClick={strategies.again}>{t("ideas.again")}</Button>
          </p>
        </div>
      )}
      {strategies.kind === "ready" && (
        <FoundIdeas
          set={strategies.set}
          sought={sought}
          onSeek={onSeek}
          onTake={(strategy) => {
            onTake(strategy, strategies.set);
          }}
        />
      )}
    </Dialog>
  );
};
