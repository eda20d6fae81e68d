import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actionsOf, MOST_ACTIONS } from "#core/plan/actions";
import { addAction, planSectionIds } from "#core/plan/change-plan";
import { hasRoomForStrategy } from "#core/plan/take-strategy";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { ActionCard } from "./action-card";
import { type Fault, places } from "./fault-words";
import { useFocusNext } from "./focus-place";
import { LookForIdeas } from "./ideas/look-for-ideas";
import styles from "./plan.module.css";
import { TakenOutNote, useTakenOut } from "./taken-out";

const asIds = (joined: string): readonly string[] => (joined === "" ? [] : joined.split(" "));

/** The things that people will try: five at most, each a card. */
export const Actions = ({ faults }: { readonly faults: readonly Fault[] }) => {
  const { t } = useTranslation("plan");
  const { ids } = useServices();
  const { store } = useOpenVisit();
  // Joined, so that it is the same value while somebody types inside one of them.
  const actionIds = asIds(
    useVisit((visit) =>
      actionsOf(visit.plan.sections)
        .map(({ id }) => id)
        .join(" "),
    ),
  );
  const hasRoom = useVisit(hasRoomForStrategy);
  const { taken, takeOut, undo } = useTakenOut();
  const [removing, setRemoving] = useState<{ readonly id: string; readonly number: number } | null>(null);
  const focusNext = useFocusNext();

  return (
    <Card aria-labelledby="plan-try">
      <div>
        <h2 id="plan-try">{t("try.title")}</h2>
        <p className={styles.quiet}>{t("try.hint")}</p>
        {actionIds.length === 0 && <p className={styles.quiet}>{t("try.empty")}</p>}
      </div>
      <Guidance faults={faults} />
      {actionIds.map((actionId, index) => (
        <ActionCard
          key={actionId}
          actionId={actionId}
          number={index + 1}
          faults={faults}
          onRemove={() => {
            setRemoving({ id: actionId, number: index + 1 });
          }}
        />
      ))}
      {taken !== null && (
        <TakenOutNote
          key={taken.sectionId}
          words={t("try.removed")}
          onUndo={() => {
            undo();
            focusNext(`${taken.sectionId}/what`);
          }}
        />
      )}
      <div className={styles.ways}>
        {hasRoom && <LookForIdeas onFocusNext={focusNext} />}
        {actionIds.length < MOST_ACTIONS ? (
          <Button
            onClick={() => {
              const actionId = ids.next();
              store.change((visit) => addAction(visit, actionId));
              focusNext(places.actionWhat(actionId));
            }}
          >
            {t("try.add")}
          </Button>
        ) : (
          <p className={styles.quiet}>{t("try.full")}</p>
        )}
      </div>
      {removing !== null && (
        <RemoveDialog
          number={removing.number}
          onConfirm={() => {
            takeOut(planSectionIds.action(removing.id));
            setRemoving(null);
          }}
          onCancel={() => {
            setRemoving(null);
          }}
        />
      )}
    </Card>
  );
};

/** The limits that people have come up against, said kindly and at once. */
const Guidance = ({ faults }: { readonly faults: readonly Fault[] }) => {
  const { t } = useTranslation("plan");
  const has = (type: Fault["type"]): boolean => faults.some((fault) => fault.type === type);
  return (
    <div role="status" className={styles.guidance}>
      {has("TooManyActions") && (
        <p data-place={places.tooMany} tabIndex={-1}>
          {t("try.tooMany")}
        </p>
      )}
      {has("TooManyForFamily") && (
        <p data-place={places.forFamily} tabIndex={-1}>
          {t("try.tooManyForFamily")}
        </p>
      )}
    </div>
  );
};

interface RemoveDialogProps {
  readonly number: number;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

const RemoveDialog = ({ number, onConfirm, onCancel }: RemoveDialogProps) => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  return (
    <ConfirmDialog
      title={t("try.removeTitle", { number })}
      confirm={t("try.remove")}
      cancel={common("back")}
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{t("try.removeBody")}</p>
    </ConfirmDialog>
  );
};
