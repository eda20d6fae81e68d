import { useTranslation } from "react-i18next";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { ButtonLink } from "../../components/button-link";
import { AreaHeld } from "./area-held";
import styles from "./held.module.css";
import { OwnHeld } from "./own-held";

/** What the server holds safely: one's own, and for the records keeper what is held in the area. */
export const HeldScreen = () => {
  const { t } = useTranslation("held");
  const { t: common } = useTranslation();
  const { practitioner } = useServices();
  return (
    <>
      <HomeHeader />
      <main id="main" className={layout.narrow}>
        <div>
          <PageHeading>{t("title")}</PageHeading>
          <p className={styles.soft}>{t("intro")}</p>
        </div>
        {practitioner.role === "custodian" && <AreaHeld />}
        <OwnHeld />
        <p>
          <ButtonLink to="/settings">{common("back")}</ButtonLink>
        </p>
      </main>
    </>
  );
};
