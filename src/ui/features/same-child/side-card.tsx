import { useTranslation } from "react-i18next";
import { peopleOf } from "#core/schema/case";
import { ageInYears } from "#core/schema/plain-date";
import { madeAtMs } from "#core/sync/made-at";
import { localDay } from "#platform/clock";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import { useRoleName } from "../../i18n/use-role-name";
import { ProfilesBeside } from "./profiles-beside";
import type { CaseBeside } from "./read-beside";
import styles from "./same-child.module.css";

interface SideCardProps {
  readonly beside: CaseBeside;
  readonly side: "one" | "other";
  readonly leads: boolean;
}

/** One of two records, by what helps to tell whether it is the same child: no marks, no words, no place. */
export const SideCard = ({ beside, side, leads }: SideCardProps) => {
  const { t } = useTranslation("same-child");
  const { today } = useServices();
  const format = useFormat();
  const roleName = useRoleName();
  const { caseId, caseBody, child } = beside;
  const { bornOn, languages } = caseBody.sections.child;
  const begunAtMs = madeAtMs(caseId);
  const spoken = [languages.spoken, languages.signed].filter((each) => each !== "");
  const around = peopleOf(caseBody).filter(({ id }) => id !== child.id);
  const facts: readonly (readonly [string, string])[] = [
    ...(child.childCalls.trim() === "" ? [] : [[t("called"), child.childCalls] as const]),
    [
      t("born"),
      t("bornAndAge", { day: format.shortDay(bornOn), age: t("age", { count: ageInYears(bornOn, today()) }) }),
    ],
    ...(spoken.length === 0 ? [] : [[t("languages"), format.names(spoken)] as const]),
    ...(begunAtMs === undefined ? [] : [[t("begun"), format.shortDay(localDay(begunAtMs))] as const]),
  ];
  return (
    <Card aria-labelledby={`which-${side} side-${side}`}>
      <p id={`which-${side}`} className={styles.quiet}>
        {t(`side.${side}`)}
      </p>
      <h2 id={`side-${side}`}>
        <bdi>{child.name}</bdi>
      </h2>
      {leads && <p>{t("thisLeads")}</p>}
      <dl className={styles.facts}>
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t("people")}</h3>
      <ul className={styles.list}>
        {around.map((person) => (
          <li key={person.id}>
            <bdi>{person.name}</bdi> <span className={styles.quiet}>{roleName(person.role)}</span>
          </li>
        ))}
      </ul>
      <h3>{t("profiles")}</h3>
      <ProfilesBeside beside={beside} />
    </Card>
  );
};
