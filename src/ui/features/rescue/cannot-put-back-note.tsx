import { useTranslation } from "react-i18next";
import { unreachable } from "#core/result";
import { useServices } from "../../app/services";
import type { CannotPutFileBack } from "./put-back-file";
import styles from "../../app/rescue/rescue.module.css";

/** Why nothing came back, with the place and the reason where there are such. */
export const CannotPutBackNote = ({ error }: { readonly error: CannotPutFileBack }) => {
  const { t } = useTranslation("rescue");
  const { area } = useServices();
  const words = (): string => {
    switch (error.type) {
      case "Stopped":
        return t("back.stopped");
      case "Malformed":
        return t("cannot.Malformed", { path: error.path, reason: error.reason });
      case "PracticeAndReal":
        return t(area.practice ? "cannot.RealToPractice" : "cannot.PracticeToReal");
      case "NotARescueFile":
      case "CutShort":
      case "NewerVersion":
      case "DoesNotOpenIt":
      case "Changed":
      case "AnotherPerson":
      case "QuotaExceeded":
        return t(`cannot.${error.type}`);
      case "BlockedByOtherTab":
      case "NotSupported":
      case "DatabaseClosed":
      case "Unknown":
        return t("cannot.Storage");
      default:
        return unreachable(error);
    }
  };
  return (
    <p className={error.type === "Stopped" ? styles.note : styles.problem} role="alert">
      {words()}
    </p>
  );
};
