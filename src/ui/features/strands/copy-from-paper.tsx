import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type LinePageFault, pageForLine } from "#core/paper/page-for-line";
import { type Person, shownName } from "#core/schema/person";
import { PlainDate } from "#core/schema/plain-date";
import { bandOn } from "#core/scoring/band-on";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { TextField } from "../../components/form/text-field";
import styles from "./strand.module.css";
import { usePageFaultWords } from "./use-page-fault-words";
import type { Copying } from "./use-copying";

interface CopyFromPaperProps {
  readonly strandId: string;
  readonly person: Person;
  readonly copying: Copying;
}

/** Copies a page that was filled in by hand: its code first, then the usual line and the usual words. */
export const CopyFromPaper = ({ strandId, person, copying }: CopyFromPaperProps) => {
  const { t } = useTranslation("strands");
  const { practitioner } = useServices();
  if (copying.paper === undefined)
    return (
      <details className={styles.more}>
        <summary>{t("paper.copy")}</summary>
        <TypeTheCode strandId={strandId} person={person} copying={copying} />
      </details>
    );
  const said = { code: copying.paper.code, name: shownName(person), by: practitioner.name };
  return (
    <div className={styles.copying} role="status">
      <p>{t("paper.copying", said)}</p>
      <Button weight="quiet" onClick={copying.stop}>
        {t("paper.stop")}
      </Button>
    </div>
  );
};

const TypeTheCode = ({ strandId, person, copying }: CopyFromPaperProps) => {
  const { t } = useTranslation("strands");
  const { clock, practitioner, today } = useServices();
  const { caseId, child, instrument, strandIds } = useOpenVisit();
  const band = useVisit((visit) => bandOn(strandId, visit.profile.sections));
  const faultWords = usePageFaultWords(band);
  const [code, setCode] = useState("");
  const [day, setDay] = useState("");
  const [fault, setFault] = useState<LinePageFault | "day" | null>(null);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const page = pageForLine(code, {
      caseId,
      questionnaire: instrument.structure,
      band,
      strandIds,
      strandId,
      forChild: person.id === child.id,
    });
    const on = PlainDate.safeParse(day).data;
    const isDayWrong = day !== "" && (on === undefined || on > today());
    setFault(page.ok ? (isDayWrong ? "day" : null) : page.error);
    if (!page.ok || isDayWrong) return;
    copying.begin({
      by: practitioner.id,
      atMs: clock.nowMs(),
      code: page.value,
      ...(on === undefined ? {} : { on }),
    });
  };
  return (
    <form className={styles.moreBody} onSubmit={onSubmit} noValidate>
      <div className={styles.two}>
        <TextField
          label={t("paper.code")}
          hint={t("paper.codeHint")}
          error={fault === null || fault === "day" ? undefined : faultWords(fault)}
          value={code}
          dir="ltr"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => {
            setCode(event.currentTarget.value);
          }}
        />
        <TextField
          type="date"
          label={t("paper.day")}
          hint={t("paper.dayHint")}
          error={fault === "day" ? t("paper.dayWrong") : undefined}
          max={today()}
          value={day}
          onChange={(event) => {
            setDay(event.currentTarget.value);
          }}
        />
      </div>
      {fault !== null && fault !== "day" && fault.type === "AnotherLine" && <ToThatLine strandId={fault.strandId} />}
      <p>
        <Button type="submit">{t("paper.begin")}</Button>
      </p>
    </form>
  );
};

const ToThatLine = ({ strandId }: { readonly strandId: string }) => {
  const { t } = useTranslation("strands");
  const path = useVisitPath();
  return (
    <p>
      <Link to={path(`strands/${strandId}`)}>{t("paper.toThatLine")}</Link>
    </p>
  );
};
