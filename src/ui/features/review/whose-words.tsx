import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isAnythingSaid } from "#core/review/said-in-review";
import type { PersonId } from "#core/schema/ids";
import { type Person, shownName } from "#core/schema/person";
import { useServices } from "../../app/services";
import { useOpenVisit } from "../../app/visit/open-visit";
import { TextArea } from "../../components/form/text-field";
import { WhoShouldNotSee } from "../../components/form/who-should-not-see";
import { VoiceChip, VoiceChips } from "../../components/voice-chip";
import styles from "./review.module.css";
import { useReviewPart, useReviewStore } from "./review-store";

interface WhoseWordsProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly sectionIdOf: (personId: PersonId) => string;
  /** The choice above the words; `say` puts it beside them. */
  readonly choice: (person: Person, sectionId: string) => ReactNode;
  /** What goes into the section with the first word. */
  readonly around?: Readonly<Record<string, unknown>>;
}

/** One person after another, each in their own words. Only one person's words are open at a time. */
export const WhoseWords = ({ label, people, sectionIdOf, choice, around }: WhoseWordsProps) => {
  const [openId, setOpenId] = useState("");
  const open = people.find(({ id }) => id === openId);
  const panelId = useId();
  return (
    <div className={styles.whose}>
      <VoiceChips label={label}>
        {people.map((person) => (
          <VoiceChip
            key={person.id}
            shape={person.kind}
            chosen={person.id === openId}
            onChoose={() => {
              setOpenId(person.id === openId ? "" : person.id);
            }}
          >
            <bdi>{shownName(person)}</bdi>
            <HasSaid sectionId={sectionIdOf(person.id)} />
          </VoiceChip>
        ))}
      </VoiceChips>
      {open !== undefined && (
        <div id={panelId} key={open.id} className={styles.words}>
          {choice(open, sectionIdOf(open.id))}
          <OwnWords person={open} sectionId={sectionIdOf(open.id)} around={around ?? {}} />
        </div>
      )}
    </div>
  );
};

/** Who has said something; of what is kept from somebody this shows nothing. */
const HasSaid = ({ sectionId }: { readonly sectionId: string }) => {
  const { t } = useTranslation("review");
  const section = useReviewPart((values) => values.sections[sectionId]);
  if (!isAnythingSaid(section) || hiddenFromIn(section).length > 0) return null;
  return (
    <>
      <span aria-hidden="true">✓</span>
      <span className="visually-hidden">{t("hasSaid")}</span>
    </>
  );
};

interface OwnWordsProps {
  readonly person: Person;
  readonly sectionId: string;
  readonly around: Readonly<Record<string, unknown>>;
}

const OwnWords = ({ person, sectionId, around }: OwnWordsProps) => {
  const { t } = useTranslation("review");
  const { practitioner } = useServices();
  const { people } = useOpenVisit();
  const store = useReviewStore();
  const hiddenFrom = useReviewPart((values) => hiddenFromIn(values.sections[sectionId]));
  const name = shownName(person);
  const kept = store.get().sections[sectionId] as { readonly words?: unknown } | undefined;
  const others = people.filter(({ id }) => id !== person.id && id !== practitioner.id);
  return (
    <>
      <TextArea
        label={t("inWordsOf", { name })}
        rows={2}
        defaultValue={typeof kept?.words === "string" ? kept.words : ""}
        onChange={(event) => {
          store.say(sectionId, { ...around, words: event.currentTarget.value });
        }}
      />
      <WhoShouldNotSee
        title={t("hide")}
        hint={t("hideHint")}
        people={others.map((each) => ({ id: each.id, name: shownName(each) }))}
        chosenIds={hiddenFrom}
        onChange={(chosenIds) => {
          store.say(sectionId, { ...around, hiddenFrom: [...chosenIds] });
        }}
      />
    </>
  );
};

const NOBODY: readonly string[] = [];

const hiddenFromIn = (section: unknown): readonly string[] =>
  (section as { readonly hiddenFrom?: readonly string[] } | undefined)?.hiddenFrom ?? NOBODY;
