import { useTranslation } from "react-i18next";
import { PlainDate } from "#core/schema/plain-date";
import { useFormat } from "../../i18n/use-format";
import { useRoleName } from "../../i18n/use-role-name";
import type twoVersions from "../../i18n/en-GB/two-versions.json";
import styles from "./two-versions.module.css";
import type { NameOf } from "./use-field-words";

interface ValueWordsProps {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly nameOf: NameOf;
}

/** A value as people say it; what this screen has no words for says so, and never shows how it is written inside. */
export const ValueWords = ({ path, value, nameOf }: ValueWordsProps) => {
  const { t } = useTranslation("two-versions");
  const words = useValueWords(nameOf)(path, value);
  if (words === undefined) return <span className={styles.quiet}>{t("noWords")}</span>;
  if (words === "") return <span className={styles.quiet}>{t("empty")}</span>;
  return (
    <span dir="auto" className={styles.said}>
      {words}
    </span>
  );
};

/** The words of a value: empty where nothing is written, undefined where there are none for it. */
export const useValueWords = (nameOf: NameOf) => {
  const { t, i18n } = useTranslation("two-versions");
  const format = useFormat();
  const roleName = useRoleName();
  return (path: readonly string[], value: unknown): string | undefined => {
    const field = path.at(-1) ?? "";
    if (value === undefined || value === "") return "";
    if (typeof value === "boolean") return t(value ? "value.yes" : "value.no");
    if (Array.isArray(value)) {
      const names = value.map((each) => (typeof each === "string" ? nameOf(each) : undefined));
      return names.every((name) => name !== undefined) ? format.names(names) : undefined;
    }
    if (typeof value !== "string") return undefined;
    if (FREE.has(field)) return value;
    if (field === "role") return roleName(value);
    if (PlainDate.safeParse(value).success) return format.longDay(value);
    if (field === "at") return format.timeOfDay(value);
    const key = `value.${value}`;
    return i18n.exists(key, { ns: "two-versions" })
      ? t(`value.${value as keyof typeof twoVersions.value}`)
      : nameOf(value);
  };
};

/** The fields that hold what somebody wrote. */
const FREE: ReadonlySet<string> = new Set([
  ...["words", "what", "why", "reason", "loves", "easier", "goesWell", "harder", "helps", "takesOut", "childWish"],
  ...["capacityHelp", "howCloseWords", "howWeKnow", "childThinks", "nextWords", "notFor", "checkWith", "stopIf"],
  ...["name", "childCalls", "spoken", "read", "signed", "where", "languageToday"],
]);
