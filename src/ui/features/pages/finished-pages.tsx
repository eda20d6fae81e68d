import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { pageSectionId } from "#core/questionnaire/answer-key";
import { filledBy } from "#core/questionnaire/filled";
import { countedAnswers } from "#core/questionnaire/going-through";
import { begunBy, begunWith } from "#core/questionnaire/pages-in";
import { type Person, shownName } from "#core/schema/person";
import type { ProfileSections } from "#core/schema/profile";
import type { Questionnaire } from "#core/schema/questionnaire";
import { hide, withoutNeverShared } from "#core/scoring/hide";
import layout from "../../app/layout.module.css";
import { Opening } from "../../app/opening";
import { NotFound } from "../../app/not-found";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { useOpenVisit, useReaderIds, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { CopiedPage } from "./copied-page";
import styles from "./pages.module.css";
import { useAnswerWords } from "./use-answer-words";

interface OfQuestionnaire {
  readonly questionnaireId: string;
}

/** What was answered in a finished profile, for everybody who may look at it: hidden first. */
export const FinishedPages = ({ questionnaireId }: OfQuestionnaire) => {
  const { t } = useTranslation();
  const sections = useVisit((visit) => visit.profile.sections);
  const path = useVisitPath();
  const seen = withoutNeverShared(hide(useReaderIds(), sections));
  return (
    <>
      <ReadOnly questionnaireId={questionnaireId} sections={seen} />
      <VisitBar>
        <ButtonLink to={path("more")}>{t("back")}</ButtonLink>
      </VisitBar>
    </>
  );
};

/** What the practitioner wrote alone, read by the practitioner alone. */
export const OwnFinished = ({ questionnaireId }: OfQuestionnaire) => {
  const { training, practitioner, shelf } = useServices();
  const sections = useVisit((visit) => visit.profile.sections);
  const [mayRead, setMayRead] = useState<boolean | undefined>();
  useEffect(() => {
    const ending = new AbortController();
    void shelf.list().then((shelved) => {
      const needed = shelved.find(({ ref }) => ref.id === questionnaireId)?.structure.use.training;
      if (!ending.signal.aborted) setMayRead(needed === undefined || training.includes(needed));
    });
    return () => {
      ending.abort();
    };
  }, [shelf, training, questionnaireId]);
  if (mayRead === undefined) return <Opening />;
  return mayRead ? (
    <ReadOnly questionnaireId={questionnaireId} sections={hide([practitioner.id], sections)} />
  ) : (
    <NotFound />
  );
};

interface ReadOnlyProps extends OfQuestionnaire {
  readonly sections: ProfileSections;
}

const ReadOnly = ({ questionnaireId, sections }: ReadOnlyProps) => {
  const { t } = useTranslation("pages");
  const { people } = useOpenVisit();
  const begun = begunBy(sections, questionnaireId).flatMap((id) => people.filter((person) => person.id === id));
  const loaded = useLoaded(questionnaireId, begun, sections);
  const [title] = [...loaded.values()].flatMap((each) => each?.wording.title ?? []);
  if (begun.length === 0) return <NotFound />;
  if (begun.some(({ id }) => !loaded.has(id))) return <Opening />;
  return (
    <main id="main" className={layout.narrow}>
      <div>
        <PageHeading>{title ?? t("notOnDevice")}</PageHeading>
        <p className={styles.quiet}>{t("finished")}</p>
      </div>
      {begun.map((person) => (
        <Answered key={person.id} person={person} sections={sections} questionnaire={loaded.get(person.id)} />
      ))}
    </main>
  );
};

interface AnsweredProps {
  readonly person: Person;
  readonly sections: ProfileSections;
  /** Undefined: the words it was answered in are not on this device. */
  readonly questionnaire: Questionnaire | undefined;
}

const Answered = ({ person, sections, questionnaire }: AnsweredProps) => {
  const { t } = useTranslation("pages");
  const { people } = useOpenVisit();
  const answerWords = useAnswerWords();
  const name = shownName(person);
  if (questionnaire === undefined) return <p>{t("wordsNotHere", { name })}</p>;
  const { structure, wording } = questionnaire;
  const counted = countedAnswers(structure, filledBy(structure, sections, person.id, people));
  return (
    <Card aria-label={t("answersOf", { name })}>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      {structure.pages.map(({ id }) => {
        const here = counted.filter(({ shown }) => shown.pageId === id);
        return here.length === 0 ? null : (
          <section key={id} className={styles.answered}>
            <h3>{wording.pages[id]}</h3>
            <dl>
              {here.map(({ shown: { key, item, instance }, answer }) => (
                <div key={key}>
                  <dt>
                    {wording.items[item.id]?.text}
                    {instance?.person !== undefined && (
                      <>
                        {" "}
                        – <bdi>{shownName(instance.person)}</bdi>
                      </>
                    )}
                  </dt>
                  <dd>
                    <bdi>{answerWords(wording, item.id, answer)}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
            <CopiedPage page={sections[pageSectionId(structure.id, id, person.id)]} />
          </section>
        );
      })}
    </Card>
  );
};

/** The questionnaire as each person answered it: version and words are theirs. */
const useLoaded = (
  questionnaireId: string,
  people: readonly Person[],
  sections: ProfileSections,
): ReadonlyMap<string, Questionnaire | undefined> => {
  const { shelf } = useServices();
  const [loaded, setLoaded] = useState<ReadonlyMap<string, Questionnaire | undefined>>(new Map());
  const wanted = people.map(({ id }) => `${id} ${begunWith(sections, questionnaireId, id)?.version ?? ""}`).join(",");
  useEffect(() => {
    const ending = new AbortController();
    const load = async (each: string): Promise<readonly [string, Questionnaire | undefined]> => {
      const [personId = "", version = ""] = each.split(" ");
      try {
        return [personId, await shelf.load({ id: questionnaireId, version: Number(version) })];
      } catch {
        return [personId, undefined]; // an area's own, or a version, that this device never had
      }
    };
    void Promise.all(wanted.split(",").map(load)).then((entries) => {
      if (!ending.signal.aborted) setLoaded(new Map(entries));
    });
    return () => {
      ending.abort();
    };
  }, [shelf, questionnaireId, wanted]);
  return loaded;
};
