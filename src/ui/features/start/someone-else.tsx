import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useId, useState } from "react";
import { useForm, useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ParentalResponsibility, Person, PersonName, shownName } from "#core/schema/person";
import type { Area } from "../../app/area";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { SelectField, TextField } from "../../components/form/text-field";
import { useRoleName } from "../../i18n/use-role-name";
import { addToRecord } from "./add-to-record";
import type { StartValues } from "./start-values";
import styles from "./start.module.css";

/** Someone who is in the room and not on the record: added there and ticked here, without leaving the visit. */
export const SomeoneElse = () => {
  const { t } = useTranslation("start");
  const [adding, setAdding] = useState(false);
  const openerId = useId();
  return (
    <>
      <div>
        <Button
          id={openerId}
          aria-expanded={adding}
          onClick={() => {
            setAdding(!adding);
          }}
        >
          {t("here.someoneElse")}
        </Button>
      </div>
      {adding && (
        <NewcomerForm
          onDone={() => {
            setAdding(false);
            document.getElementById(openerId)?.focus();
          }}
        />
      )}
    </>
  );
};

const Newcomer = z.object({
  name: PersonName,
  childCalls: z.string().trim().max(80),
  role: z.string().min(1, { error: "role-missing" }),
  parentalResponsibility: ParentalResponsibility,
});
type Newcomer = z.infer<typeof Newcomer>;

const ERRORS = {
  "name-missing": "here.nameMissing",
  "name-too-long": "here.nameTooLong",
  "name-control-characters": "here.nameLetters",
  "role-missing": "here.roleMissing",
} as const;

const NewcomerForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useTranslation("start");
  const { t: common } = useTranslation();
  const { area } = useServices();
  const { child } = useOpenVisit();
  const roleName = useRoleName();
  const { add, failed } = useAdding(onDone);
  const { control, register, handleSubmit, setFocus, formState } = useForm<Newcomer>({
    defaultValues: { name: "", childCalls: "", role: "", parentalResponsibility: "not-known" },
    resolver: zodResolver(Newcomer),
  });
  useEffect(() => {
    setFocus("name");
  }, [setFocus]);
  const role = useWatch({ control, name: "role" });
  const error = (field: "name" | "role"): string | undefined => {
    const message = formState.errors[field]?.message;
    const known = Object.entries(ERRORS).find(([each]) => each === message)?.[1];
    return known === undefined ? undefined : t(known);
  };
  return (
    <form
      className={styles.newcomer}
      aria-label={t("here.addTitle")}
      noValidate
      onSubmit={(event) => void handleSubmit(add)(event)}
    >
      <div>
        <h3>{t("here.addTitle")}</h3>
        <p className={styles.quiet}>{t("here.addKept", { name: shownName(child) })}</p>
      </div>
      {failed && <p role="alert">{t("here.notAdded")}</p>}
      <div className={styles.two}>
        <TextField label={t("here.addName")} maxLength={80} error={error("name")} {...register("name")} />
        <TextField
          label={t("here.addCalled", { name: shownName(child) })}
          hint={t("here.addCalledHint")}
          maxLength={80}
          {...register("childCalls")}
        />
        <SelectField label={t("here.addRole", { name: shownName(child) })} error={error("role")} {...register("role")}>
          <option value="">{t("here.addRoleChoose")}</option>
          {area.roles.map(({ id }) => (
            <option key={id} value={id}>
              {roleName(id)}
            </option>
          ))}
        </SelectField>
        {kindOf(area, role) === "family" && (
          <SelectField label={t("here.addParental")} {...register("parentalResponsibility")}>
            {ParentalResponsibility.options.map((each) => (
              <option key={each} value={each}>
                {t(`here.parental.${each}`)}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <div className={styles.row}>
        <Button type="submit" disabled={formState.isSubmitting}>
          {t("here.add")}
        </Button>
        <Button weight="quiet" onClick={onDone}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
};

const useAdding = (onDone: () => void) => {
  const services = useServices();
  const { caseId } = useOpenVisit();
  const { setValue } = useFormContext<StartValues>();
  const [failed, setFailed] = useState(false);
  const add = async (newcomer: Newcomer): Promise<void> => {
    const person = Person.parse({ ...newcomer, id: services.ids.next(), kind: kindOf(services.area, newcomer.role) });
    const added = await addToRecord(services, caseId, person);
    setFailed(!added.ok);
    if (!added.ok) return;
    setValue(`here.present.${person.id}`, true);
    onDone();
  };
  return { add, failed };
};

const kindOf = (area: Area, role: string): Person["kind"] | undefined => area.roles.find(({ id }) => id === role)?.kind;
