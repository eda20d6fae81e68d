import { useTranslation } from "react-i18next";
import { type CaseBody, type NextVisit, peopleOf } from "#core/schema/case";
import { shownName } from "#core/schema/person";
import styles from "./families.module.css";
import { NameList } from "./name-list";

interface VisitDetailsProps {
  readonly caseBody: CaseBody;
  readonly nextVisit: NextVisit;
}

/** With whom and where; what is not said takes no room. */
export const VisitDetails = ({ caseBody, nextVisit: { withPersonIds, where } }: VisitDetailsProps) => {
  const { t } = useTranslation("home");
  const names = peopleOf(caseBody)
    .filter((person) => withPersonIds.includes(person.id))
    .map(shownName);
  if (names.length === 0 && where === "") return null;
  return (
    <dl className={styles.details}>
      {names.length > 0 && (
        <div>
          <dt>{t("with")}</dt>
          <dd>
            <NameList names={names} />
          </dd>
        </div>
      )}
      {where !== "" && (
        <div>
          <dt>{t("where")}</dt>
          <dd>
            <bdi>{where}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
};
