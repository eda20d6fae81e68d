import { useTranslation } from "react-i18next";
import type { CannotMove } from "#core/questionnaire/versions/moved";
import { AgeBand } from "#core/schema/age-band";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";

/** Why a draft cannot be moved, said plainly; nothing of it has changed. */
export const Refused = ({ why }: { readonly why: CannotMove }) => {
  const { t } = useTranslation("newer-words");
  const { t: common } = useTranslation();
  const { store } = useOpenVisit();
  const path = useVisitPath();
  const band = AgeBand.safeParse(why.type === "BandNotThere" ? why.band : undefined).data;
  return (
    <>
      <main id="main" className={layout.narrow}>
        <Card>
          <PageHeading>{t("refusedTitle")}</PageHeading>
          <p>{t(`refused.${why.type}`, { band: band === undefined ? "" : common(`band.${band}`) })}</p>
        </Card>
      </main>
      <VisitBar>
        <ButtonLink weight="main" to={path(store.get().place)}>
          {t("carryOn")}
        </ButtonLink>
      </VisitBar>
    </>
  );
};
