import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import layout from "../layout.module.css";
import { PageHeading } from "../page-heading";
import { useOpenVisit, useVisit } from "./open-visit";
import { useReopen } from "./reopen";
import { useFollowed } from "./use-followed";
import { VisitBar } from "./visit-bar";

interface FollowedVisitProps {
  /** What this window shows of the visit, read only. */
  readonly children?: ReactNode;
}

/** A visit that another window writes: it says so, shows what is saved there, and offers it once it is let go of. */
export const FollowedVisit = ({ children }: FollowedVisitProps) => {
  const { t } = useTranslation();
  const reopen = useReopen();
  const isFree = useFollowed() === "free";
  const isHandedOver = useVisit((visit) => visit.handedTo !== undefined);
  return (
    <main id="main" className={layout.followed} data-followed={isFree ? "free" : "held"}>
      <div className={layout.notice} role="status">
        <Card>
          <PageHeading>{t(isFree ? "followed.freeTitle" : "problem.heldTitle")}</PageHeading>
          <p>{t(isFree ? "followed.freeBody" : isHandedOver ? "followed.handedOver" : "followed.body")}</p>
          {!isHandedOver && children !== undefined && <OpenThere isFree={isFree} />}
        </Card>
      </div>
      {!isHandedOver && children}
      <VisitBar>
        {isFree && (
          <Button weight="main" onClick={reopen}>
            {t("followed.takeUp")}
          </Button>
        )}
      </VisitBar>
    </main>
  );
};

/** What this window is good for meanwhile, and which of the nine lines is on the other one's screen. */
const OpenThere = ({ isFree }: { readonly isFree: boolean }) => {
  const { t } = useTranslation();
  const { child, instrument } = useOpenVisit();
  const place = useVisit((visit) => visit.place);
  const strand = place.startsWith("strands/") ? instrument.wording.strands[place.slice("strands/".length)] : undefined;
  if (isFree) return null;
  return (
    <>
      <p>{t("followed.showsHere")}</p>
      {strand !== undefined && <p>{t("followed.openThere", { name: shownName(child), strand: strand.family })}</p>}
    </>
  );
};
