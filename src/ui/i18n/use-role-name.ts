import { useTranslation } from "react-i18next";
import type common from "./en-GB/common.json";

type KnownRole = keyof typeof common.role;

/** Who somebody is to the child, in words; a role of a newer version or another area is shown as it was written. */
export const useRoleName = (): ((role: string) => string) => {
  const { t, i18n } = useTranslation();
  return (role) => (i18n.exists(`role.${role}`) ? t(`role.${role as KnownRole}`) : role);
};
