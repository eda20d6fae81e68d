import { useEffect, useId, useRef } from "react";
import { Trans, useTranslation } from "react-i18next";
import { checkAtHome } from "#core/visit/check-at-home";
import { localDay } from "#platform/clock";
import { useHasBegun } from "../../app/forms/use-has-begun";
import { useIsFirstScreen } from "../../app/use-is-first-screen";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFormat } from "../../i18n/use-format";
import { useAmendmentKind } from "./amendment-draft";
import { isAnythingTyped } from "./amendment-form";
import { AmendmentList } from "./amendment-list";
import styles from "./amendments.module.css";
import { type FinishedPage, usePageState } from "./page-state";

/** What was put right in a finished profile, until when it is checked at home, and the way to put something right. */
export const AmendmentsCard = ({ page }: { readonly page: FinishedPage }) => {
  const { finished } = useOpenVisit();
  return finished ? <Finished page={page} /> : null;
};

const Finished = ({ page }: { readonly page: FinishedPage }) => {
  const { t } = useTranslation("amendments");
  const path = useVisitPath();
  const hasBegun = useHasBegun(useAmendmentKind(), isAnythingTyped);
  const titleId = useId();
  return (
    <Card aria-labelledby={titleId}>
      <h2 id={titleId}>{t("card")}</h2>
      <ToCheckAtHome />
      <JustAdded />
      <AmendmentList />
      <p className={styles.quiet}>{t("promiseShort")}</p>
      <p className={styles.way}>
        <ButtonLink to={path("amend")} state={{ from: page }}>
          {t(hasBegun ? "carryOn" : "write")}
        </ButtonLink>
      </p>
    </Card>
  );
};

const ToCheckAtHome = () => {
  const { t } = useTranslation("amendments");
  const { clock } = useServices();
  const format = useFormat();
  const sections = useVisit((visit) => visit.profile.sections);
  const check = checkAtHome(sections, clock.nowMs(), localDay);
  if (check === undefined) return null;
  const day = format.longDay(check.lastDay);
  if (check.isOver) return <p>{t("checkOver", { day })}</p>;
  return (
    <p>
      <Trans t={t} i18nKey="checkUntil" values={{ day }} components={{ b: <b /> }} />
    </p>
  );
};

/** Whoever comes from adding something starts to read here. It says the same whoever may see what was added. */
const JustAdded = () => {
  const { t } = useTranslation("amendments");
  const isFirst = useIsFirstScreen();
  const { addedId } = usePageState();
  const place = useRef<HTMLParagraphElement>(null);
  const isAdded = addedId !== "" && !isFirst;
  useEffect(() => {
    if (isAdded) place.current?.focus();
  }, [isAdded]);
  if (!isAdded) return null;
  return (
    <p ref={place} className={styles.added} tabIndex={-1} role="status">
      {t("added")}
    </p>
  );
};
