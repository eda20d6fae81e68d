import { useTranslation } from "react-i18next";
import { partsOfSection } from "#core/questionnaire/versions/everything-said";
import { isLookedAt, type SaidEarlier } from "#core/visit/earlier-words";
import { canTakeBackMove } from "#core/visit/move-visit";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import { EarlierSaid } from "../../app/visit/earlier-said";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import type { MovingVisit } from "../../app/visit/use-move-visit";
import { useChartPeople } from "../../app/visit/use-picture";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import styles from "./newer-words.module.css";
import { useSaidEarlier } from "./use-said-earlier";

/** After a move: what to look at together, each with the way to its place, and what is kept with the words it answered. */
export const Moved = ({ moving }: { readonly moving: MovingVisit }) => {
  const { t } = useTranslation("newer-words");
  const { store } = useOpenVisit();
  const path = useVisitPath();
  const canUndo = useVisit(canTakeBackMove);
  const said = useSaidEarlier();
  const toCheck = said.filter((each) => each.hasPlace && !isLookedAt(each.said));
  const kept = said.filter((each) => !each.hasPlace);
  return (
    <>
      <main id="main" className={layout.narrow}>
        <div>
          <PageHeading>{t("movedTitle")}</PageHeading>
          <p>
            {t("movedLead")} {canUndo && t("undoHint")}
          </p>
        </div>
        {moving.state.kind === "not-saved" && <p role="alert">{t("notSaved")}</p>}
        <Card>
          <h2>{t("toCheck")}</h2>
          {toCheck.length === 0 ? <p>{t("toCheckNone")}</p> : <Entries said={toCheck} />}
        </Card>
        {kept.length > 0 && (
          <Card>
            <h2>{t("kept")}</h2>
            <Entries said={kept} />
          </Card>
        )}
      </main>
      <VisitBar>
        {canUndo && (
          <Button
            onClick={() => {
              void moving.takeBack();
            }}
          >
            {t("undo")}
          </Button>
        )}
        <ButtonLink weight="main" to={path(store.get().place)}>
          {t("carryOn")}
        </ButtonLink>
      </VisitBar>
    </>
  );
};

const Entries = ({ said }: { readonly said: readonly SaidEarlier[] }) => (
  <ul className={styles.entries}>
    {said.map((each) => (
      <Entry key={`${each.sectionId} ${each.said.key} ${each.said.from.version}`} entry={each} />
    ))}
  </ul>
);

/** What was asked is shown; what was said is at its place, or, where that is gone, behind a fold. */
const Entry = ({ entry }: { readonly entry: SaidEarlier }) => {
  const { t } = useTranslation("newer-words");
  const { strandIds } = useOpenVisit();
  const { nameOf } = useChartPeople();
  const path = useVisitPath();
  const parts = partsOfSection(entry.sectionId);
  const personId = parts?.kind === "agreed" ? undefined : parts?.personId;
  const name = personId === undefined ? t("together") : nameOf(personId);
  const strandId = parts?.kind === "page" ? undefined : parts?.strandId;
  const isOnLine = strandId !== undefined && strandIds.includes(strandId);
  return (
    <li>
      <span>
        <bdi>{name}</bdi>: {entry.said.question}
      </span>
      {isOnLine ? (
        <ButtonLink to={path(`strands/${strandId}`)} state={{ personId: personId ?? "together" }}>
          {t("goThere")}
        </ButtonLink>
      ) : (
        <details className={styles.group}>
          <summary>{personId === undefined ? t("showTogether") : t("show", { name })}</summary>
          <EarlierSaid entry={entry} />
        </details>
      )}
    </li>
  );
};
