import { useId } from "react";
import { useTranslation } from "react-i18next";
import { isUnderstoodBy } from "#core/schema/mark";
import { type Person, shownName } from "#core/schema/person";
import { bandOn } from "#core/scoring/band-on";
import { useIsGuest } from "../../app/family-view/use-family-view";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { Line } from "../../components/line/line";
import { CopiedWords } from "./copied-words";
import { CopyFromPaper } from "./copy-from-paper";
import { LineEnds, WhatItCanLookLike } from "./line-ends";
import { OtherWays } from "./other-ways";
import styles from "./strand.module.css";
import type { Copying } from "./use-copying";
import { useMarking } from "./use-marking";
import { usePlaceWords } from "./use-place-words";
import { WordsForAge } from "./words-for-age";

interface PersonLineProps {
  readonly strandId: string;
  readonly person: Person;
  readonly copying: Copying;
}

/** One person's own line, empty until they mark it, with every way to answer. */
export const PersonLine = ({ strandId, person, copying }: PersonLineProps) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { people } = useOpenVisit();
  const isGuest = useIsGuest();
  const marking = useMarking(strandId, person.id, copying.paper);
  const placeWords = usePlaceWords(person.kind === "child");
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const { mark } = marking;
  const name = shownName(person);
  const endsId = useId();
  const understoodBy =
    mark.kind === "placed" && isUnderstoodBy(mark.how)
      ? people.find(({ id }) => id === understoodById(mark.how))
      : undefined;
  const inWords = (position: number): string =>
    [
      placeWords(position),
      ...(understoodBy === undefined ? [] : [common("asUnderstoodBy", { name: shownName(understoodBy) })]),
    ].join(", ");

  return (
    <div className={styles.personLine}>
      {copying.paper !== undefined && <CopyFromPaper strandId={strandId} person={person} copying={copying} />}
      <Line
        label={t("markOf", { name })}
        position={mark.kind === "placed" ? mark.position : null}
        shape={person.kind}
        open={understoodBy !== undefined}
        name={name}
        inWords={inWords}
        noMarkYet={t("noMarkYet")}
        howTo={t("howTo")}
        hint={t("tapHere")}
        placedInMiddle={t("placedInMiddle")}
        onPlace={marking.place}
        onClear={marking.clear}
        describedBy={endsId}
      />
      <LineEnds id={endsId} strandId={strandId} forChild={person.kind === "child"} />
      {mark.kind === "placed" && (
        <p className={styles.inWords}>
          <bdi>{name}</bdi>: {inWords(mark.position)}
        </p>
      )}
      {mark.kind === "placed" && mark.band !== undefined && mark.band !== band && (
        <p className={styles.quiet}>{t("markedBeside", { name, band: common(`band.${mark.band}`) })}</p>
      )}
      {mark.kind === "too-early" && <p className={styles.inWords}>{t("saidTooEarly", { name })}</p>}
      {mark.kind === "passed" && <p className={styles.inWords}>{t("saidPass", { name })}</p>}
      <div className={styles.answers}>
        <Button
          weight="quiet"
          aria-pressed={mark.kind === "too-early"}
          onClick={() => {
            marking.answer("too-early");
          }}
        >
          {t("tooEarly")}
        </Button>
        <Button
          weight="quiet"
          aria-pressed={mark.kind === "passed"}
          onClick={() => {
            marking.answer("passed");
          }}
        >
          {t("pass")}
        </Button>
        {mark.kind !== "none" && (
          <Button weight="quiet" onClick={marking.clear}>
            {t("clear")}
          </Button>
        )}
        {marking.canUndo && (
          <Button weight="quiet" onClick={marking.undo}>
            {t("undo")}
          </Button>
        )}
      </div>
      <CopiedWords strandId={strandId} personId={person.id} />
      {copying.paper === undefined && !isGuest && (
        <CopyFromPaper strandId={strandId} person={person} copying={copying} />
      )}
      <OtherWays
        person={person}
        mark={mark}
        onPlace={marking.place}
        onHow={person.kind === "practitioner" || isGuest ? undefined : marking.sayHow}
      />
      {person.kind === "child" && <WhatItCanLookLike strandId={strandId} />}
      {!isGuest && <WordsForAge strandId={strandId} />}
    </div>
  );
};

const understoodById = (how: { readonly kind: string; readonly by?: unknown }): unknown => how.by;
