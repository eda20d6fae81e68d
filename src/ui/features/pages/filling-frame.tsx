import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet } from "react-router";
import { answerersOf } from "#core/questionnaire/answerers";
import { withoutClosedPages } from "#core/questionnaire/offered";
import { begunWith, isKeptFrom } from "#core/questionnaire/pages-in";
import { type Person, shownName } from "#core/schema/person";
import type { Questionnaire } from "#core/schema/questionnaire";
import { useIsGuest } from "../../app/family-view/use-family-view";
import layout from "../../app/layout.module.css";
import { Opening } from "../../app/opening";
import { NotFound } from "../../app/not-found";
import { useServices } from "../../app/services";
import { useKeepPlace } from "../../app/visit/keep-place";
import { useOpenVisit, usePerson, usePresentIds } from "../../app/visit/open-visit";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { type Filling, FillingContext } from "./filling";
import { useFillable } from "./use-fillable";
import { useOffered, useRelativeInterprets } from "./use-offered";

interface FillingFrameProps {
  readonly questionnaireId: string;
  readonly personId: string;
  readonly screen: "shared" | "own";
  readonly endPath: string;
  readonly outPath: string;
}

/** Everything of one person in one questionnaire: opened in the version they began with, and only where it is offered. */
export const FillingFrame = (props: FillingFrameProps) => {
  const person = usePerson(props.personId);
  const fillable = useFillable(props.questionnaireId, props.personId);
  if (person === undefined || fillable.kind === "not-here") return <NotFound />;
  if (fillable.kind === "opening") return <Opening />;
  return <Offered {...props} person={person} questionnaire={fillable.questionnaire} />;
};

type Known = FillingFrameProps & { readonly person: Person; readonly questionnaire: Questionnaire };

const Offered = (props: Known) => {
  const { questionnaire, person, screen } = props;
  const { practitioner } = useServices();
  const isGuest = useIsGuest();
  const { store, child, people } = useOpenVisit();
  const [offered] = useOffered([questionnaire], screen);
  const { id } = questionnaire.structure;
  const mayAnswer = answerersOf(questionnaire.structure, people, {
    childId: child.id,
    practitionerId: practitioner.id,
  }).includes(person);
  const hasBegun = begunWith(store.get().profile.sections, id, person.id) !== undefined;
  if (offered === undefined || !mayAnswer || (offered.whyNot !== undefined && !hasBegun)) return <NotFound />;
  // Nobody else looks at the practitioner's own screen, or at a guest's: that has been asked already.
  if (screen === "own" || isGuest) return <Pages {...props} />;
  return (
    <Covered questionnaireId={id} person={person} outPath={props.outPath}>
      <Pages {...props} />
    </Covered>
  );
};

const Pages = ({ questionnaire: { structure, wording }, person, screen, endPath, outPath }: Known) => {
  const relativeInterprets = useRelativeInterprets();
  const filling = useMemo((): Filling => {
    const open = withoutClosedPages(structure, { relativeInterprets });
    return {
      structure: open,
      wording,
      person,
      isOwn: screen === "own",
      hasClosedPages: open !== structure,
      pageIds: structure.pages.map(({ id }) => id),
      pagePath: (pageId) => `${endPath}/${pageId}`,
      endPath,
      outPath,
    };
  }, [structure, wording, person, screen, endPath, outPath, relativeInterprets]);
  const here = `pages/${structure.id}/${person.id}`;
  useKeepPlace(
    (place) =>
      screen === "shared" && (place === here || filling.structure.pages.some(({ id }) => place === `${here}/${id}`)),
  );
  return (
    <FillingContext value={filling}>
      <Outlet />
    </FillingContext>
  );
};

interface CoveredProps {
  readonly questionnaireId: string;
  readonly person: Person;
  readonly outPath: string;
  readonly children: ReactNode;
}

/** What is kept from somebody in the room stays under a cover on the shared screen, until it is asked for. */
const Covered = ({ questionnaireId, person, outPath, children }: CoveredProps) => {
  const { t } = useTranslation("pages");
  const { t: common } = useTranslation();
  const { store } = useOpenVisit();
  const presentIds = usePresentIds();
  // Looked at when people come back to it: nobody's page is covered under their own hand.
  const [isCovered, setIsCovered] = useState(() =>
    isKeptFrom(store.get().profile.sections, questionnaireId, person.id, presentIds),
  );
  if (!isCovered) return children;
  const name = shownName(person);
  return (
    <>
      <main id="main" className={layout.narrow}>
        <Card>
          <h1>{t("covered.title", { name })}</h1>
          <p>{t("covered.body", { name })}</p>
        </Card>
      </main>
      <VisitBar>
        <ButtonLink to={outPath}>{common("back")}</ButtonLink>
        <Button
          weight="main"
          onClick={() => {
            setIsCovered(false);
          }}
        >
          {t("covered.show", { name })}
        </Button>
      </VisitBar>
    </>
  );
};
