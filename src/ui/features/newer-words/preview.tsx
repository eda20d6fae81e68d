import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { fatesOf } from "#core/questionnaire/versions/everything-said";
import { moveDraft, type NewerVersion } from "#core/questionnaire/versions/move-draft";
import { hide } from "#core/scoring/hide";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { useOpenVisit, useReaderIds, useVisitPath } from "../../app/visit/open-visit";
import type { MovingVisit } from "../../app/visit/use-move-visit";
import { loadVersions, type NewerWords } from "../../app/visit/use-newer-words";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Refused } from "./refused";
import { WhatBecomes } from "./what-becomes";
import { WhatChanges } from "./what-changes";

interface PreviewProps {
  readonly newer: readonly NewerWords[];
  readonly moving: MovingVisit;
}

/** Word for word what would change, and what would become of everything that was said; nothing is moved yet. */
export const Preview = ({ newer, moving }: PreviewProps) => {
  const { t } = useTranslation("newer-words");
  const versions = useVersions(newer);
  if (versions === "loading") return <Opening />;
  if (versions === "not-here") return <Message title={t("notHereTitle")}>{t("notHereBody")}</Message>;
  return <OfVersions versions={versions} moving={moving} />;
};

interface OfVersionsProps {
  readonly versions: readonly NewerVersion[];
  readonly moving: MovingVisit;
}

const OfVersions = ({ versions, moving }: OfVersionsProps) => {
  const { t } = useTranslation("newer-words");
  const { store } = useOpenVisit();
  const readerIds = useReaderIds();
  const path = useVisitPath();
  // Hidden first, so that nothing kept from somebody in the room is told here.
  const moved = useMemo(
    () => moveDraft(hide(readerIds, store.get().profile.sections), versions),
    [readerIds, store, versions],
  );
  const place = store.get().place;
  if (!moved.ok) return <Refused why={moved.error} />;
  if (moving.state.kind === "refused") return <Refused why={moving.state.why} />;
  return (
    <>
      <main id="main" className={layout.narrow}>
        <div>
          <PageHeading>{t("title")}</PageHeading>
          <p>{t("lead")}</p>
        </div>
        {moving.state.kind === "not-saved" && <p role="alert">{t("notSaved")}</p>}
        <WhatChanges differences={moved.value.differences} versions={versions} />
        <WhatBecomes fates={fatesOf(moved.value)} versions={versions} />
      </main>
      <VisitBar>
        <ButtonLink to={path(place)}>{t("stay")}</ButtonLink>
        <Button
          weight="main"
          onClick={() => {
            void moving.move(versions);
          }}
        >
          {t("move")}
        </Button>
      </VisitBar>
    </>
  );
};

/** Both versions of everything that is to be moved, once they are loaded. */
const useVersions = (newer: readonly NewerWords[]): readonly NewerVersion[] | "loading" | "not-here" => {
  const services = useServices();
  const { store } = useOpenVisit();
  const [versions, setVersions] = useState<readonly NewerVersion[] | "loading" | "not-here">("loading");
  useEffect(() => {
    let isShown = true;
    const lines = store.get().profile.sections.frame.instrument.id;
    loadVersions(services, newer, lines, services.preferences.get().language).then(
      (loaded) => {
        if (isShown) setVersions(loaded);
      },
      () => {
        if (isShown) setVersions("not-here");
      },
    );
    return () => {
      isShown = false;
    };
  }, [services, store, newer]);
  return versions;
};
