import { useTranslation } from "react-i18next";
import { Button } from "../../components/button";
import { useServices } from "../services";

/** Locks this device at once, for whoever puts it down. */
export const LockButton = () => {
  const { t } = useTranslation("lock");
  const { lock } = useServices();
  return (
    <Button weight="quiet" onClick={lock.lockNow}>
      {t("lock")}
    </Button>
  );
};
