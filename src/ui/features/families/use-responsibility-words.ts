import { useTranslation } from "react-i18next";
import { ParentalResponsibility } from "#core/schema/person";

/** Parental responsibility in words; what a newer version wrote is shown as it was written. */
export const useResponsibilityWords = (): ((responsibility: string) => string) => {
  const { t } = useTranslation("families");
  return (responsibility) => {
    const known = ParentalResponsibility.safeParse(responsibility);
    return known.success ? t(`responsibility.${known.data}`) : responsibility;
  };
};
