import { useTranslation } from "react-i18next";
import type twoVersions from "../../i18n/en-GB/two-versions.json";

export type NameOf = (id: string) => string | undefined;

/** What a field is called on its own page, never how it is stored. */
export const useFieldName = (): ((path: readonly string[]) => string) => {
  const { t, i18n } = useTranslation("two-versions");
  return (path) => {
    const name = path.at(-1) ?? "";
    return i18n.exists(`field.${name}`, { ns: "two-versions" })
      ? t(`field.${name as keyof typeof twoVersions.field}`)
      : t("otherField");
  };
};

/** What a part of a record is about, with the name of the person whose it is. */
export const useSectionTitle = (nameOf: NameOf): ((sectionId: string) => string) => {
  const { t, i18n } = useTranslation("two-versions");
  return (sectionId) => {
    const [kind = "", ...ids] = sectionId.split("/");
    const name = ids.map(nameOf).find((each) => each !== undefined);
    if (kind === "person") return name ?? t("section.someone");
    if (name !== undefined) return t("section.saidBy", { name });
    return i18n.exists(`section.${kind}`, { ns: "two-versions" })
      ? t(`section.${kind as keyof typeof twoVersions.section}`)
      : t("section.other");
  };
};
