import { useFormContext, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import type { AmendmentFault } from "#core/visit/amendments";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";
import { Card } from "../../components/card";
import { ChoiceGroup } from "../../components/form/choice-group";
import { TextArea } from "../../components/form/text-field";
import { TickCard } from "../../components/form/tick-card";
import { WhoShouldNotSee } from "../../components/form/who-should-not-see";
import { VoiceGlyph } from "../../components/voice-glyph";
import { useRoleName } from "../../i18n/use-role-name";
import { type AmendmentValues, FIELD_OF } from "./amendment-form";
import styles from "./amendments.module.css";

/** The fields, in the order in which people tell it. While it is being added, nothing more can be typed. */
export const AmendFields = ({ isAdding }: { readonly isAdding: boolean }) => {
  const { t } = useTranslation("amendments");
  const { register } = useFormContext<AmendmentValues>();
  const faultOf = useFaultOf();
  return (
    <Card>
      <div className={styles.fields}>
        <TextArea
          label={t("form.what")}
          hint={t("form.whatHint")}
          error={faultOf("WhatMissing")}
          readOnly={isAdding}
          {...register("what")}
        />
        <WhoSaysSo error={faultOf("WhoMissing")} />
        <TextArea
          label={t("form.why")}
          hint={t("form.whyHint")}
          error={faultOf("WhyMissing")}
          readOnly={isAdding}
          {...register("why")}
        />
        <WhoNot />
      </div>
    </Card>
  );
};

const useFaultOf = () => {
  const { t } = useTranslation("amendments");
  const {
    formState: { errors },
  } = useFormContext<AmendmentValues>();
  return (type: AmendmentFault["type"]): string | undefined =>
    errors[FIELD_OF[type]] === undefined ? undefined : t(`fault.${type}`);
};

const WhoSaysSo = ({ error }: { readonly error: string | undefined }) => {
  const { t } = useTranslation("amendments");
  const { people } = useOpenVisit();
  const { register } = useFormContext<AmendmentValues>();
  const roleName = useRoleName();
  return (
    <ChoiceGroup legend={t("form.who")} error={error}>
      <div className={styles.people}>
        {people.map((person) => {
          const [name, role] = [shownName(person), roleName(person.role)];
          return (
            <TickCard
              key={person.id}
              type="radio"
              value={person.id}
              glyph={<VoiceGlyph shape={person.kind} size={20} />}
              note={name === role ? undefined : role}
              {...register("byId")}
            >
              <bdi>{name}</bdi>
            </TickCard>
          );
        })}
      </div>
    </ChoiceGroup>
  );
};

/** Neither the one who says so nor the one who writes it down can be kept from it. */
const WhoNot = () => {
  const { t } = useTranslation("amendments");
  const { practitioner } = useServices();
  const { people } = useOpenVisit();
  const { control, setValue } = useFormContext<AmendmentValues>();
  const [byId, hiddenFrom] = useWatch({ control, name: ["byId", "hiddenFrom"] });
  const others = people.filter(({ id }) => id !== byId && id !== practitioner.id);
  return (
    <WhoShouldNotSee
      title={t("form.hide")}
      hint={t("form.hideHint")}
      people={others.map((person) => ({ id: person.id, name: shownName(person) }))}
      chosenIds={hiddenFrom}
      onChange={(chosenIds) => {
        setValue("hiddenFrom", [...chosenIds]);
      }}
    />
  );
};
