import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import type { ChartRow } from "#report/chart/layout";
import { areTogether } from "#core/visit/together";
import { voicesOn } from "#core/schema/profile";
import { useOpenVisit, usePresentIds, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { useStrandsToday } from "../../app/visit/visit-length";
import { useChart } from "../../app/visit/use-picture";
import { MarksTrack } from "../../components/chart/marks-track";
import { HowMuch } from "./how-much";
import { SeePicture } from "./see-picture";
import styles from "./strand-rail.module.css";

const SMALL_MARK_PX = 11;
const APART = 6;

/** The nine lines, small: the way about the visit, and the picture as it fills. On a phone they are one target that opens the list. */
export const StrandRail = ({ current }: { readonly current: string }) => {
  const { t } = useTranslation("strands");
  const { strandIds } = useOpenVisit();
  const today = useStrandsToday();
  const path = useVisitPath();
  const rows = useChart(APART);
  const [open, setOpen] = useState(false);
  return (
    <nav className={styles.rail} aria-label={t("railLabel")} data-open={open}>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span className={styles.tiny} aria-hidden="true">
          {rows.map((row) => (
            <RailLine key={row.strandId} row={row} size={5} />
          ))}
        </span>
        <span>{t("railOpen")}</span>
      </button>
      <ol className={styles.list}>
        {strandIds.map((strandId) => (
          <li key={strandId}>
            <NavLink
              to={path(`strands/${strandId}`)}
              data-left-out={!today.includes(strandId)}
              aria-current={strandId === current ? "step" : false}
              onClick={() => {
                setOpen(false);
              }}
            >
              <RailName strandId={strandId} leftOut={!today.includes(strandId)} />
              <RailLine row={rows.find((row) => row.strandId === strandId)} size={SMALL_MARK_PX} />
            </NavLink>
          </li>
        ))}
        <li className={styles.phoneOnly}>
          <SeePicture weight="plain" />
        </li>
        <li>
          <NavLink to={path("strands")} end className={styles.all ?? ""}>
            {t(today.length < strandIds.length ? "allToday" : "allNine")}
          </NavLink>
        </li>
        <li>
          <NavLink to={path("more")} className={styles.all ?? ""}>
            {t("more")}
          </NavLink>
        </li>
        <li>
          <HowMuch />
        </li>
      </ol>
    </nav>
  );
};

const RailName = ({ strandId, leftOut }: { readonly strandId: string; readonly leftOut: boolean }) => {
  const { t } = useTranslation("length");
  const { instrument } = useOpenVisit();
  return (
    <span>
      {instrument.wording.strands[strandId]?.short}
      {leftOut && <span className="visually-hidden">, {t("notToday")}</span>}
    </span>
  );
};

/** Only marks that have been seen together are drawn; a line that somebody has answered is whole, the rest are dotted. */
const RailLine = ({ row, size }: { readonly row: ChartRow | undefined; readonly size: number }) => {
  const strandId = row?.strandId ?? "";
  const together = useVisit((visit) => areTogether(visit, strandId));
  const presentIds = usePresentIds();
  const answered = useVisit((visit) =>
    voicesOn(visit.profile.sections, strandId).some(
      ({ voice }) => voice.mark.kind !== "none" && !voice.hiddenFrom.some((id) => presentIds.includes(id)),
    ),
  );
  const marks = together && row !== undefined ? row.marks.filter((mark) => mark.ghost === "no") : [];
  return (
    <MarksTrack row={{ marks, laneCount: together ? (row?.laneCount ?? 1) : 1 }} size={size} untouched={!answered} />
  );
};
