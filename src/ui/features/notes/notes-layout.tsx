import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useMatch } from "react-router";
import { childOf } from "#core/schema/case";
import { shownName } from "#core/schema/person";
import layout from "../../app/layout.module.css";
import { Opening } from "../../app/opening";
import { PageHeading } from "../../app/page-heading";
import { useServices } from "../../app/services";
import { BrandMark } from "../../components/brand-mark";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import styles from "./notes.module.css";

/**
 * Everything that only the practitioner looks at: in family view it is closed, it asks each time, and nothing leads back
 * to it by itself.
 */
export const NotesLayout = () => {
  const { t } = useTranslation("notes");
  const caseId = useMatch("/cases/:caseId/notes/*")?.params.caseId;
  const around = useAround(caseId);
  const [isSure, setIsSure] = useState(false);
  if (around.kind === "reading") return <Opening />;
  const out = caseId === undefined || around.childName === undefined ? "/" : `/cases/${caseId}`;
  return (
    <>
      <header className={layout.top}>
        <span className={layout.brand}>
          <BrandMark />
        </span>
        {isSure && around.childName !== undefined && (
          <span className={layout.pill}>
            <bdi>{around.childName}</bdi>
          </span>
        )}
        {isSure && <span className={styles.onlyYou}>{t("home.label")}</span>}
        <span className={layout.who}>
          <ButtonLink weight="quiet" to={out}>
            {t("gate.close")}
          </ButtonLink>
        </span>
      </header>
      {isSure ? (
        <Outlet />
      ) : (
        <main id="main" className={layout.narrow}>
          <Card>
            <PageHeading>{t("gate.title")}</PageHeading>
            <p>{t("gate.body")}</p>
            <div className={styles.actions}>
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
            </div>
          </Card>
        </main>
      )}
    </>
  );
};

type Around = { readonly kind: "reading" } | { readonly kind: "read"; readonly childName?: string };

/** Whose notes these are, where the child's record is on this device: private records are read without it. */
const useAround = (caseId: string | undefined): Around => {
  const { store } = useServices();
  const [around, setAround] = useState<Around>({ kind: "reading" });
  useEffect(() => {
    const ending = new AbortController();
    const read = async (): Promise<Around> => {
      const record = caseId === undefined ? undefined : await store.records.get(caseId);
      if (record?.ok !== true || record.value.recordType !== "case") return { kind: "read" };
      return { kind: "read", childName: shownName(childOf(record.value.body)) };
    };
    void read().then((found) => {
      if (!ending.signal.aborted) setAround(found);
    });
    return () => {
      ending.abort();
    };
  }, [store, caseId]);
  return around;
};
