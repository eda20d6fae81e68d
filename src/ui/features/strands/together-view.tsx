import { useTranslation } from "react-i18next";
import { isUnderstoodBy } from "#core/schema/mark";
import { besideOtherWords } from "#core/scoring/band-on";
import { hide } from "#core/scoring/hide";
import { placeOf } from "#core/scoring/place-in-words";
import { clearAgreed, type NotYetTogether, placeAgreed, seeDifferently } from "#core/visit/together";
import type { Result } from "#core/result";
import type { Visit } from "#core/schema/visit";
import { useServices } from "../../app/services";
import { useOpenVisit, useReaderIds, useVisit } from "../../app/visit/open-visit";
import { useChart, useChartPeople, usePicture } from "../../app/visit/use-picture";
import { Button } from "../../components/button";
import { MarksTrack } from "../../components/chart/marks-track";
import { Line } from "../../components/line/line";
import { VoiceGlyph } from "../../components/voice-glyph";
import { LineEnds } from "./line-ends";
import styles from "./strand.module.css";
import { WordsForAge } from "./words-for-age";

const MARK_PX = 30;
/** On the narrowest phone the line is 250 px wide: a shape of 30 takes twelve of its hundred. */
const APART = 12;

interface TogetherViewProps {
  readonly strandId: string;
  /** The level under the strand's own heading. */
  readonly heading: "h2" | "h3";
}

/** Everyone's marks on one strand, drawn apart, with their names and places in words; and a mark together, if people agree. */
export const TogetherView = ({ strandId, heading }: TogetherViewProps) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const row = usePicture().rows.find((each) => each.strandId === strandId);
  const chartRow = useChart(APART).find((each) => each.strandId === strandId);
  const people = useChartPeople();
  if (row === undefined || chartRow === undefined) return null;
  return (
    <div className={styles.together}>
      <MarksTrack row={chartRow} size={MARK_PX} />
      <LineEnds strandId={strandId} forChild={false} />
      <ul className={styles.voices}>
        {row.marks.map((mark) => (
          <li key={mark.personId}>
            <VoiceGlyph
              shape={people.kindOf(mark.personId)}
              open={isUnderstoodBy(mark.how)}
              initials={people.initialsOf(mark.personId)}
              size={people.initialsOf(mark.personId) === "" ? 18 : 28}
            />
            <span>
              <b>
                <bdi>{people.nameOf(mark.personId)}</bdi>
              </b>
              : {common(`place.${placeOf(mark.position)}`)}
              {isUnderstoodBy(mark.how) && `, ${common("asUnderstoodBy", { name: people.nameOf(mark.how.by) })}`}
            </span>
          </li>
        ))}
        {row.answers.map((answer) => (
          <li key={answer.personId}>
            <VoiceGlyph shape={people.kindOf(answer.personId)} size={18} />
            <span>
              <b>
                <bdi>{people.nameOf(answer.personId)}</bdi>
              </b>
              : {t(`says.${answer.kind}`)}
            </span>
          </li>
        ))}
      </ul>
      <BesideOtherWords strandId={strandId} />
      <WordsForAge strandId={strandId} />
      <AgreedMark strandId={strandId} heading={heading} />
    </div>
  );
};

/** Whose marks were made beside the words of another age, as everyone in the room may see it. */
const BesideOtherWords = ({ strandId }: { readonly strandId: string }) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { nameOf } = useChartPeople();
  const sections = useVisit((visit) => visit.profile.sections);
  const seen = hide(useReaderIds(), sections);
  return besideOtherWords(strandId, seen).map(({ ownerId, band }) => (
    <p key={ownerId} className={styles.quiet}>
      {ownerId === "agreed"
        ? t("togetherBeside", { band: common(`band.${band}`) })
        : t("markedBeside", { name: nameOf(ownerId), band: common(`band.${band}`) })}
    </p>
  ));
};

const AgreedMark = ({ strandId, heading: Heading }: TogetherViewProps) => {
  const { t } = useTranslation("strands");
  const { t: common } = useTranslation();
  const { clock, practitioner } = useServices();
  const { store } = useOpenVisit();
  const row = usePicture().rows.find((each) => each.strandId === strandId);
  const apply = (changed: Result<Visit, NotYetTogether>): void => {
    if (changed.ok) store.change(() => changed.value);
  };
  const clear = (): void => {
    apply(clearAgreed(store.get(), strandId));
  };
  const answered = row?.agreed !== undefined || row?.seenDifferently === true;
  return (
    <div className={styles.agreed}>
      <Heading>{t("agreedTitle")}</Heading>
      <p className={styles.quiet}>{t("agreedHint")}</p>
      <Line
        label={t("markTogether")}
        position={row?.agreed ?? null}
        shape="agreed"
        name={t("togetherChip")}
        inWords={(position) => common(`place.${placeOf(position)}`)}
        noMarkYet={t("noMarkYet")}
        howTo={t("howTo")}
        placedInMiddle={t("placedInMiddle")}
        onPlace={(position, input) => {
          apply(
            placeAgreed(store.get(), strandId, { position, input, enteredBy: practitioner.id, atMs: clock.nowMs() }),
          );
        }}
        onClear={clear}
      />
      {row?.seenDifferently === true && <p className={styles.inWords}>{t("saidDifferently")}</p>}
      <div className={styles.answers}>
        <Button
          aria-pressed={row?.seenDifferently === true}
          onClick={() => {
            apply(seeDifferently(store.get(), strandId, clock.nowMs()));
          }}
        >
          {t("differently")}
        </Button>
        {answered && (
          <Button weight="quiet" onClick={clear}>
            {t("clear")}
          </Button>
        )}
      </div>
    </div>
  );
};
