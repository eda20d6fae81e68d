import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useServices } from "../../app/services";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { type FamilyValues, MOST_PEOPLE } from "./family-form";
import styles from "./form.module.css";
import { PersonFields } from "./person-fields";
import { emptyPerson } from "./person-form";
import { useFaultWords } from "./use-fault-words";

/** Everyone around the child, a row each; whoever writes this down is added without being asked. */
export const FamilyPeople = () => {
  const { t } = useTranslation("families");
  const { ids } = useServices();
  const { control, getValues, setValue } = useFormContext<FamilyValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "people", keyName: "rowKey" });
  const removeAt = (index: number): void => {
    const gone = getValues(`people.${index}.id`);
    remove(index);
    const coming = getValues("nextVisit.withPersonIds");
    setValue(
      "nextVisit.withPersonIds",
      coming.filter((id) => id !== gone),
    );
  };
  return (
    <Card>
      <h2>{t("form.people")}</h2>
      <p className={styles.soft}>{t("form.peopleHint")}</p>
      {fields.map((field, index) => (
        <PersonRow
          key={field.rowKey}
          index={index}
          onRemove={() => {
            removeAt(index);
          }}
        />
      ))}
      {fields.length < MOST_PEOPLE && (
        <div className={styles.actions}>
          <Button
            onClick={() => {
              append(emptyPerson(ids.next()), { focusName: `people.${fields.length}.name` });
            }}
          >
            {t("form.addPerson")}
          </Button>
        </div>
      )}
    </Card>
  );
};

const PersonRow = ({ index, onRemove }: { readonly index: number; readonly onRemove: () => void }) => {
  const { t } = useTranslation("families");
  const faultWords = useFaultWords();
  const {
    control,
    register,
    formState: { errors },
  } = useFormContext<FamilyValues>();
  const [name, role] = useWatch({ control, name: [`people.${index}.name`, `people.${index}.role`] });
  const number = index + 1;
  return (
    <fieldset className={styles.personRow}>
      <legend>{t("form.personNumber", { number })}</legend>
      <PersonFields
        register={(field) => register(`people.${index}.${field}`)}
        errorOf={(field) => faultWords(errors.people?.[index]?.[field]?.message)}
        role={role}
      />
      <div className={styles.actions}>
        <Button
          weight="quiet"
          onClick={onRemove}
          aria-label={name.trim() === "" ? t("form.removePersonNumber", { number }) : t("form.removePerson", { name })}
        >
          {t("form.remove")}
        </Button>
      </div>
    </fieldset>
  );
};
