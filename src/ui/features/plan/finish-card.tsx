import { useId } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { chooseWay, finishingIn } from "#core/visit/finishing";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { DifferentViews } from "./different-views";
import { type Fault, places } from "./fault-words";
import styles from "./plan.module.css";

const WAYS = ["for-today", "right-for-today", "seen-differently"] as const;

/** The three ways to finish. What is chosen and written here is kept in the draft like everything else. */
export const FinishCard = ({ faults }: { readonly faults: readonly Fault[] }) => {
  const { t } = useTranslation("plan");
  const { ids } = useServices();
  const { store, child } = useOpenVisit();
  const way = useVisit((visit) => finishingIn(visit).way);
  const group = useId();
  return (
    <Card aria-labelledby="plan-finish">
      <h2 id="plan-finish">{t("finish.title")}</h2>
      <ChoiceGroup
        legend={t("finish.legend", { name: shownName(child) })}
        error={faults.some(({ type }) => type === "NoWayChosen") ? t("fault.NoWayChosen") : undefined}
      >
        {WAYS.map((each) => (
          <Choice
            key={each}
            type="radio"
            name={group}
            {...(each === WAYS[0] ? { "data-place": places.way } : {})}
            checked={way === each}
            onChange={() => {
              const newViewId = ids.next();
              store.change((visit) => chooseWay(visit, each, newViewId));
            }}
          >
            <span className={styles.way}>
              <b>{t(`finish.way.${each}`)}</b> <span className={styles.quiet}>{t(`finish.wayHint.${each}`)}</span>
            </span>
          </Choice>
        ))}
      </ChoiceGroup>
      {way === "seen-differently" && <DifferentViews faults={faults} />}
    </Card>
  );
};
