import { useState } from "react";
import { useTranslation } from "react-i18next";
import { takeStrategy } from "#core/plan/take-strategy";
import type { Strategy, StrategySet } from "#core/schema/strategy";
import { useServices } from "../../../app/services";
import { useOpenVisit } from "../../../app/visit/open-visit";
import { Button } from "../../../components/button";
import { places } from "../fault-words";
import { IdeasDialog } from "./ideas-dialog";
import { beginningOf } from "./sought-ideas";

const BUTTON = "ideas/look";

/** The way to the ideas. An idea that is taken becomes an action, and focus goes to its words. */
export const LookForIdeas = ({ onFocusNext }: { readonly onFocusNext: (place: string) => void }) => {
  const { t } = useTranslation("plan");
  const { ids } = useServices();
  const { store } = useOpenVisit();
  const [isOpen, setIsOpen] = useState(false);
  // Kept while the page is open: whoever looks for a second idea goes on where they were.
  const [sought, setSought] = useState(() => beginningOf(store.get().profile.sections.frame.band));

  const take = (strategy: Strategy, { version }: StrategySet): void => {
    const actionId = ids.next();
    const taken = takeStrategy(store.get(), actionId, { strategy, version });
    setIsOpen(false);
    if (!taken.ok) return;
    store.change(() => taken.value);
    onFocusNext(places.actionWhat(actionId));
  };

  return (
    <>
      <Button
        data-place={BUTTON}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t("ideas.open")}
      </Button>
      {isOpen && (
        <IdeasDialog
          sought={sought}
          onSeek={setSought}
          onTake={take}
          onClose={() => {
            setIsOpen(false);
            onFocusNext(BUTTON);
          }}
        />
      )}
    </>
  );
};
