import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { putBack, takeOut, type Taken } from "#core/plan/change-plan";
import { useOpenVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { focusPlace } from "./focus-place";
import styles from "./plan.module.css";

/** Takes actions or gaps out of the plan; the last one can be put back as it was. */
export const useTakenOut = () => {
  const { store } = useOpenVisit();
  const [taken, setTaken] = useState<Taken | null>(null);
  return {
    taken,
    takeOut: (sectionId: Taken["sectionId"]) => {
      const out = takeOut(store.get(), sectionId);
      if (out.taken === undefined) return;
      setTaken(out.taken);
      store.change(() => out.visit);
    },
    undo: () => {
      if (taken === null) return;
      setTaken(null);
      store.change((visit) => putBack(visit, taken));
    },
  };
};

interface TakenOutNoteProps {
  readonly words: string;
  readonly onUndo: () => void;
}

/** Says that something was taken away, where it was, and puts it back on a tap. Focus comes here: its place has gone. */
export const TakenOutNote = ({ words, onUndo }: TakenOutNoteProps) => {
  const { t } = useTranslation();
  const place = useId();
  useEffect(() => {
    focusPlace(place);
  }, [place]);
  return (
    <p className={styles.takenOut} role="status">
      <span>{words}</span>
      <Button data-place={place} weight="quiet" onClick={onUndo}>
        {t("undo")}
      </Button>
    </p>
  );
};
