import { useTranslation } from "react-i18next";
import { chooseStrand, hasRoomForStrand, isLeftOut } from "#core/visit/visit-length";
import { useOpenVisit } from "../../app/visit/open-visit";
import { useFrame } from "../../app/visit/visit-length";
import { Button } from "../../components/button";
import styles from "./strand.module.css";

/** Says of a strand that was left out of today's worry that it is open all the same, and takes it in if people want. */
export const LeftOut = ({ strandId }: { readonly strandId: string }) => {
  const { t } = useTranslation("length");
  const { store, strandIds } = useOpenVisit();
  const frame = useFrame();
  if (!isLeftOut({ frame }, strandIds, strandId)) return null;
  return (
    <div className={styles.leftOut}>
      <p>{t("leftOut")}</p>
      {hasRoomForStrand({ frame }) && (
        <Button
          onClick={() => {
            store.change((visit) => chooseStrand(visit, strandId, true));
          }}
        >
          {t("add")}
        </Button>
      )}
    </div>
  );
};
