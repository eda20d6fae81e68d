import { useTranslation } from "react-i18next";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import { ButtonLink } from "../../components/button-link";
import { MakeCard } from "./make-card";
import { PutBackCard } from "./put-back-card";
import styles from "../../app/rescue/rescue.module.css";

/** A sealed file of what is on this device: to make one, and to put one back. */
export const RescueScreen = () => {
  const { t } = useTranslation("rescue");
  const { t: common } = useTranslation();
  return (
    <>
      <HomeHeader />
      <main id="main" className={layout.narrow}>
        <div>
          <PageHeading>{t("title")}</PageHeading>
          <p className={styles.soft}>{t("intro")}</p>
        </div>
        <MakeCard />
        <PutBackCard />
        <p>
          <ButtonLink to="/settings">{common("back")}</ButtonLink>
        </p>
      </main>
    </>
  );
};
