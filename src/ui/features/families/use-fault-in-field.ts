import { useTranslation } from "react-i18next";
import { LONGEST_WHERE } from "./next-visit-form";
import type { FieldFault } from "./list-faults";
import type { PersonValues } from "./person-form";
import { MOST_PEOPLE } from "./family-form";
import { useFaultWords } from "./use-fault-words";

/** A fault as the summary on top says it: which field, and what about it. */
export const useFaultInField = () => {
  const { t } = useTranslation("families");
  const faultWords = useFaultWords();

  const fieldName = (path: string, people: readonly PersonValues[]): string => {
    const [section = "", field = "", inPerson = ""] = path.split(".");
    switch (section) {
      case "child":
        return field === "calls" ? t("form.childCalls") : t("form.childName");
      case "born":
        return t("form.born");
      case "languages":
        return t("form.languages");
      case "people":
        return inPerson === "" ? t("form.people") : personName(Number(field), people);
      case "nextVisit":
        return t("form.nextVisit");
      default:
        return t("form.madeUpTitle");
    }
  };
  const personName = (index: number, people: readonly PersonValues[]): string =>
    people[index]?.name.trim().slice(0, 80) || t("form.personNumber", { number: index + 1 });

  return ({ path, code }: FieldFault, people: readonly PersonValues[]): string =>
    t("form.in", { field: fieldName(path, people), message: faultWords(code, mostOf(path)) });
};

const mostOf = (path: string): number => {
  if (path === "people") return MOST_PEOPLE;
  return path === "nextVisit.where" ? LONGEST_WHERE : 80;
};
