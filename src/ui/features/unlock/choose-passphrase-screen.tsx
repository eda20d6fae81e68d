import { useTranslation } from "react-i18next";
import type { PersonOnDevice } from "#storage/people";
import type { Unlocking } from "../../app/unlocking";
import { ChooseForm } from "./choose-form";
import { EntrancePage } from "../../app/entrance-page";

interface ChoosePassphraseScreenProps {
  readonly unlocking: Unlocking;
  readonly person: PersonOnDevice;
}

/** The first time on a device, or the first after the ways in were lost: what everything kept on it is sealed under. */
export const ChoosePassphraseScreen = ({ unlocking, person }: ChoosePassphraseScreenProps) => {
  const { t } = useTranslation("unlock");
  const about = [t("chooseIntro"), t("chooseLost"), ...(person.earlier.length > 0 ? [t("anew")] : [])];
  return (
    <EntrancePage title={t("chooseTitle")} about={about}>
      <ChooseForm person={person} onChosen={(passphrase) => unlocking.enrol(person.userId, passphrase)} />
    </EntrancePage>
  );
};
