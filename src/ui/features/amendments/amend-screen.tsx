import { useState } from "react";
import { useTranslation } from "react-i18next";
import { unreachable } from "#core/result";
import { useKeptForm } from "../../app/forms/use-kept-form";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useOpenVisit, useVisitPath } from "../../app/visit/open-visit";
import { SavingContext } from "../../app/visit/saving";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import layout from "../../app/layout.module.css";
import { AmendForm } from "./amend-form";
import { isAnythingTyped } from "./amendment-form";
import { type OpenAmendment, useAmendmentKind } from "./amendment-draft";

/** Puts something right in a finished profile, or adds to it. What is typed stays on the device until it is added. */
export const AmendScreen = () => {
  const { finished } = useOpenVisit();
  return finished ? <Amend /> : <NotFinished />;
};

const Amend = () => {
  const { t } = useTranslation("amendments");
  const opening = useKeptForm(useAmendmentKind());
  switch (opening.kind) {
    case "opening":
      return <Opening />;
    case "held-elsewhere":
      return <Message title={t("form.held")}>{t("form.heldBody")}</Message>;
    case "storage-failed":
      return <Message title={t("form.storageFailed")}>{t("form.storageFailedBody")}</Message>;
    case "open":
      return (
        <SavingContext value={opening.draft.saving}>
          <MaybeCovered draft={opening.draft} />
        </SavingContext>
      );
    default:
      return unreachable(opening);
  }
};

/** What was begun and is kept from somebody is not put before whoever looks on, until it is asked for. */
const MaybeCovered = ({ draft }: { readonly draft: OpenAmendment }) => {
  const { t } = useTranslation("amendments");
  const [isCovered, setIsCovered] = useState(draft.opened.hiddenFrom.length > 0 && isAnythingTyped(draft.opened));
  if (!isCovered) return <AmendForm draft={draft} />;
  return (
    <main id="main" className={layout.narrow}>
      <PageHeading>{t("form.title")}</PageHeading>
      <Card>
        <p>{t("form.covered")}</p>
        <p>
          <Button
            onClick={() => {
              setIsCovered(false);
            }}
          >
            {t("form.uncover")}
          </Button>
        </p>
      </Card>
    </main>
  );
};

const NotFinished = () => {
  const { t } = useTranslation("amendments");
  const path = useVisitPath();
  return (
    <main id="main" className={layout.narrow}>
      <Card>
        <PageHeading>{t("form.notFinished")}</PageHeading>
        <p>{t("form.notFinishedBody")}</p>
        <p>
          <ButtonLink weight="main" to={path("plan")}>
            {t("form.toPlan")}
          </ButtonLink>
        </p>
      </Card>
    </main>
  );
};
