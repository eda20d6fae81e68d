import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { actionsOf } from "#core/plan/actions";
import { workedOnFirst } from "#core/plan/work-on-first";
import type { Strategy, StrategySet } from "#core/schema/strategy";
import { createStrategySearch } from "#core/strategies/search-strategies";
import { offeredStrategies } from "#core/strategies/withdrawn";
import { useWithdrawnWording } from "../../../app/use-withdrawn-wording";
import { useVisit } from "../../../app/visit/open-visit";
import { Button } from "../../../components/button";
import { useFocusNext } from "../focus-place";
import { IdeaCard, placeOfIdea } from "./idea-card";
import { IdeaFilters } from "./idea-filters";
import styles from "./ideas.module.css";
import { settingsFor, type SoughtIdeas, toSought } from "./sought-ideas";

const SHOWN_AT_FIRST = 12;

interface FoundIdeasProps {
  readonly set: StrategySet;
  readonly sought: SoughtIdeas;
  readonly onSeek: (sought: SoughtIdeas) => void;
  readonly onTake: (strategy: Strategy) => void;
}

/** The ideas that fit what is looked for, a dozen at a time, so that nobody is met by all of them. */
export const FoundIdeas = ({ set, sought, onSeek, onTake }: FoundIdeasProps) => {
  const { t } = useTranslation("plan");
  const withdrawn = useWithdrawnWording();
  const firstIds = useVisit(workedOnFirst);
  const inPlan = useVisit((visit) =>
    actionsOf(visit.plan.sections)
      .map(({ content }) => content.idea?.strategyId ?? "")
      .join(" "),
  ).split(" ");
  const offered = useMemo(() => offeredStrategies(set, withdrawn), [set, withdrawn]);
  const search = useMemo(() => createStrategySearch(offered), [offered]);
  const settings = settingsFor(offered, sought.band);
  const found = search(toSought(sought, firstIds, settings));
  const [most, setMost] = useState(SHOWN_AT_FIRST);
  const focusNext = useFocusNext();

  return (
    <>
      <IdeaFilters
        sought={sought}
        firstIds={firstIds}
        settings={settings}
        onChange={(next) => {
          setMost(SHOWN_AT_FIRST);
          onSeek(next);
        }}
      />
      <p role="status" className={styles.about}>
        {found.length === 0 ? t("ideas.none") : t("ideas.found", { count: found.length })}
      </p>
      <ul className={styles.ideas} lang={set.language}>
        {found.slice(0, most).map((strategy) => (
          <li key={strategy.id}>
            <IdeaCard
              strategy={strategy}
              isInPlan={inPlan.includes(strategy.id)}
              onTake={() => {
                onTake(strategy);
              }}
            />
          </li>
        ))}
      </ul>
      {found.length > most && (
        <p>
          <Button
            onClick={() => {
              const next = found[most];
              setMost(most + SHOWN_AT_FIRST);
              if (next !== undefined) focusNext(placeOfIdea(next.id));
            }}
          >
            {t("ideas.more")}
          </Button>
        </p>
      )}
    </>
  );
};
