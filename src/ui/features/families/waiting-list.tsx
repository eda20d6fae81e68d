import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Family } from "#core/case/family";
import { inOrderOfWaiting, type LocalTime } from "#core/case/opening-family";
import { nameInitials } from "#core/case/name-initials";
import { shownName } from "#core/schema/person";
import type { NewFamilyDraft } from "#storage/drafts";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { FamilyRow, HalfFilledRow } from "./family-row";
import styles from "./families.module.css";

interface WaitingListProps {
  readonly families: readonly Family[];
  readonly halfFilled: NewFamilyDraft | undefined;
  readonly now: LocalTime;
}

/** Everyone but the one family above, by initials until somebody asks for names; the asking is not kept. */
export const WaitingList = ({ families, halfFilled, now }: WaitingListProps) => {
  const { t } = useTranslation("home");
  const [showsNames, setShowsNames] = useState(false);
  return (
    <Card aria-labelledby="waiting-for-you">
      <div className={styles.listHead}>
        <h2 id="waiting-for-you">{t("waitingForYou")}</h2>
        {families.length > 0 && (
          <Button
            onClick={() => {
              setShowsNames(!showsNames);
            }}
          >
            {t(showsNames ? "hideNames" : "showNames")}
          </Button>
        )}
      </div>
      <ul className={styles.rows}>
        {halfFilled !== undefined && <HalfFilledRow draft={halfFilled} now={now} />}
        {inOrderOfWaiting(families, now).map((family) => (
          <FamilyRow
            key={family.caseId}
            family={family}
            name={showsNames ? shownName(family.child) : nameInitials(family.child.name)}
            now={now}
          />
        ))}
      </ul>
    </Card>
  );
};
