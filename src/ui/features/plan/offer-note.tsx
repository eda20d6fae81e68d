import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { usePicture } from "../../app/visit/use-picture";
import { ButtonLink } from "../../components/button-link";
import styles from "./plan.module.css";
import { useAnyApart } from "./small-lines";

/** What the marks offer, said as an offer; and, apart from it, what people see differently. */
export const OfferNote = () => {
  const { t } = useTranslation("plan");
  const { child } = useOpenVisit();
  const { offer, seenDifferently } = usePicture();
  const path = useVisitPath();
  const anyApart = useAnyApart();
  const name = shownName(child);
  if (anyApart) {
    return (
      <div className={styles.offer}>
        <p>{t("first.apart")}</p>
        <p>
          <ButtonLink to={path("strands")}>{t("first.backToLines")}</ButtonLink>
        </p>
      </div>
    );
  }
  return (
    <div className={styles.offer}>
      {offer.kind === "strands" && <NamedStrands words={t("first.offered")} strandIds={offer.strandIds} />}
      {offer.kind === "much-the-same" && <p>{t("first.muchTheSame", { name })}</p>}
      {offer.kind === "nothing" && <p>{t("first.nothing", { name })}</p>}
      {seenDifferently.length > 0 && <NamedStrands words={t("first.seenDifferently")} strandIds={seenDifferently} />}
    </div>
  );
};

const NamedStrands = ({ words, strandIds }: { readonly words: string; readonly strandIds: readonly string[] }) => {
  const { instrument } = useOpenVisit();
  return (
    <div>
      <p>{words}</p>
      <ul>
        {strandIds.map((strandId) => (
          <li key={strandId}>{instrument.wording.strands[strandId]?.family}</li>
        ))}
      </ul>
    </div>
  );
};
