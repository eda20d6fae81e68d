import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import type { DifferentView } from "#core/schema/visit";
import { addView, changeView, finishingIn, putBackView, removeView } from "#core/visit/finishing";
import { useServices } from "../../app/services";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { SelectField, TextArea, TextField } from "../../components/form/text-field";
import { type Fault, places, useFaultWords } from "./fault-words";
import { useFocusNext } from "./focus-place";
import styles from "./plan.module.css";
import { TakenOutNote } from "./taken-out";

const asIds = (joined: string): readonly string[] => (joined === "" ? [] : joined.split(" "));

/** Who sees some of it differently, where, and in their words: as many as there are. */
export const DifferentViews = ({ faults }: { readonly faults: readonly Fault[] }) => {
  const { t } = useTranslation("plan");
  const { ids } = useServices();
  const { store } = useOpenVisit();
  const viewIds = asIds(
    useVisit((visit) =>
      finishingIn(visit)
        .views.map(({ id }) => id)
        .join(" "),
    ),
  );
  const [removed, setRemoved] = useState<DifferentView | null>(null);
  const focusNext = useFocusNext();
  const nothingWritten = faults.some(({ type }) => type === "NoDifferentView");
  return (
    <div className={styles.views}>
      <h3>{t("finish.views")}</h3>
      {nothingWritten && <p className={styles.error}>{t("fault.NoDifferentView")}</p>}
      {viewIds.map((viewId, index) => (
        <ViewRow
          key={viewId}
          viewId={viewId}
          number={index + 1}
          faults={faults}
          onRemove={() => {
            setRemoved(finishingIn(store.get()).views.find(({ id }) => id === viewId) ?? null);
            store.change((visit) => removeView(visit, viewId));
          }}
        />
      ))}
      {removed !== null && (
        <TakenOutNote
          key={removed.id}
          words={t("finish.removedView")}
          onUndo={() => {
            setRemoved(null);
            store.change((visit) => putBackView(visit, removed));
            focusNext(places.viewWords(removed.id));
          }}
        />
      )}
      <p>
        <Button
          data-place={places.addView}
          onClick={() => {
            const viewId = ids.next();
            store.change((visit) => addView(visit, viewId));
            focusNext(places.viewPerson(viewId));
          }}
        >
          {t("finish.addView")}
        </Button>
      </p>
    </div>
  );
};

interface ViewRowProps {
  readonly viewId: string;
  readonly number: number;
  readonly faults: readonly Fault[];
  readonly onRemove: () => void;
}

const ViewRow = ({ viewId, number, faults, onRemove }: ViewRowProps) => {
  const { t } = useTranslation("plan");
  const { t: common } = useTranslation();
  const { store, people } = useOpenVisit();
  const faultWords = useFaultWords();
  const headingId = useId();
  const opened = finishingIn(store.get()).views.find(({ id }) => id === viewId);
  if (opened === undefined) return null;
  const change = (changed: Partial<DifferentView>): void => {
    store.change((visit) => changeView(visit, viewId, changed));
  };
  const faultOf = (type: "ViewWithoutPerson" | "ViewWithoutWords"): string | undefined => {
    const fault = faults.find((each) => each.type === type && each.viewId === viewId);
    return fault === undefined ? undefined : faultWords(fault, store.get());
  };
  return (
    <div className={styles.action} role="group" aria-labelledby={headingId}>
      <div className={styles.actionTop}>
        <h4 id={headingId}>{t("finish.viewNumber", { number })}</h4>
        <Button weight="quiet" aria-label={t("finish.removeView", { number })} onClick={onRemove}>
          {common("remove")}
        </Button>
      </div>
      <SelectField
        label={t("finish.who")}
        error={faultOf("ViewWithoutPerson")}
        data-place={places.viewPerson(viewId)}
        defaultValue={opened.personId}
        onChange={(event) => {
          change({ personId: event.currentTarget.value });
        }}
      >
        <option value="">{t("finish.choosePerson")}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {shownName(person)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t("finish.where")}
        hint={t("finish.whereHint")}
        maxLength={500}
        defaultValue={opened.where}
        onChange={(event) => {
          change({ where: event.currentTarget.value });
        }}
      />
      <div className={styles.wide}>
        <TextArea
          label={t("finish.words")}
          error={faultOf("ViewWithoutWords")}
          data-place={places.viewWords(viewId)}
          defaultValue={opened.words}
          onChange={(event) => {
            change({ words: event.currentTarget.value });
          }}
        />
      </div>
    </div>
  );
};
