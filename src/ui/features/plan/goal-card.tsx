import { useId } from "react";
import { useTranslation } from "react-i18next";
import { changeGoal, goalIn } from "#core/plan/change-plan";
import { shownName } from "#core/schema/person";
import { HOW_CLOSE } from "#core/schema/plan";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { TextArea, TextField } from "../../components/form/text-field";
import { CopiedFrom } from "./copied-from";
import { useFocusNext } from "./focus-place";
import styles from "./plan.module.css";

const FIRST_CHOICE = "goal/how-close";

/** What the child wants, first and in their words, and how close people say they are: words, and nothing counted. */
export const GoalCard = () => {
  const { t } = useTranslation("plan");
  const { store, child } = useOpenVisit();
  const name = shownName(child);
  return (
    <Card aria-labelledby="plan-goal">
      <h2 id="plan-goal">{t("goal.title", { name })}</h2>
      <CopiedFrom sectionId="goal" />
      <div className={styles.short}>
        <TextArea
          label={t("goal.words", { name })}
          hint={t("goal.wordsHint", { name })}
          rows={2}
          defaultValue={goalIn(store.get()).words}
          onChange={(event) => {
            const words = event.currentTarget.value;
            store.change((visit) => changeGoal(visit, { words }));
          }}
        />
      </div>
      <HowClose name={name} />
      <TextField
        label={t("goal.howCloseWords")}
        maxLength={500}
        defaultValue={goalIn(store.get()).howCloseWords}
        onChange={(event) => {
          const howCloseWords = event.currentTarget.value;
          store.change((visit) => changeGoal(visit, { howCloseWords }));
        }}
      />
    </Card>
  );
};

const HowClose = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation("plan");
  const { store } = useOpenVisit();
  const group = useId();
  const focusNext = useFocusNext();
  const howClose = useVisit((visit) => goalIn(visit).howClose);
  const say = (next: string): void => {
    store.change((visit) => changeGoal(visit, { howClose: next }));
  };
  return (
    <div>
      <ChoiceGroup legend={t("goal.howClose")} hint={t("goal.howCloseHint", { name })} flow="row">
        {HOW_CLOSE.map((each) => (
          <Choice
            key={each}
            type="radio"
            name={group}
            {...(each === HOW_CLOSE[0] ? { "data-place": FIRST_CHOICE } : {})}
            checked={howClose === each}
            onChange={() => {
              say(each);
            }}
          >
            {t(`goal.close.${each}`)}
          </Choice>
        ))}
      </ChoiceGroup>
      {howClose !== "" && (
        <Button
          weight="quiet"
          onClick={() => {
            say("");
            focusNext(FIRST_CHOICE);
          }}
        >
          {t("goal.leaveOpen")}
        </Button>
      )}
    </div>
  );
};
