import { useTranslation } from "react-i18next";
import { type Person, shownName } from "#core/schema/person";
import { Button } from "../../components/button";
import { useOpenVisit } from "../visit/open-visit";
import { useHandOver } from "./use-hand-over";
import { useIsGuest } from "./use-family-view";

interface HandOverButtonProps {
  readonly person: Person;
  /** The part of the visit that goes with it. */
  readonly to: string;
}

/** Hands the device to the child, with one page of their own and nothing else. */
export const HandOverButton = ({ person, to }: HandOverButtonProps) => {
  const { t } = useTranslation("family-view");
  const { child, finished } = useOpenVisit();
  const { handOver } = useHandOver();
  if (useIsGuest() || finished || person.id !== child.id) return null;
  return (
    <div>
      <Button weight="quiet" onClick={() => void handOver(person.id, to)}>
        {t("guest.handOver", { name: shownName(person) })}
      </Button>
    </div>
  );
};
