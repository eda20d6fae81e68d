import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { unreachable } from "#core/result";
import { NEW_VISIT_FLOOR_BYTES } from "#storage/new-visit-room";
import { useFormat } from "../../i18n/use-format";
import type { CannotBegin } from "./begin-visit";
import styles from "./families.module.css";

/** Why no visit was begun. */
export const CannotBeginNote = ({ problem }: { readonly problem: CannotBegin }) => {
  const { t } = useTranslation("home");
  const format = useFormat();
  const words = (): string => {
    switch (problem.type) {
      case "NoRoom":
        return t("cannotStart.noRoom", {
          size: format.bytes(NEW_VISIT_FLOOR_BYTES),
          free: format.bytes(problem.freeBytes),
        });
      case "BegunElsewhere":
      case "ChangedElsewhere":
        return t("cannotStart.elsewhere");
      case "TooLarge":
      case "QuotaExceeded":
      case "BlockedByOtherTab":
      case "NotSupported":
      case "DatabaseClosed":
      case "Unknown":
        return t("cannotStart.notSaved");
      default:
        return unreachable(problem);
    }
  };
  return (
    <div className={styles.problem} role="alert">
      <p>{words()}</p>
      {problem.type === "NoRoom" && (
        <p>
          <Link to="/settings">{t("cannotStart.seeRoom")}</Link>
        </p>
      )}
    </div>
  );
};
