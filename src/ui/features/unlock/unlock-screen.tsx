import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PasskeyAnswer } from "#platform/sealing/keyring-work";
import type { PersonOnDevice } from "#storage/people";
import type { Unlocking } from "../../app/unlocking";
import { Button } from "../../components/button";
import { Card } from "../../components/card";
import { ChooseForm } from "./choose-form";
import { EntrancePage } from "../../app/entrance-page";
import { UnlockPerson } from "./unlock-person";
import { Who } from "./who";

interface UnlockScreenProps {
  readonly unlocking: Unlocking;
  /** Who may unlock here. */
  readonly people: readonly PersonOnDevice[];
  readonly chosenId: string | undefined;
  readonly onSignIn: () => void;
  readonly onBeginAnew: (person: PersonOnDevice) => void;
}

/** Opens what is kept on this device, without a server: who, and the passphrase for this device or a passkey. */
export const UnlockScreen = ({ unlocking, onSignIn, onBeginAnew, ...given }: UnlockScreenProps) => {
  const { t } = useTranslation("unlock");
  const [people, setPeople] = useState(given.people);
  const [userId, setUserId] = useState(given.chosenId ?? people[0]?.userId ?? "");
  const [answer, setAnswer] = useState<PasskeyAnswer>();
  const person = people.find((each) => each.userId === userId);
  if (person === undefined) return null;

  if (answer !== undefined) {
    return (
      <EntrancePage title={t("chooseTitle")} about={[t("chooseAnother"), t("chooseLost")]}>
        <ChooseForm
          person={person}
          onChosen={(passphrase) => unlocking.chooseAnother(person.userId, answer, passphrase)}
        />
      </EntrancePage>
    );
  }

  const lookAgain = async (): Promise<void> => {
    const everyone = await unlocking.everyone();
    if (everyone.ok) setPeople(everyone.value.filter(({ keyring }) => keyring !== undefined));
  };
  return (
    <EntrancePage title={t("title")} about={[t("intro")]}>
      <Card>
        <Who people={people} chosenId={userId} onChosen={setUserId} />
        <UnlockPerson
          key={userId}
          unlocking={unlocking}
          person={person}
          onErased={() => void lookAgain()}
          onAnswer={setAnswer}
          onBeginAnew={() => {
            onBeginAnew(person);
          }}
        />
      </Card>
      <p>
        <Button onClick={onSignIn}>{t("somebodyElse")}</Button>
      </p>
    </EntrancePage>
  );
};
