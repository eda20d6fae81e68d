import { useState } from "react";
import { useTranslation } from "react-i18next";
import { unreachable } from "#core/result";
import { useKeptForm } from "../../app/forms/use-kept-form";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useOpenVisit, useVisit, useVisitPath } from "../../app/visit/open-visit";
import { SavingContext } from "../../app/visit/saving";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import type { IdeaBeside } from "./action-card";
import { isAnythingHidden, type OpenReview, useReviewKind } from "./review-draft";
import { ReviewForm } from "./review-form";

interface ReviewScreenProps {
  readonly IdeaBeside: IdeaBeside;
}

/** Looks at a finished plan again. What is said stays on the device until it is kept or thrown away. */
export const ReviewScreen = ({ IdeaBeside }: ReviewScreenProps) => {
  const { finished } = useOpenVisit();
  const hasPlan = useVisit(({ planId, profileId }) => planId !== profileId);
  if (!finished) return <NotFinished />;
  // What is said takes from the plan whom it is kept from: without the plan nothing may be said of it.
  return hasPlan ? <Review IdeaBeside={IdeaBeside} /> : <NoPlan />;
};

const Review = ({ IdeaBeside }: ReviewScreenProps) => {
  const { t } = useTranslation("review");
  const opening = useKeptForm(useReviewKind());
  switch (opening.kind) {
    case "opening":
      return <Opening />;
    case "held-elsewhere":
      return <Message title={t("held")}>{t("heldBody")}</Message>;
    case "storage-failed":
      return <Message title={t("storageFailed")}>{t("storageFailedBody")}</Message>;
    case "open":
      return (
        <SavingContext value={opening.draft.saving}>
          <MaybeCovered draft={opening.draft} IdeaBeside={IdeaBeside} />
        </SavingContext>
      );
    default:
      return unreachable(opening);
  }
};

/** What was begun and is kept from somebody is not put before whoever looks on, until it is asked for. */
const MaybeCovered = ({ draft, IdeaBeside }: ReviewScreenProps & { readonly draft: OpenReview }) => {
  const { t } = useTranslation("review");
  const [isCovered, setIsCovered] = useState(isAnythingHidden(draft.opened));
  if (!isCovered) return <ReviewForm draft={draft} IdeaBeside={IdeaBeside} />;
  return (
    <main id="main" className={layout.narrow}>
      <PageHeading>{t("title")}</PageHeading>
      <Card>
        <p>{t("covered")}</p>
        <p>
          <Button
            onClick={() => {
              setIsCovered(false);
            }}
          >
            {t("uncover")}
          </Button>
        </p>
      </Card>
    </main>
  );
};

const NoPlan = () => {
  const { t } = useTranslation("review");
  return <Message title={t("noPlan")}>{t("noPlanBody")}</Message>;
};

const NotFinished = () => {
  const { t } = useTranslation("review");
  const path = useVisitPath();
  return (
    <main id="main" className={layout.narrow}>
      <Card>
        <PageHeading>{t("notFinished")}</PageHeading>
        <p>{t("notFinishedBody")}</p>
        <p>
          <ButtonLink weight="main" to={path("plan")}>
            {t("toPlan")}
          </ButtonLink>
        </p>
      </Card>
    </main>
  );
};
