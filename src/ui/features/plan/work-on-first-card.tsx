import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { chooseFirst, letGoOfFirst } from "#core/plan/work-on-first";
import { useOpenVisit } from "../../app/visit/open-visit";
import { usePicture } from "../../app/visit/use-picture";
import { Card } from "../../components/card";
import { ChosenOrder } from "./chosen-order";
import { LineEnds } from "./line-ends";
import { OfferNote } from "./offer-note";
import styles from "./plan.module.css";
import { useAnyApart, useSmallLines } from "./small-lines";
import { StrandChoice } from "./strand-choice";

/** The young person and family choose up to three of the nine lines; the marks only order what is offered. */
export const WorkOnFirstCard = () => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { child, store } = useOpenVisit();
  const { offer, seenDifferently } = usePicture();
  const lines = useSmallLines();
  const anyApart = useAnyApart();
  const [refusedId, setRefusedId] = useState("");

  const choose = (strandId: string, chosen: boolean): void => {
    const change = chosen ? chooseFirst(store.get(), strandId) : undefined;
    if (change?.ok === false) {
      setRefusedId(strandId);
      return;
    }
    setRefusedId("");
    store.change((visit) => change?.value ?? letGoOfFirst(visit, strandId));
  };

  const tagFor = (strandId: string) => {
    if (anyApart) return undefined;
    if (offer.kind === "strands" && offer.strandIds.includes(strandId)) return t("first.tagOffered");
    return seenDifferently.includes(strandId) ? t("first.tagDifferent") : undefined;
  };

  return (
    <Card aria-labelledby="plan-first">
      <div>
        <h2 id="plan-first">{t("first.title")}</h2>
        <p className={styles.quiet}>{t("first.choose", { name: shownName(child) })}</p>
      </div>
      <OfferNote />
      <fieldset className={styles.nine}>
        <legend className="visually-hidden">{t("first.nine")}</legend>
        {lines.map((line) => (
          <StrandChoice
            key={line.row.strandId}
            line={line}
            tag={tagFor(line.row.strandId)}
            refused={refusedId === line.row.strandId}
            onChoose={(chosen) => {
              choose(line.row.strandId, chosen);
            }}
          />
        ))}
        <div className={styles.endsRow}>
          <LineEnds />
        </div>
      </fieldset>
      <ChosenOrder />
      <p className={styles.notice}>{common("rightNotice")}</p>
    </Card>
  );
};
