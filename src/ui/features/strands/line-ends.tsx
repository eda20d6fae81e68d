import { useTranslation } from "react-i18next";
import { bandOn } from "#core/scoring/since-last-time";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import styles from "./strand.module.css";

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
      {(["left", "middle", "right"] as const).map((place) => (
        <p key={place} data-place={place} dir={i18n.dir()}>
          <b>{ends[place]}</b> {about !== undefined && <span>{about[place]}</span>}
        </p>
      ))}
    </div>
  );
};
