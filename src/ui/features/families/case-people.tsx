import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Family } from "#core/case/family";
import { peopleOf } from "#core/schema/case";
import { type Person, shownName } from "#core/schema/person";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { VoiceGlyph } from "../../components/voice-glyph";
import { AddPersonForm } from "./add-person-form";
import styles from "./families.module.css";
import { useRoleName } from "../../i18n/use-role-name";
import { useResponsibilityWords } from "./use-responsibility-words";

/** Everyone around the child, with what they are to the child; more can be added at any time. */
export const CasePeople = ({ family }: { readonly family: Family }) => {
  const { t } = useTranslation("families");
  const [isAdding, setIsAdding] = useState(false);
  const people = peopleOf(family.caseBody).filter((person) => person.id !== family.child.id);
  return (
    <Card>
      <h2>{t("case.people")}</h2>
      <ul className={styles.rows}>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {isAdding ? (
        <AddPersonForm
          caseId={family.caseId}
          onDone={() => {
            setIsAdding(false);
          }}
        />
      ) : (
        <div className={styles.actions}>
          <Button
            onClick={() => {
              setIsAdding(true);
            }}
          >
            {t("case.addPerson")}
          </Button>
        </div>
      )}
    </Card>
  );
};

const PersonRow = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("families");
  const { practitioner } = useServices();
  const roleName = useRoleName();
  const responsibilityWords = useResponsibilityWords();
  return (
    <li className={styles.person}>
      <VoiceGlyph shape={person.kind} size={18} />
      <span className={styles.rowName}>
        <strong>
          <bdi>{shownName(person)}</bdi>
        </strong>
        {shownName(person) !== person.name && (
          <span className={styles.soft}>
            <bdi>{person.name}</bdi>
          </span>
        )}
      </span>
      <span className={styles.rowState}>
        <span>{roleName(person.role)}</span>
        {person.kind === "family" && (
          <span className={styles.soft}>{responsibilityWords(person.parentalResponsibility)}</span>
        )}
        {person.id === practitioner.id && <span className={styles.soft}>{t("case.you")}</span>}
      </span>
    </li>
  );
};
