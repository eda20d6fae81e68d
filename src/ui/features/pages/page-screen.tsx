import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useParams } from "react-router";
import { canBeOnPaper } from "#core/paper/can-be-on-paper";
import { pageSectionId } from "#core/questionnaire/answer-key";
import { nextPage } from "#core/questionnaire/next-page";
import { shownPage } from "#core/questionnaire/shown-page";
import type { FromPaper } from "#core/schema/paper";
import { shownName } from "#core/schema/person";
import { HandOverButton } from "../../app/family-view/hand-over-button";
import { useIsGuest } from "../../app/family-view/use-family-view";
import { NotFound } from "../../app/not-found";
import { PageHeading } from "../../app/page-heading";
import { useVisit } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { CopiedPage } from "./copied-page";
import { CopyPage } from "./copy-page";
import { CopyingContext, useFilled, useFilling } from "./filling";
import { HealthCard } from "./health-card";
import { Marker } from "./marker";
import styles from "./pages.module.css";
import { Picture } from "./picture";
import { ShownItems } from "./shown-items";
import { WhoShouldNotSee } from "./who-should-not-see";

const PAGE_PICTURE_PX = 160;
const HEALTH_CARD_ON = "worth-knowing";

/** One page of a questionnaire, as one person answers it. Every answer is kept at once. */
export const PageScreen = () => {
  const { pageId = "" } = useParams();
  const { structure } = useFilling();
  return structure.pages.some(({ id }) => id === pageId) ? <Page key={pageId} pageId={pageId} /> : <NotFound />;
};

const Page = ({ pageId }: { readonly pageId: string }) => {
  const { structure, wording, person, isOwn } = useFilling();
  const filled = useFilled();
  const picture = structure.pages.find(({ id }) => id === pageId)?.picture;
  const [paper, setPaper] = useState<FromPaper | undefined>();
  const kept = useVisit((visit) => visit.profile.sections[pageSectionId(structure.id, pageId, person.id)]);
  const isEasy = structure.use.answeredBy === "child";
  const isGuest = useIsGuest();
  useComeTo();
  return (
    <>
      <main id="main" className={styles.page} data-easy={isEasy} data-page={pageId}>
        <div className={styles.head}>
          <div>
            <p className={styles.quiet}>
              {wording.title} · <bdi>{shownName(person)}</bdi>
            </p>
            <PageHeading>{wording.pages[pageId]}</PageHeading>
          </div>
          <Marker />
        </div>
        {isEasy && <HandOverButton person={person} to={`pages/${structure.id}/${person.id}`} />}
        {structure.id === HEALTH_CARD_ON && <HealthCard />}
        <form
          className={styles.pictured}
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          {picture !== undefined && (
            <div className={styles.picture}>
              <Picture name={picture} size={PAGE_PICTURE_PX} />
            </div>
          )}
          <div className={styles.items}>
            <CopyingContext value={paper}>
              <ShownItems pageId={pageId} items={shownPage(structure, filled, pageId)} filled={filled} level={2} />
            </CopyingContext>
            <CopiedPage page={kept} />
          </div>
        </form>
        {!isOwn && <WhoShouldNotSee pageId={pageId} />}
        {!isOwn && !isGuest && canBeOnPaper(structure) && <CopyPage pageId={pageId} paper={paper} onPaper={setPaper} />}
        <AllPages current={pageId} />
      </main>
      <Ways pageId={pageId} />
    </>
  );
};

/** An address may name the question to come to: what was left for later is one tap away. */
const useComeTo = (): void => {
  const { hash } = useLocation();
  useEffect(() => {
    const place = hash === "" ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    place?.scrollIntoView({ block: "center" });
    place?.querySelector<HTMLElement>("input, textarea")?.focus({ preventScroll: true });
  }, [hash]);
};

/** Back is the page before; the way on passes what has its answer. */
const Ways = ({ pageId }: { readonly pageId: string }) => {
  const { t } = useTranslation("pages");
  const { t: common } = useTranslation();
  const { structure, pagePath, outPath, endPath } = useFilling();
  const filled = useFilled();
  const order = structure.pages.map(({ id }) => id).filter((id) => shownPage(structure, filled, id).length > 0);
  const before = order[order.indexOf(pageId) - 1];
  const next = nextPage(structure, filled, pageId);
  return (
    <VisitBar>
      <span className={styles.wideOnly}>
        <ButtonLink weight="quiet" to={outPath}>
          {t("end.done")}
        </ButtonLink>
      </span>
      <ButtonLink to={before === undefined ? outPath : pagePath(before)}>{common("back")}</ButtonLink>
      <ButtonLink weight="main" to={next === undefined ? endPath : pagePath(next)}>
        {t(next === undefined ? "toTheEnd" : "next")}
      </ButtonLink>
    </VisitBar>
  );
};

const AllPages = ({ current }: { readonly current: string }) => {
  const { t } = useTranslation("pages");
  const { structure, wording, pagePath, endPath, outPath, hasClosedPages } = useFilling();
  const filled = useFilled();
  return (
    <details className={styles.fold}>
      <summary>{t("allPages")}</summary>
      <ul className={styles.list}>
        {structure.pages
          .filter(({ id }) => shownPage(structure, filled, id).length > 0)
          .map(({ id }) => (
            <li key={id}>
              <Link to={pagePath(id)} aria-current={id === current ? "step" : false}>
                {wording.pages[id]}
              </Link>
            </li>
          ))}
        <li>
          <Link to={endPath}>{t("whatWasLeft")}</Link>
        </li>
        <li className={styles.phoneOnly}>
          <Link to={outPath}>{t("end.done")}</Link>
        </li>
      </ul>
      {hasClosedPages && <p className={styles.quiet}>{t("closedPages")}</p>}
    </details>
  );
};
