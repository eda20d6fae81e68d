import { type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { openingFamily } from "#core/case/opening-family";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { Opening } from "../../app/opening";
import { ButtonLink } from "../../components/button-link";
import styles from "./families.module.css";
import { NoFamilyYet, NoVisitSet, OpeningCard } from "./opening-card";
import { NotKeptNote } from "./not-kept-note";
import { StoreFailed } from "./store-failed";
import { UnreadableRecords } from "./unreadable-records";
import type { FamiliesRead } from "./read-families";
import { VanishedNote } from "../../app/vanished-note";
import { useServices } from "../../app/services";
import { useFamilies } from "./use-families";
import { useLocalTime } from "./use-local-time";
import { WaitingList } from "./waiting-list";

interface HomeScreenProps {
  /** What only the practitioner here is told, where there is any. */
  readonly own?: ReactNode;
}

/** The opening screen: one family by name, everyone else by initials, and the way to begin. */
export const HomeScreen = ({ own }: HomeScreenProps) => {
  // Asked for while the families are read: words that come after them would take the head off the screen again.
  useTranslation(["home", "keeping"]);
  const reading = useFamilies();
  return (
    <>
      <HomeHeader />
      {reading.kind === "reading" && <Opening />}
      {reading.kind === "failed" && <StoreFailed />}
      {reading.kind === "read" && <Opened read={reading.value} own={own} />}
    </>
  );
};

const Opened = ({
  read: { families, halfFilled, unreadable },
  own,
}: HomeScreenProps & { readonly read: FamiliesRead }) => {
  const { t } = useTranslation("home");
  const { t: common } = useTranslation();
  const now = useLocalTime();
  const { deviceNotes } = useServices();
  const opening = openingFamily(families, now);
  const others = opening.kind === "nothing-set" ? families : families.filter((family) => family !== opening.family);
  const isEmpty = families.length === 0;
  return (
    <main id="main" className={layout.narrow}>
      <VanishedNote notes={deviceNotes} />
      {opening.kind !== "nothing-set" && <OpeningCard opening={opening} now={now} />}
      {opening.kind === "nothing-set" && (isEmpty ? <NoFamilyYet /> : <NoVisitSet />)}
      <Suspense>{own}</Suspense>
      {(others.length > 0 || halfFilled !== undefined) && (
        <WaitingList families={others} halfFilled={halfFilled} now={now} />
      )}
      <UnreadableRecords unreadable={unreadable} />
      {!isEmpty && <NotKeptNote />}
      {!isEmpty && (
        <div className={styles.actions}>
          <ButtonLink to="/cases">{t("yourFamilies")}</ButtonLink>
          <ButtonLink to="/cases/new">{t("newFamily")}</ButtonLink>
        </div>
      )}
      <footer className={styles.purpose}>
        <p>{common("purpose")}</p>
      </footer>
    </main>
  );
};
