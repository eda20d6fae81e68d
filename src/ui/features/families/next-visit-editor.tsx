import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { withNextVisit, withoutNextVisit } from "#core/case/change-case";
import type { Family } from "#core/case/family";
import { type NextVisit, peopleOf } from "#core/schema/case";
import { shownName } from "#core/schema/person";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import styles from "./form.module.css";
import { LONGEST_WHERE, nextVisitForm, type NextVisitValues, NO_VISIT } from "./next-visit-form";
import { NextVisitFields } from "./next-visit-fields";
import { useAmend } from "./use-amend";
import { useFaultWords } from "./use-fault-words";

interface NextVisitEditorProps {
  readonly family: Family;
  readonly onDone: () => void;
}

/** Sets or changes the next visit of a record that is already saved. */
export const NextVisitEditor = ({ family: { caseId, caseBody, child }, onDone }: NextVisitEditorProps) => {
  const { t } = useTranslation("families");
  const { t: common } = useTranslation();
  const { today } = useServices();
  const faultWords = useFaultWords();
  const { amend, isSaving, hasFailed } = useAmend(caseId);
  const form = useForm<NextVisitValues, unknown, NextVisit | undefined>({
    defaultValues: valuesOf(caseBody.sections["next-visit"]),
    resolver: zodResolver(nextVisitForm(today())),
  });
  const { errors } = form.formState;
  const save = form.handleSubmit((nextVisit) => {
    amend((body) => (nextVisit === undefined ? withoutNextVisit(body) : withNextVisit(body, nextVisit)), onDone);
  });
  return (
    <form
      className={styles.stack}
      noValidate
      aria-label={t("case.nextVisit")}
      onSubmit={(event) => {
        void save(event);
      }}
    >
      <NextVisitFields
        register={(field) => form.register(field, { deps: ["on"] })}
        errorOf={(field) => faultWords(errors[field]?.message, LONGEST_WHERE)}
        today={today()}
        people={peopleOf(caseBody)
          .filter((person) => person.id !== child.id)
          .map((person) => ({ id: person.id, name: shownName(person) }))}
      />
      {hasFailed && <p role="alert">{t("case.notSaved")}</p>}
      <div className={styles.actions}>
        <Button type="submit" disabled={isSaving}>
          {t("case.saveVisit")}
        </Button>
        <Button weight="quiet" onClick={onDone}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
};

const valuesOf = (nextVisit: NextVisit | undefined): NextVisitValues => {
  if (nextVisit === undefined) return NO_VISIT;
  const { on, at, where, withPersonIds } = nextVisit;
  return { on, at, where, withPersonIds };
};
