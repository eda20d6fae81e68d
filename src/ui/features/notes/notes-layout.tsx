import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useMatch } from "react-router";
import { visitToReturnTo } from "#core/case/family";
import { childOf } from "#core/schema/case";
import { shownName } from "#core/schema/person";
import type { VisitDraft } from "#storage/drafts";
import layout from "../../app/layout.module.css";
import { Message } from "../../app/message";
import { PageHeading } from "../../app/page-heading";
import { type Services, useServices } from "../../app/services";
import { BrandMark } from "../../components/brand-mark";
import { Button, ButtonLink } from "../../components/button";
import { Card } from "../../components/card";
import styles from "./notes.module.css";

/**
 * Everything that only the practitioner looks at: it asks each time, nothing leads back to it by itself, and while a visit
 * is in family view it stays closed.
 */
export const NotesLayout = () => {
  const { t } = useTranslation("notes");
  const { t: common } = useTranslation();
  const caseId = useMatch("/cases/:caseId/notes/*")?.params.caseId;
  const around = useAround(caseId);
  const [isSure, setIsSure] = useState(false);
  const out = caseId !== undefined && around.kind === "read" && around.isHere ? `/cases/${caseId}` : "/";
  if (around.kind === "reading") return <Message title={common("loading")} calm />;
  const isOpen = isSure && around.visitPath === undefined;
  return (
    <>
      <header className={layout.top}>
        <span className={layout.brand}>
          <BrandMark />
        </span>
        {isOpen && around.childName !== undefined && (
          <span className={layout.pill}>
            <bdi>{around.childName}</bdi>
          </span>
        )}
        {isOpen && <span className={styles.onlyYou}>{t("home.label")}</span>}
        <span className={layout.who}>
          <ButtonLink weight="quiet" to={out}>
            {t("gate.close")}
          </ButtonLink>
        </span>
      </header>
      {isOpen ? (
        <Outlet />
      ) : (
        <Gate visitPath={around.visitPath}>
          <ButtonLink to={out}>{t("gate.notNow")}</ButtonLink>
          <Button
            weight="main"
            data-asks-first
            onClick={() => {
              setIsSure(true);
            }}
          >
            {t("gate.confirm")}
          </Button>
        </Gate>
      )}
    </>
  );
};

const Gate = ({ visitPath, children }: { readonly visitPath: string | undefined; readonly children: ReactNode }) => {
  const { t } = useTranslation("notes");
  return (
    <main id="main" className={layout.narrow}>
      <Card>
        <PageHeading>{t(visitPath === undefined ? "gate.title" : "gate.leaveFirst")}</PageHeading>
        <p>{t(visitPath === undefined ? "gate.body" : "gate.leaveFirstBody")}</p>
        <div className={styles.actions}>
          {visitPath === undefined ? (
            children
          ) : (
            <ButtonLink weight="main" to={visitPath}>
              {t("gate.toVisit")}
            </ButtonLink>
          )}
        </div>
      </Card>
    </main>
  );
};

type Around =
  | { readonly kind: "reading" }
  | {
      readonly kind: "read";
      /** Whether the child's record is on this device: private records are read without it. */
      readonly isHere: boolean;
      readonly childName?: string;
      /** Where the visit is that nobody has left. */
      readonly visitPath?: string;
    };

/** Whose notes these are, and whether a family may still be looking. */
const useAround = (caseId: string | undefined): Around => {
  const services = useServices();
  const [around, setAround] = useState<Around>({ kind: "reading" });
  useEffect(() => {
    const ending = new AbortController();
    void readAround(services, caseId).then((read) => {
      if (!ending.signal.aborted) setAround(read);
    });
    return () => {
      ending.abort();
    };
  }, [services, caseId]);
  return around;
};

const readAround = async ({ store }: Services, caseId: string | undefined): Promise<Around> => {
  const [record, listed] = await Promise.all([
    caseId === undefined ? undefined : store.records.get(caseId),
    store.drafts.list(),
  ]);
  const drafts = listed.ok ? listed.value.drafts : [];
  const visit = visitToReturnTo(drafts.filter((draft): draft is VisitDraft => draft.kind === "visit"));
  const found = record?.ok === true && record.value.recordType === "case" ? record.value : undefined;
  return {
    kind: "read",
    isHere: found !== undefined,
    ...(found === undefined ? {} : { childName: shownName(childOf(found.body)) }),
    ...(visit === undefined ? {} : { visitPath: `/profiles/${visit.profileId}/${visit.place}` }),
  };
};
