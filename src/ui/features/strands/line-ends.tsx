import { useTranslation } from "react-i18next";
import { bandOn } from "#core/scoring/band-on";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { PlacePicture } from "../../components/line/place-picture";
import styles from "./strand.module.css";

const PLACES = ["left", "middle", "right"] as const;

interface LineEndsProps {
  readonly id?: string;
  readonly strandId: string;
  readonly forChild: boolean;
}

/** What stands under the line: left is always "needs a lot of support here", in every language and direction. */
export const LineEnds = ({ id, strandId, forChild }: LineEndsProps) => {
  const { i18n } = useTranslation();
  const { wording } = useOpenVisit().instrument;
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const ends = forChild ? wording.lineForChild : wording.line;
  const about = wording.strands[strandId]?.descriptions[band];
  return (
    <div id={id} className={styles.ends} dir="ltr">
      {PLACES.map((place) => (
        <p key={place} data-place={place} dir={i18n.dir()}>
          {forChild && <PlacePicture place={place} />}
          <b>{ends[place]}</b> {!forChild && about !== undefined && <span>{about[place]}</span>}
        </p>
      ))}
    </div>
  );
};

/** The adults' descriptions of the three places, folded under a child's own line, for whoever wants to read them out. */
export const WhatItCanLookLike = ({ strandId }: { readonly strandId: string }) => {
  const { t, i18n } = useTranslation("strands");
  const { wording } = useOpenVisit().instrument;
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const about = wording.strands[strandId]?.descriptions[band];
  if (about === undefined) return null;
  return (
    <details className={styles.more}>
      <summary>{t("whatItCanLookLike")}</summary>
      <div className={styles.ends} dir="ltr">
        {PLACES.map((place) => (
          <p key={place} data-place={place} dir={i18n.dir()}>
            <b className="visually-hidden">{wording.lineForChild[place]}: </b>
            <span>{about[place]}</span>
          </p>
        ))}
      </div>
    </details>
  );
};
