import { useId } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { Setting } from "#core/schema/plan";
import { changeAction, planSectionIds } from "#core/plan/change-plan";
import { useOpenVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { DayField } from "../../components/form/day-field";
import { SelectField, TextArea } from "../../components/form/text-field";
import { AskedField, ChangesField } from "./action-choices";
import { CopiedFrom } from "./copied-from";
import { type Fault, places, useFaultWords } from "./fault-words";
import { IdeaNotes } from "./ideas/idea-notes";
import { WithdrawnNote } from "./ideas/withdrawn-note";
import ideas from "./ideas/ideas.module.css";
import styles from "./plan.module.css";

interface ActionCardProps {
  readonly actionId: string;
  readonly number: number;
  readonly faults: readonly Fault[];
  readonly onRemove: () => void;
}

/** No plan of this product is older; a year before it is a slip of the finger. */
const EARLIEST_FROM = "2020-01-01";

/** One thing to try. The fields hold their own text while it is typed; every change is saved. */
export const ActionCard = ({ actionId, number, faults, onRemove }: ActionCardProps) => {
  const { t } = useTranslation("plan");
  const { store, people, child, strandIds, instrument } = useOpenVisit();
  const faultWords = useFaultWords();
  const headingId = useId();
  const opened = store.get().plan.sections[planSectionIds.action(actionId)];
  if (opened === undefined) return null;

  const change = (changed: Parameters<typeof changeAction>[2]): void => {
    store.change((visit) => changeAction(visit, actionId, changed));
  };
  const withoutWords = faults.find((fault) => fault.type === "ActionWithoutWords" && fault.actionId === actionId);
  const name = shownName(child);
  return (
    <div className={styles.action} role="group" aria-labelledby={headingId}>
      <div className={styles.actionTop}>
        <h3 id={headingId}>{t("try.number", { number })}</h3>
        <Button weight="quiet" aria-label={t("try.removeOf", { number })} onClick={onRemove}>
          {t("try.remove")}
        </Button>
      </div>
      <div className={styles.wide}>
        <TextArea
          label={t("try.what")}
          hint={t("try.whatHint")}
          error={withoutWords === undefined ? undefined : faultWords(withoutWords, store.get())}
          rows={2}
          data-place={places.actionWhat(actionId)}
          defaultValue={opened.what}
          onChange={(event) => {
            change({ what: event.currentTarget.value });
          }}
        />
      </div>
      <div className={styles.wide}>
        <CopiedFrom sectionId={planSectionIds.action(actionId)} />
      </div>
      {opened.idea !== undefined && (
        <div className={`${styles.wide} ${ideas.kept}`}>
          <p className={styles.quiet}>{t("ideas.kept")}</p>
          <WithdrawnNote idea={opened.idea} />
          <IdeaNotes idea={opened.idea} />
        </div>
      )}
      <SelectField
        label={t("try.strand")}
        defaultValue={opened.strandId}
        onChange={(event) => {
          change({ strandId: event.currentTarget.value });
        }}
      >
        <option value="">{t("try.strandNone")}</option>
        {strandIds.map((strandId) => (
          <option key={strandId} value={strandId}>
            {instrument.wording.strands[strandId]?.family}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("try.where")}
        defaultValue={opened.setting}
        onChange={(event) => {
          const setting = Setting.safeParse(event.currentTarget.value);
          change({ setting: setting.success ? setting.data : "" });
        }}
      >
        <option value="">{t("try.notSaid")}</option>
        {Setting.options.map((setting) => (
          <option key={setting} value={setting}>
            {t(`setting.${setting}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("try.who")}
        defaultValue={opened.whoId}
        onChange={(event) => {
          change({ whoId: event.currentTarget.value });
        }}
      >
        <option value="">{t("try.notSaid")}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {shownName(person)}
          </option>
        ))}
      </SelectField>
      <DayField
        label={t("try.from")}
        earliest={EARLIEST_FROM}
        noDay={t("review.noDay")}
        tooEarly={t("review.checkDay")}
        defaultDay={opened.from}
        onDay={(from) => {
          change({ from });
        }}
      />
      <AskedField actionId={actionId} />
      <ChangesField actionId={actionId} fault={faults.some(({ type }) => type === "NothingAdultsChange")} />
      <TextArea
        label={t("try.howWeKnow")}
        hint={t("try.howWeKnowHint", { name })}
        rows={2}
        defaultValue={opened.howWeKnow}
        onChange={(event) => {
          change({ howWeKnow: event.currentTarget.value });
        }}
      />
      <TextArea
        label={t("try.childThinks", { name })}
        hint={t("try.childThinksHint", { name })}
        rows={2}
        defaultValue={opened.childThinks}
        onChange={(event) => {
          change({ childThinks: event.currentTarget.value });
        }}
      />
    </div>
  );
};
