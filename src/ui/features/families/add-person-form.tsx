import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { withPerson } from "#core/case/change-case";
import type { Id } from "#core/schema/ids";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import styles from "./form.module.css";
import { PersonFields } from "./person-fields";
import { emptyPerson, PersonForm, type PersonValues, personFrom, type TypedPerson } from "./person-form";
import { useAmend } from "./use-amend";
import { useFaultWords } from "./use-fault-words";

interface AddPersonFormProps {
  readonly caseId: Id;
  readonly onDone: () => void;
}

/** Adds one person to a record that is already saved. */
export const AddPersonForm = ({ caseId, onDone }: AddPersonFormProps) => {
  const { t } = useTranslation("families");
  const { t: common } = useTranslation();
  const { ids, area } = useServices();
  const faultWords = useFaultWords();
  const { amend, isSaving, hasFailed } = useAmend(caseId);
  const form = useForm<PersonValues, unknown, TypedPerson>({
    defaultValues: emptyPerson(ids.next()),
    resolver: zodResolver(PersonForm),
  });
  const { errors } = form.formState;
  const role = useWatch({ control: form.control, name: "role" });
  const save = form.handleSubmit((typed) => {
    amend((body) => withPerson(body, personFrom(typed, area)), onDone);
  });
  return (
    <form
      className={styles.inset}
      noValidate
      aria-label={t("case.addPerson")}
      onSubmit={(event) => {
        void save(event);
      }}
    >
      <PersonFields
        register={(field) => form.register(field)}
        errorOf={(field) => faultWords(errors[field]?.message)}
        role={role}
      />
      {hasFailed && <p role="alert">{t("case.notSaved")}</p>}
      <div className={styles.actions}>
        <Button type="submit" disabled={isSaving}>
          {t("case.saveNewPerson")}
        </Button>
        <Button weight="quiet" onClick={onDone}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
};
