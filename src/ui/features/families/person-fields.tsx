import { useTranslation } from "react-i18next";
import type { UseFormRegisterReturn } from "react-hook-form";
import { ParentalResponsibility, type VoiceKind } from "#core/schema/person";
import { useServices } from "../../app/services";
import { SelectField, TextField } from "../../components/form/text-field";
import type { PersonValues } from "./person-form";
import { useRoleName } from "../../i18n/use-role-name";
import styles from "./form.module.css";

type Field = Exclude<keyof PersonValues, "id">;

interface PersonFieldsProps {
  readonly register: (field: Field) => UseFormRegisterReturn;
  readonly errorOf: (field: Field) => string | undefined;
  /** The role chosen so far: parental responsibility is asked of family and carers only. */
  readonly role: string;
}

const KINDS = ["family", "setting", "practitioner"] as const;

/** Who somebody around the child is. */
export const PersonFields = ({ register, errorOf, role }: PersonFieldsProps) => {
  const { t } = useTranslation("families");
  const { area } = useServices();
  const roleName = useRoleName();
  return (
    <div className={styles.grid}>
      <TextField {...register("name")} label={t("form.personName")} error={errorOf("name")} />
      <TextField {...register("childCalls")} label={t("form.personCalls")} error={errorOf("childCalls")} />
      <SelectField {...register("role")} label={t("form.role")} error={errorOf("role")}>
        <option value="">{t("form.chooseRole")}</option>
        {KINDS.map((kind) => (
          <optgroup key={kind} label={t(`kind.${kind}`)}>
            {area.roles
              .filter((each) => each.kind === kind)
              .map(({ id }) => (
                <option key={id} value={id}>
                  {roleName(id)}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      {kindOfRole(area.roles, role) === "family" && (
        <SelectField {...register("parentalResponsibility")} label={t("responsibilityChoice.label")}>
          {ParentalResponsibility.options.map((each) => (
            <option key={each} value={each}>
              {t(`responsibilityChoice.${each}`)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
};

const kindOfRole = (
  roles: readonly { readonly id: string; readonly kind: VoiceKind }[],
  role: string,
): VoiceKind | undefined => roles.find((each) => each.id === role)?.kind;
