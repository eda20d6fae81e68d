import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { hide } from "#core/scoring/hide";
import { useOpenVisit, useReaderIds, useVisit } from "../../app/visit/open-visit";
import { useChartPeople, usePicture } from "../../app/visit/use-picture";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import styles from "./picture.module.css";
import { useMarkWords } from "./row-words";
import { SinceLastTime } from "./since-last-time";

/**
 * What stands beside the picture: what goes well first, then what is worth talking about, then since last time, then
 * what else belongs there.
 */
export const PictureAside = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation("picture");
  return (
    <aside className={styles.aside} aria-label={t("beside")}>
      <WhatGoesWell />
      <WorthTalkingAbout />
      <SinceLastTime />
      {children}
    </aside>
  );
};

const WhatGoesWell = () => {
  const { t } = useTranslation("picture");
  const { child } = useOpenVisit();
  const { strengths } = usePicture();
  const { nameOf } = useChartPeople();
  const said = useLoves();
  const name = shownName(child);
  return (
    <Card>
      {said.loves.length > 0 && <Said title={t("loves", { name })} lines={said.loves} />}
      <h2>☆ {t("strengths")}</h2>
      {strengths.length === 0 ? (
        <p>{t("strengthsNone")}</p>
      ) : (
        <ul>
          {strengths.map((strength, index) => (
            <li key={`${strength.strandId} ${strength.personId} ${index}`}>
              <bdi>{strength.text}</bdi>{" "}
              <span className={styles.quiet}>
                – <bdi>{nameOf(strength.personId)}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
      {said.easier.length > 0 && <Said title={t("easier", { name })} lines={said.easier} />}
    </Card>
  );
};

interface SaidProps {
  readonly title: string;
  readonly lines: readonly { readonly personId: string; readonly text: string }[];
}

const Said = ({ title, lines }: SaidProps) => {
  const { nameOf } = useChartPeople();
  return (
    <>
      <h2>{title}</h2>
      {lines.map(({ personId, text }) => (
        <p key={personId} className={styles.said}>
          <bdi>{text}</bdi>{" "}
          <span className={styles.quiet}>
            – <bdi>{nameOf(personId)}</bdi>
          </span>
        </p>
      ))}
    </>
  );
};

/** What each person said the child loves, and would like to be easier, as everyone in the room may see it. */
const useLoves = () => {
  const sections = useVisit((visit) => visit.profile.sections);
  const seen = hide(useReaderIds(), sections);
  const { people } = useOpenVisit();
  const of = (part: "loves" | "easier") =>
    people.flatMap(({ id }) => {
      const text = seen[`loves/${id}`]?.[part].trim() ?? "";
      return text === "" ? [] : [{ personId: id, text }];
    });
  return { loves: of("loves"), easier: of("easier") };
};

const WorthTalkingAbout = () => {
  const { t } = useTranslation("picture");
  const { instrument, finished } = useOpenVisit();
  const { rows, looksDifferent, offer } = usePicture();
  const { nameOf } = useChartPeople();
  const markWords = useMarkWords();
  const format = useFormat();
  const familyWords = (strandId: string): string => instrument.wording.strands[strandId]?.family ?? "";
  const different = rows.filter((row) => looksDifferent.includes(row.strandId));
  const isOffered = !finished && offer.kind !== "nothing";
  if (different.length === 0 && !isOffered) return null;
  return (
    <Card tone="talk-about">
      {different.length > 0 && (
        <>
          <h2>{t("talkAbout")}</h2>
          {different.map((row) => (
            <p key={row.strandId}>
              {t("looksDifferent", {
                strand: familyWords(row.strandId),
                views: row.marks
                  .map((mark) => t("view", { name: nameOf(mark.personId), place: markWords(mark) }))
                  .join(". "),
              })}{" "}
              {row.seenDifferently
                ? t("saidDifferently")
                : row.agreed === undefined && !finished && <b>{t("noShared")}</b>}
            </p>
          ))}
        </>
      )}
      {isOffered && (
        <>
          <h2>{t("offered")}</h2>
          <p>
            {offer.kind === "strands"
              ? t("offeredBody", {
                  count: offer.strandIds.length,
                  strands: format.names(offer.strandIds.map(familyWords)),
                })
              : t("muchTheSame")}
          </p>
        </>
      )}
    </Card>
  );
};
