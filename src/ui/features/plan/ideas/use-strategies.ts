import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StrategySet } from "#core/schema/strategy";
import { loadOfferedSet } from "./load-strategies";

export type Strategies =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly set: StrategySet }
  | { readonly kind: "failed"; readonly again: () => void };

/** The strategies in the language of the screen, loaded when they are first asked for. */
export const useStrategies = (): Strategies => {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const [attempt, setAttempt] = useState(0);
  const [strategies, setStrategies] = useState<Strategies>({ kind: "loading" });
  useEffect(() => {
    let isShown = true;
    const show = (next: Strategies): void => {
      if (isShown) setStrategies(next);
    };
    const again = (): void => {
      show({ kind: "loading" });
      setAttempt((before) => before + 1);
    };
    loadOfferedSet(language).then(
      (set) => {
        show({ kind: "ready", set });
      },
      () => {
        show({ kind: "failed", again });
      },
    );
    return () => {
      isShown = false;
    };
  }, [language, attempt]);
  return strategies;
};
