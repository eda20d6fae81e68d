import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Offered } from "#core/questionnaire/offered";
import type { Place, WhereItGoes as Index } from "#core/schema/where-it-goes";
import { searchPlaces } from "#core/where-it-goes/search-places";
import type { Shelved } from "../../app/questionnaire-shelf";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { TextField } from "../../components/form/text-field";
import { loadIndex } from "./load-where-it-goes";
import styles from "./pages.module.css";

interface WhereItGoesProps {
  /** Everything on the shelf, so that the index can be checked. */
  readonly shelved: readonly Shelved[];
  /** What may be opened here. Nothing leads anywhere else. */
  readonly offered: readonly Offered<Shelved>[];
}

const MOST_SHOWN = 6;

/** "Where does it go?": what people want to talk about, in their words, and the line or page that it goes to. */
export const WhereItGoes = ({ shelved, offered }: WhereItGoesProps) => {
  const { t } = useTranslation("pages");
  const index = useIndex(shelved);
  const placeLink = usePlaceLink(offered);
  const [words, setWords] = useState("");
  if (index === undefined) return null;
  const found =
    words.trim() === ""
      ? []
      : searchPlaces(index, words)
          .map((entry) => ({ ...entry, links: entry.places.flatMap((place) => placeLink(place) ?? []) }))
          .filter(({ links }) => links.length > 0)
          .slice(0, MOST_SHOWN);
  return (
    <Card>
      <search className={styles.answered}>
        <TextField
          type="search"
          label={t("where.label")}
          hint={t("where.hint")}
          enterKeyHint="search"
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
        <div role="status">{words.trim() !== "" && found.length === 0 && <p>{t("where.nothing")}</p>}</div>
        {found.length > 0 && (
          <ul className={styles.list}>
            {found.map(({ id, word, why, links }) => (
              <li key={id}>
                <b>{word}</b>
                <span className={styles.quiet}>{why}</span>
                <span className={styles.row}>
                  {links.map(({ to, name }) => (
                    <Link key={to} to={to}>
                      {name}
                    </Link>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        )}
      </search>
    </Card>
  );
};

const useIndex = (shelved: readonly Shelved[]): Index | undefined => {
  const { preferences } = useServices();
  const { instrument } = useOpenVisit();
  const [index, setIndex] = useState<Index | undefined>();
  useEffect(() => {
    const ending = new AbortController();
    const structures = shelved.map(({ structure }) => structure);
    loadIndex(instrument, structures, preferences.get().language).then(
      (loaded) => {
        if (!ending.signal.aborted) setIndex(loaded);
      },
      () => undefined, // the list below does without it
    );
    return () => {
      ending.abort();
    };
  }, [shelved, instrument, preferences]);
  return index;
};

interface PlaceLink {
  readonly to: string;
  readonly name: string;
}

/** Where a place is in this visit; none where it is not offered, or closed. */
const usePlaceLink = (offered: readonly Offered<Shelved>[]): ((place: Place) => PlaceLink | undefined) => {
  const { instrument, strandIds } = useOpenVisit();
  const path = useVisitPath();
  return (place) => {
    if (place.kind === "strand") {
      const name = instrument.wording.strands[place.strandId]?.family;
      return name === undefined || !strandIds.includes(place.strandId)
        ? undefined
        : { to: path(`strands/${place.strandId}`), name };
    }
    const found = offered.find(({ questionnaire: { ref } }) => ref.id === place.questionnaireId);
    if (found === undefined || found.whyNot !== undefined) return undefined;
    const { ref, title, pageTitles } = found.questionnaire;
    if (place.kind === "questionnaire") return { to: path(`pages/${ref.id}`), name: title };
    const page = pageTitles[place.pageId];
    return page === undefined || found.closedPageIds.includes(place.pageId)
      ? undefined
      : { to: path(`pages/${ref.id}?page=${place.pageId}`), name: `${title}: ${page}` };
  };
};
