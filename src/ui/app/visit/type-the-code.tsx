import { type ReactNode, type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "#core/result";
import type { FromPaper } from "#core/schema/paper";
import { PlainDate } from "#core/schema/plain-date";
import { Button } from "../../components/button";
import { TextField } from "../../components/form/text-field";
import { useServices } from "../services";
import styles from "./type-the-code.module.css";

interface TypeTheCodeProps<Fault> {
  /** The code as it is kept, or why the page cannot be copied here. */
  readonly check: (typed: string) => Result<string, Fault>;
  readonly faultWords: (fault: Fault) => string;
  /** A way to where the page does belong. */
  readonly wayOut?: (fault: Fault) => ReactNode;
  readonly onCopy: (paper: FromPaper) => void;
}

/** A quiet fold with the code of a printed page, and the day that is written on it: asked before anything is copied. */
export const TypeTheCode = <Fault extends object>({ check, faultWords, wayOut, onCopy }: TypeTheCodeProps<Fault>) => {
  const { t } = useTranslation();
  const { clock, practitioner, today } = useServices();
  const [code, setCode] = useState("");
  const [day, setDay] = useState("");
  const [fault, setFault] = useState<Fault | "day" | null>(null);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const page = check(code);
    const on = PlainDate.safeParse(day).data;
    const isDayWrong = day !== "" && (on === undefined || on > today());
    setFault(page.ok ? (isDayWrong ? "day" : null) : page.error);
    if (!page.ok || isDayWrong) return;
    onCopy({ by: practitioner.id, atMs: clock.nowMs(), code: page.value, ...(on === undefined ? {} : { on }) });
  };
  return (
    <details className={styles.fold}>
      <summary>{t("paper.copy")}</summary>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <div className={styles.fields}>
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
        {fault !== null && fault !== "day" && wayOut?.(fault)}
        <p>
          <Button type="submit">{t("paper.begin")}</Button>
        </p>
      </form>
    </details>
  );
};

interface CopyingNowProps {
  readonly said: string;
  readonly onStop: () => void;
}

/** Says which page is being copied, for as long as it is. */
export const CopyingNow = ({ said, onStop }: CopyingNowProps) => {
  const { t } = useTranslation();
  return (
    <div className={styles.copying} role="status">
      <p>{said}</p>
      <Button weight="quiet" onClick={onStop}>
        {t("paper.stop")}
      </Button>
    </div>
  );
};
