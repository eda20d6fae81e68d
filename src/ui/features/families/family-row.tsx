import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Family, familyDeliveryOf, familyStateOf } from "#core/case/family";
import { type LocalTime, visitToCome } from "#core/case/opening-family";
import { unreachable } from "#core/result";
import type { Delivery } from "#core/schema/delivery";
import type { NewFamilyDraft } from "#storage/drafts";
import { useFormat } from "../../i18n/use-format";
import { DeliveryState } from "../../components/delivery/delivery-state";
import styles from "./families.module.css";
import { useVisitWhen } from "./use-visit-when";

interface FamilyRowProps {
  readonly family: Family;
  readonly name: string;
  /** What helps to be sure that it is the right child, where names are shown. */
  readonly about?: string;
  readonly now: LocalTime;
}

/** One family in a list: how far it is and where it is. No marks. */
export const FamilyRow = ({ family, name, about, now }: FamilyRowProps) => {
  const { t } = useTranslation("home");
  const format = useFormat();
  const when = useVisitWhen();
  const nextVisit = visitToCome(family, now);
  const state = familyStateOf(family);
  const day = (atMs: number): string => format.nearDay(now.dayOf(atMs), now.today);
  const words = (): string => {
    switch (state.kind) {
      case "not-started":
        return t("notStarted");
      case "started":
        return t(state.isToCarryOn ? "toCarryOnSince" : "started", { day: day(state.atMs) });
      case "said-no":
        return t("saidNo", { day: day(state.atMs) });
      case "finished":
        return t("finished", { day: day(state.atMs) });
      default:
        return unreachable(state);
    }
  };
  return (
    <Row
      to={`/cases/${family.caseId}`}
      name={name}
      about={about}
      state={words()}
      more={nextVisit === undefined ? undefined : when.listed(nextVisit, now.today)}
      delivery={familyDeliveryOf(family)}
    />
  );
};

interface HalfFilledRowProps {
  readonly draft: NewFamilyDraft;
  readonly now: LocalTime;
}

/** A new family whose form is not finished. */
export const HalfFilledRow = ({ draft, now }: HalfFilledRowProps) => {
  const { t } = useTranslation("home");
  const format = useFormat();
  return (
    <Row
      to="/cases/new"
      name={t("halfFilled")}
      state={t("started", { day: format.nearDay(now.dayOf(draft.startedAtMs), now.today) })}
      delivery={{ kind: "draft" }}
    />
  );
};

interface RowProps {
  readonly to: string;
  readonly name: string;
  readonly about?: string | undefined;
  readonly state: string;
  readonly more?: string | undefined;
  readonly delivery: Delivery;
}

/** The whole row is the link. */
const Row = ({ to, name, about, state, more, delivery }: RowProps) => (
  <li>
    <Link to={to} className={styles.row}>
      <span className={styles.rowName}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {about !== undefined && <span className={styles.soft}>{about}</span>}
      </span>
      <span className={styles.rowState}>
        <span>{state}</span>
        {more !== undefined && <span className={styles.soft}>{more}</span>}
      </span>
      <DeliveryState delivery={delivery} />
    </Link>
  </li>
);
