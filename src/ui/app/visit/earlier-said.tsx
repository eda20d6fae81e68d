import { useTranslation } from "react-i18next";
import { partsOfSection } from "#core/questionnaire/versions/everything-said";
import { lineWords } from "#core/questionnaire/versions/line-words";
import { type SaidThen, saidThen } from "#core/questionnaire/versions/said-then";
import { bandOn } from "#core/scoring/band-on";
import { placeOf } from "#core/scoring/place-in-words";
import { isLookedAt, type SaidEarlier, sayStillFits } from "#core/visit/earlier-words";
import { Button } from "../../components/button";
import styles from "./earlier-said.module.css";
import { useOpenVisit, useVisit } from "./open-visit";
import { useChartPeople } from "./use-picture";

/** One thing that was said under earlier words: what was asked then, what was said, and whether it still fits. */
export const EarlierSaid = ({ entry }: { readonly entry: SaidEarlier }) => {
  const { t } = useTranslation("newer-words");
  const { store } = useOpenVisit();
  const { nameOf } = useChartPeople();
  const saidWords = useSaidWords();
  const parts = partsOfSection(entry.sectionId);
  const name = parts === undefined || parts.kind === "agreed" ? undefined : nameOf(parts.personId);
  return (
    <div className={styles.entry}>
      <dl>
        <div>
          <dt>{t("asked")}</dt>
          <dd>{entry.said.question}</dd>
        </div>
        <div>
          <dt>{name === undefined ? t("saidTogether") : t("said", { name })}</dt>
          <dd>
            <bdi>{saidWords(saidThen(entry.said))}</bdi>
          </dd>
        </div>
      </dl>
      <OtherLineWords entry={entry} />
      {entry.hasPlace && !isLookedAt(entry.said) && (
        <Button
          onClick={() => {
            store.change((visit) => sayStillFits(visit, entry));
          }}
        >
          {t("stillFits")}
        </Button>
      )}
    </div>
  );
};

/** The words that stood at the line when a mark was made, each beside those of now where they differ. */
const OtherLineWords = ({ entry: { sectionId, said } }: { readonly entry: SaidEarlier }) => {
  const { t } = useTranslation("newer-words");
  const { instrument, child } = useOpenVisit();
  const parts = partsOfSection(sectionId);
  const strandId = parts === undefined || parts.kind === "page" ? "" : parts.strandId;
  const band = useVisit(({ profile }) =>
    typeof said.answer["band"] === "string" ? said.answer["band"] : bandOn(strandId, profile.sections),
  );
  if (said.key !== "mark" && said.key !== "agreed") return null;
  const isChild = parts?.kind === "voice" && parts.personId === child.id;
  const known = instrument.structure.bands.find((each) => each === band);
  const now = known === undefined ? undefined : lineWords(instrument, { strandId, isChild, band: known });
  const other = Object.entries(said.words).filter(([place, words]) => now?.words[place] !== words);
  if (other.length === 0) return null;
  return (
    <ul className={styles.words}>
      {other.map(([place, words]) => (
        <li key={place}>
          <span className={styles.quiet}>{t("then")}</span> {words}
          {now?.words[place] !== undefined && (
            <>
              <br />
              <span className={styles.quiet}>{t("nowWords")}</span> {now.words[place]}
            </>
          )}
        </li>
      ))}
    </ul>
  );
};

/** What was said then, in words; a place on the line never as a number. */
const useSaidWords = (): ((said: SaidThen) => string) => {
  const { t } = useTranslation("newer-words");
  const { t: common } = useTranslation();
  return (said) => {
    switch (said.kind) {
      case "place":
        return common(`place.${placeOf(said.position)}`);
      case "words":
        return said.words.join(" · ");
      case "missing":
        return t(`answer.${said.why}`);
      default:
        return t(`answer.${said.kind}`);
    }
  };
};
