import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { type Chosen, SOMEBODY_ELSE, toggled } from "./choosing";
import styles from "./paper.module.css";
import type { CanBePrinted } from "./use-blank-set";

interface WhatToPrintProps {
  readonly from: CanBePrinted;
  readonly chosen: Chosen;
  readonly onChoose: (change: Partial<Chosen>) => void;
}

/** The few things that are chosen for a set: the age, the parts, and whose lines. */
export const WhatToPrint = ({ from, chosen, onChoose }: WhatToPrintProps) => (
  <Card>
    <Bands from={from} chosen={chosen} onChoose={onChoose} />
    <Parts from={from} chosen={chosen} onChoose={onChoose} />
    {chosen.lines && <Whose from={from} chosen={chosen} onChoose={onChoose} />}
  </Card>
);

const Bands = ({ from, chosen, onChoose }: WhatToPrintProps) => {
  const { t } = useTranslation("paper");
  const { t: common } = useTranslation();
  return (
    <ChoiceGroup legend={t("band")} hint={t("bandHint")} flow="row">
      {from.instrument.structure.bands.map((band) => (
        <Choice
          key={band}
          type="radio"
          name="band"
          checked={chosen.band === band}
          onChange={() => {
            onChoose({ band });
          }}
        >
          {common(`band.${band}`)}
          {band === from.offeredBand && <span className={styles.quiet}> ({t("offered")})</span>}
        </Choice>
      ))}
    </ChoiceGroup>
  );
};

const Parts = ({ from, chosen, onChoose }: WhatToPrintProps) => {
  const { t } = useTranslation("paper");
  return (
    <ChoiceGroup legend={t("parts")} flow="row">
      <Choice
        type="checkbox"
        checked={chosen.lines}
        onChange={() => {
          onChoose({ lines: !chosen.lines });
        }}
      >
        {t("part.lines")}
      </Choice>
      {from.pages.map(({ structure, wording }) => (
        <Choice
          key={structure.id}
          type="checkbox"
          checked={chosen.pageIds.includes(structure.id)}
          onChange={() => {
            onChoose({ pageIds: toggled(chosen.pageIds, structure.id) });
          }}
        >
          {wording.title}
        </Choice>
      ))}
      <Choice
        type="checkbox"
        checked={chosen.plan}
        onChange={() => {
          onChoose({ plan: !chosen.plan });
        }}
      >
        {t("part.plan")}
      </Choice>
    </ChoiceGroup>
  );
};

const Whose = ({ from, chosen, onChoose }: WhatToPrintProps) => {
  const { t } = useTranslation("paper");
  const toggle = (id: string): void => {
    onChoose({ whoseIds: toggled(chosen.whoseIds, id) });
  };
  return (
    <ChoiceGroup legend={t("whose")} hint={t("whoseHint")} flow="row">
      {from.people.map((person) => (
        <Choice
          key={person.id}
          type="checkbox"
          checked={chosen.whoseIds.includes(person.id)}
          onChange={() => {
            toggle(person.id);
          }}
        >
          <bdi>{shownName(person)}</bdi>
        </Choice>
      ))}
      <Choice
        type="checkbox"
        checked={chosen.whoseIds.includes(SOMEBODY_ELSE)}
        onChange={() => {
          toggle(SOMEBODY_ELSE);
        }}
      >
        {t("somebodyElse")} <span className={styles.quiet}>({t("somebodyElseNote")})</span>
      </Choice>
    </ChoiceGroup>
  );
};
