import { useTranslation } from "react-i18next";
import type families from "../../i18n/en-GB/families.json";

/** Puts the code of what is wrong with a field into words. */
export const useFaultWords = () => {
  const { t, i18n } = useTranslation("families");
  return (code: string | undefined, most = 80): string | undefined => {
    if (code === undefined) return undefined;
    const known = i18n.exists(`families:fault.${code}`) ? code : "not-valid";
    return t(`fault.${known as keyof typeof families.fault}`, { most });
  };
};
