import { useTranslation } from "react-i18next";
import { shownName } from "#core/schema/person";
import { compareVersions, keptFrom } from "#core/sync/compare-versions";
import { DiscardForm } from "../../app/forms/discard-form";
import { PageHeading } from "../../app/page-heading";
import { VisitBar } from "../../app/visit/visit-bar";
import { Button } from "../../components/button";
import { ButtonLink } from "../../components/button-link";
import { Card } from "../../components/card";
import { ErrorSummary } from "../../components/form/error-summary";
import { DifferenceCard } from "./difference-card";
import type { OpenMerge } from "./merge-draft";
import { OnlyInOneCard } from "./only-in-one-card";
import { PreviewCard } from "./preview-card";
import { SameCard } from "./same-card";
import styles from "./two-versions.module.css";
import { useMerging } from "./use-merging";
import { type ReadingTwo } from "./use-two-versions";
import { VersionFacts } from "./version-facts";

interface MergeFormProps {
  readonly reading: Extract<ReadingTwo, { kind: "two" }>;
  readonly draft: OpenMerge;
}

/** Both versions, what differs with its choices, what is the same, and what it will be. */
export const MergeForm = ({ reading, draft }: MergeFormProps) => {
  const { t } = useTranslation("two-versions");
  const { t: common } = useTranslation();
  const { two, child, nameOf } = reading;
  const merging = useMerging(two, draft);
  const [one, other] = [two.one.body.sections, two.other.body.sections];
  const { differing, onlyInOne, sameIds } = compareVersions(one, other);
  const back = `/cases/${two.caseId}`;
  return (
    <form
      className={styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void merging.keep();
      }}
    >
      <main id="main" className={styles.main}>
        <div className={styles.head}>
          <PageHeading>{t("title")}</PageHeading>
          <p className={styles.quiet}>
            {t(`of.${two.recordType}`, { name: child === undefined ? "" : shownName(child) })} {t("intro")}
          </p>
        </div>
        <ErrorSummary title={t("notKept")} errors={merging.errors} attempt={merging.attempt} />
        {merging.isStale && (
          <Card role="status">
            <h2>{t("stale")}</h2>
            <p>{t("staleBody")}</p>
            <p>
              <Button onClick={merging.lookedAgain}>{t("lookedAgain")}</Button>
            </p>
          </Card>
        )}
        <VersionFacts reading={reading} />
        {differing.map((each) => (
          <DifferenceCard
            key={each.key}
            differing={each}
            chosen={merging.choices[each.key]}
            keptFrom={keptFrom(each, one, other)}
            nameOf={nameOf}
            onChoose={(chosen) => {
              merging.choose(each.key, chosen);
            }}
          />
        ))}
        {onlyInOne.map((each) => (
          <OnlyInOneCard key={each.sectionId} only={each} nameOf={nameOf} />
        ))}
        <SameCard ids={sameIds} nameOf={nameOf} />
        {differing.length > 0 && <PreviewCard differing={differing} choices={merging.choices} nameOf={nameOf} />}
        <DiscardForm
          draft={draft}
          goTo={back}
          replace
          words={{
            ask: t("discard"),
            title: t("discardTitle"),
            body: t("discardBody"),
            confirm: t("discardConfirm"),
            cancel: t("discardCancel"),
          }}
        />
      </main>
      <VisitBar>
        <ButtonLink to={back}>{common("back")}</ButtonLink>
        <Button weight="main" type="submit" disabled={merging.isKeeping}>
          {t("keep")}
        </Button>
      </VisitBar>
    </form>
  );
};
