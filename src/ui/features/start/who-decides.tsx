import { useFormContext } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Decider } from "#core/flow/agreement";
import { checkBeforeDeciding, whoMayDecide } from "#core/flow/who-may-decide";
import { ParentalResponsibility, type Person, shownName } from "#core/schema/person";
import { agreementIn } from "#core/visit/change-section";
import { useOpenVisit, useVisit } from "../../app/visit/open-visit";
import { ChoiceGroup } from "../../components/form/choice-group";
import { TickCard } from "../../components/form/tick-card";
import { VoiceGlyph } from "../../components/voice-glyph";
import type { StartValues } from "./start-values";
import { Says } from "./says";
import styles from "./start.module.css";
import { useEveryone } from "./use-everyone";
import { useMissing } from "./use-missing";

/** The adult who decides for the child: those with parental responsibility first, and what to check where it is not plain. */
export const WhoDecides = ({ decider }: { readonly decider: Extract<Decider, "parent" | "best-interests"> }) => {
  const { t } = useTranslation("start");
  const { register } = useFormContext<StartValues>();
  const missing = useMissing();
  const everyone = useEveryone();
  const { childId, ledBy } = useVisit((visit) => visit.profile.sections.frame);
  const candidates = whoMayDecide(decider, everyone, { childId, ledBy });
  const isParent = decider === "parent";
  return (
    <>
      <ChoiceGroup
        legend={t(isParent ? "agreement.whoParent" : "agreement.whoBestInterests")}
        error={missing("agreement.decidedById")}
      >
        {candidates.length === 0 && <p>{t("agreement.nobodyToDecide")}</p>}
        <div className={styles.people}>
          {candidates.map((person) => (
            <TickCard
              key={person.id}
              type="radio"
              value={person.id}
              glyph={<VoiceGlyph shape={person.kind} size={20} />}
              {...(isParent ? { note: <ParentalNote person={person} /> } : {})}
              {...register("agreement.decidedById")}
            >
              <bdi className={styles.person}>{shownName(person)}</bdi>
            </TickCard>
          ))}
        </div>
      </ChoiceGroup>
      <Says>{isParent && <CheckFirst />}</Says>
    </>
  );
};

const ParentalNote = ({ person }: { readonly person: Person }) => {
  const { t } = useTranslation("start");
  const known = ParentalResponsibility.safeParse(person.parentalResponsibility);
  return known.success ? t(`agreement.parental.${known.data}`) : person.parentalResponsibility;
};

/** A kind word where the one who was chosen may not be the one who can say yes. It stops nobody. */
const CheckFirst = () => {
  const { t } = useTranslation("start");
  const { people } = useOpenVisit();
  const decidedById = useVisit((visit) => agreementIn(visit).decidedById);
  const person = people.find(({ id }) => id === decidedById);
  const check = person === undefined ? "none" : checkBeforeDeciding(person);
  if (person === undefined || check === "none") return null;
  return <p className={styles.note}>{t(`agreement.check.${check}`, { who: shownName(person) })}</p>;
};
