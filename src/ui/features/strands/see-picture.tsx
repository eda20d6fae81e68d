import { useTranslation } from "react-i18next";
import { useVisitPath } from "../../app/visit/open-visit";
import { ButtonLink } from "../../components/button-link";

/** The way to the picture, which asks by itself where somebody here has still to mark. */
export const SeePicture = ({ weight }: { readonly weight: "main" | "plain" }) => {
  const { t } = useTranslation("strands");
  const path = useVisitPath();
  return (
    <ButtonLink weight={weight} to={path("picture")}>
      {t("seePicture")}
    </ButtonLink>
  );
};
