import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import type { FromPaper } from "#core/schema/paper";
import { bandOn } from "#core/scoring/band-on";
import { sectionIds, talkIn, voiceIn } from "#core/visit/change-section";
import { saidAnything } from "#core/visit/said-anything";
import { areTogether, stillToMark } from "#core/visit/together";
import { HandOverButton } from "../../app/family-view/hand-over-button";
import { useOpenVisit, usePerson, usePresentIds, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { EarlierWords } from "./earlier-words";
import { Examples } from "./examples";
import { PersonLine } from "./person-line";
import { SeeTogether } from "./see-together";
import { StrandWords } from "./strand-words";
import styles from "./strand.module.css";
import { TogetherView } from "./together-view";
import { type Copying, useCopying } from "./use-copying";
import { WhoIsMarking, type Marking } from "./who-is-marking";
import { WhoShouldNotSee } from "./who-should-not-see";

interface StrandSectionProps {
  readonly strandId: string;
  readonly marking: Marking;
  readonly onMarking: (marking: Marking) => void;
  /** On the page of all nine the question who is marking stands once, on top. */
  readonly asksWho: boolean;
}

/** One strand: who is marking, the line, a few words, and examples for when talk sticks. */
export const StrandSection = ({ strandId, marking, onMarking, asksWho }: StrandSectionProps) => {
  const { t } = useTranslation("strands");
  const { wording } = useOpenVisit().instrument;
  const together = useVisit((visit) => talkIn(visit, strandId).togetherSinceMs !== null);
  const words = wording.strands[strandId];
  const cover = useCover(strandId, marking);
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const copying = useCopying(strandId, marking, band);
  const showTogether = together && marking === "together";
  const headingId = `strand-${strandId}`;
  const [isAskedFor, setIsAskedFor] = useState(false);
  // The button that was pressed is gone by then: whoever works by keys goes on from the strand's own heading.
  useEffect(() => {
    if (isAskedFor && showTogether) document.getElementById(headingId)?.focus({ preventScroll: true });
  }, [isAskedFor, showTogether, headingId]);
  const Heading = asksWho ? "h1" : "h2";
  const Under = asksWho ? "h2" : "h3";
  if (words === undefined) return null;
  return (
    <section
      className={`${styles.strand} ${asksWho ? "" : styles.oneOfNine}`}
      data-strand={strandId}
      aria-labelledby={headingId}
    >
      <div>
        <Heading id={headingId} tabIndex={-1}>
          {words.family}
        </Heading>
        <p className={styles.quiet}>
          {asksWho && `${wording.question} `}
          {asksWho && t("only")}
        </p>
      </div>
      <Card>
        <div className={styles.top}>
          {asksWho && <WhoIsMarking strandId={strandId} marking={marking} together={together} onChoose={onMarking} />}
          <SeeTogether
            strandId={strandId}
            together={asksWho ? together : showTogether}
            onShown={() => {
              setIsAskedFor(true);
              onMarking("together");
            }}
          />
        </div>
        {showTogether ? (
          <TogetherView strandId={strandId} heading={Under} />
        ) : (
          <OnePerson strandId={strandId} personId={marking} cover={cover} copying={copying} />
        )}
      </Card>
      {showTogether && <EarlierWords sectionId={sectionIds.agreed(strandId)} heading={Under} />}
      {!showTogether && !cover.covered && (
        <EarlierWords sectionId={sectionIds.voice(strandId, marking)} heading={Under} />
      )}
      {!showTogether && !cover.covered && (
        <OnePersonWords strandId={strandId} personId={marking} heading={Under} paper={copying.paper} />
      )}
    </section>
  );
};

interface OnePersonProps {
  readonly strandId: string;
  readonly personId: string;
}

const OnePerson = ({
  strandId,
  personId,
  cover,
  copying,
}: OnePersonProps & { readonly cover: Cover; readonly copying: Copying }) => {
  const { t } = useTranslation("strands");
  const person = usePerson(personId);
  if (person === undefined) return null;
  if (!cover.covered)
    return (
      <>
        <PersonLine key={personId} strandId={strandId} person={person} copying={copying} />
        <HandOverButton person={person} to={`strands/${strandId}`} />
      </>
    );
  return (
    <div className={styles.covered}>
      <p>{t("covered", { name: shownName(person) })}</p>
      <Button onClick={cover.uncover}>{t("uncover", { name: shownName(person) })}</Button>
    </div>
  );
};

const OnePersonWords = ({
  strandId,
  personId,
  heading,
  paper,
}: OnePersonProps & { readonly heading: "h2" | "h3"; readonly paper: FromPaper | undefined }) => {
  const person = usePerson(personId);
  if (person === undefined) return null;
  return (
    // At each key the browser's autofill looks through the fields of one form; without one, of all nine strands.
    <form
      className={styles.words}
      key={`${strandId} ${personId}`}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <StrandWords strandId={strandId} person={person} paper={paper} />
      <Examples strandId={strandId} person={person} heading={heading} />
      <WhoShouldNotSee strandId={strandId} person={person} />
    </form>
  );
};

interface Cover {
  readonly covered: boolean;
  readonly uncover: () => void;
}

/**
 * Keeps a person's line under a cover on the shared screen, until it is asked for: where it is kept from somebody in
 * the room; and where it was marked before, the marks are not together yet, and others have still to mark.
 */
const useCover = (strandId: string, personId: string): Cover => {
  const { store } = useOpenVisit();
  const presentIds = usePresentIds();
  const markedApart = (): boolean => {
    const visit = store.get();
    const isPlaced = voiceIn(visit, strandId, personId).mark.kind === "placed";
    return isPlaced && !areTogether(visit, strandId) && stillToMark(visit, strandId).some((id) => id !== personId);
  };
  const [chosen, setChosen] = useState(() => ({ personId, cameBack: markedApart(), uncovered: false }));
  // Each time somebody is chosen their line is looked at anew: what was uncovered before is covered again.
  if (chosen.personId !== personId) setChosen({ personId, cameBack: markedApart(), uncovered: false });
  const isKept = useVisit((visit) => {
    const voice = voiceIn(visit, strandId, personId);
    return voice.hiddenFrom.some((id) => presentIds.includes(id)) && saidAnything(voice);
  });
  const isApart = useVisit((visit) => !areTogether(visit, strandId));
  return {
    covered: !chosen.uncovered && (isKept || (chosen.cameBack && isApart)),
    uncover: () => {
      setChosen({ ...chosen, uncovered: true });
    },
  };
};
