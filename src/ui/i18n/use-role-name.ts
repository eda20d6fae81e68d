import { useTranslation } from "react-i18next";
import type everywhere from "./en-GB/everywhere.json";

type KnownRole = keyof typeof everywhere.role;

/** Who somebody is to the child, in words; a role of a newer version or another area is shown as it was written. */
export const useRoleName = (): ((role: string) => string) => {
  const { t, i18n } = useTranslation();
  return (role) => (i18n.exists(`role.${role}`) ? t(`role.${role as KnownRole}`) : role);
};
