import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { leftForLater } from "#core/questionnaire/next-page";
import { shownName } from "#core/schema/person";
import { PageHeading } from "../../app/page-heading";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { useFilled, useFilling } from "./filling";
import { Marker } from "./marker";
import styles from "./pages.module.css";

/** What was left for later, page by page, and no counting. Done for now is always right. */
export const EndScreen = () => {
  const { t } = useTranslation("pages");
  const { t: common } = useTranslation();
  const { structure, wording, person, pagePath, outPath, hasClosedPages } = useFilling();
  const filled = useFilled();
  const open = leftForLater(structure, filled);
  const withOpen = structure.pages.filter(({ id }) => open.some(({ pageId }) => pageId === id));
  const last = structure.pages.at(-1);
  return (
    <>
      <main id="main" className={styles.page} data-easy={structure.use.answeredBy === "child"}>
        <div className={styles.head}>
          <div>
            <p className={styles.quiet}>
              {wording.title} · <bdi>{shownName(person)}</bdi>
            </p>
            <PageHeading>{t("end.title")}</PageHeading>
          </div>
          <Marker />
        </div>
        <Card>
          {withOpen.length === 0 ? (
            <p>{t("end.nothingLeft")}</p>
          ) : (
            <>
              <p>{t("end.left")}</p>
              <ul className={styles.list}>
                {withOpen.map(({ id }) => {
                  const here = open.filter(({ pageId }) => pageId === id);
                  return (
                    <li key={id}>
                      <Link to={`${pagePath(id)}#item-${here[0]?.key ?? ""}`}>{wording.pages[id]}</Link>
                      <span className={styles.quiet}>
                        {[...new Set(here.map(({ item }) => wording.items[item.id]?.text ?? ""))].join(" ")}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
          {hasClosedPages && <p className={styles.quiet}>{t("closedPages")}</p>}
        </Card>
      </main>
      <VisitBar>
        {last !== undefined && <ButtonLink to={pagePath(last.id)}>{common("back")}</ButtonLink>}
        <ButtonLink weight="main" to={outPath}>
          {t("end.done")}
        </ButtonLink>
      </VisitBar>
    </>
  );
};
