import { useTranslation } from "react-i18next";
import { notAvailableOf } from "#core/plan/actions";
import { addNotAvailable, changeNotAvailable, planSectionIds } from "#core/plan/change-plan";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { TextField } from "../../components/form/text-field";
import { CopiedFrom } from "./copied-from";
import { useFocusNext } from "./focus-place";
import styles from "./plan.module.css";
import { TakenOutNote, useTakenOut } from "./taken-out";

const asIds = (joined: string): readonly string[] => (joined === "" ? [] : joined.split(" "));
const placeOf = (gapId: string): string => `${planSectionIds.notAvailable(gapId)}/what`;

/** What would help and cannot be had here: short texts, counted for the area and printed. */
export const NotAvailableCard = () => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { ids } = useServices();
  const { store } = useOpenVisit();
  const gapIds = asIds(
    useVisit((visit) =>
      notAvailableOf(visit.plan.sections)
        .map(({ id }) => id)
        .join(" "),
    ),
  );
  const { taken, takeOut, undo } = useTakenOut();
  const focusNext = useFocusNext();
  return (
    <Card aria-labelledby="plan-gap">
      <div>
        <h2 id="plan-gap">{t("gap.title")}</h2>
        <p className={styles.quiet}>{t("gap.hint")}</p>
      </div>
      {gapIds.map((gapId, index) => (
        <div key={gapId} className={styles.gap}>
          <CopiedFrom sectionId={planSectionIds.notAvailable(gapId)} />
          <TextField
            label={t("gap.what", { number: index + 1 })}
            maxLength={500}
            data-place={placeOf(gapId)}
            defaultValue={store.get().plan.sections[planSectionIds.notAvailable(gapId)]?.what}
            onChange={(event) => {
              const what = event.currentTarget.value;
              store.change((visit) => changeNotAvailable(visit, gapId, what));
            }}
          />
          <Button
            weight="quiet"
            aria-label={t("gap.remove", { number: index + 1 })}
            onClick={() => {
              takeOut(planSectionIds.notAvailable(gapId));
            }}
          >
            {common("remove")}
          </Button>
        </div>
      ))}
      {taken !== null && (
        <TakenOutNote
          key={taken.sectionId}
          words={t("gap.removed")}
          onUndo={() => {
            undo();
            focusNext(`${taken.sectionId}/what`);
          }}
        />
      )}
      <p>
        <Button
          onClick={() => {
            const gapId = ids.next();
            store.change((visit) => addNotAvailable(visit, gapId));
            focusNext(placeOf(gapId));
          }}
        >
          {t("gap.add")}
        </Button>
      </p>
    </Card>
  );
};
