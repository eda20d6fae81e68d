import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { nameInitials } from "#core/case/name-initials";
import { type Person, shownName } from "#core/schema/person";
import { Button } from "../../components/button";
import { useServices } from "../services";
import { readUnsent, type Unsent } from "./read-unsent";
import styles from "./unsent-list.module.css";

interface UnsentListProps {
  /** With one child's family at the table that child may be named; elsewhere initials stand until somebody asks. */
  readonly names: "initials" | "called";
}

/** Names everything that is on this device alone, for somebody who is about to leave it. Nothing where all was sent. */
export const UnsentList = ({ names }: UnsentListProps) => {
  const { t } = useTranslation("unsent");
  const all = useUnsent();
  const [showsNames, setShowsNames] = useState(names === "called");
  if (all === "reading") return null;
  if (all === "failed") return <p role="alert">{t("failed")}</p>;
  if (all.length === 0) return <p>{t("allSent")}</p>;
  const nameOf = (child: Person): string => (showsNames ? shownName(child) : nameInitials(child.name));
  return (
    <section className={styles.unsent} aria-label={t("title")}>
      <p>{t("title")}</p>
      <ul className={styles.list}>
        {all.map(({ child, states }, index) => (
          <li key={child?.id ?? index}>
            <bdi className={styles.name}>{child === undefined ? t("nobodyYet") : nameOf(child)}</bdi>
            <span>{states.map((state) => t(`states.${state}`)).join(" · ")}</span>
          </li>
        ))}
      </ul>
      {names === "initials" && all.some(({ child }) => child !== undefined) && (
        <p>
          <Button
            weight="quiet"
            onClick={() => {
              setShowsNames(!showsNames);
            }}
          >
            {t(showsNames ? "hideNames" : "showNames")}
          </Button>
        </p>
      )}
    </section>
  );
};

const useUnsent = (): readonly Unsent[] | "reading" | "failed" => {
  const services = useServices();
  const [all, setAll] = useState<readonly Unsent[] | "reading" | "failed">("reading");
  useEffect(() => {
    const ending = new AbortController();
    void readUnsent(services).then((read) => {
      if (!ending.signal.aborted) setAll(read.ok ? read.value : "failed");
    });
    return () => {
      ending.abort();
    };
  }, [services]);
  return all;
};
