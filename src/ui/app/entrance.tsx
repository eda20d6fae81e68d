import type { i18n } from "i18next";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import type { PersonOnDevice } from "#storage/people";
import type { DeviceNotes } from "#platform/device-notes";
import type { Door } from "./door";
import { ErrorBoundary } from "./error-boundary";
import layout from "./layout.module.css";
import { Opening } from "./opening";
import type { Unlocking } from "./unlocking";

const SignInScreen = lazy(async () => ({
  default: (await import("../features/sign-in/sign-in-screen")).SignInScreen,
}));
const VanishedNote = lazy(async () => ({ default: (await import("./vanished-note")).VanishedNote }));
const UnlockScreen = lazy(async () => ({ default: (await import("../features/unlock/unlock-screen")).UnlockScreen }));
const ChoosePassphraseScreen = lazy(async () => ({
  default: (await import("../features/unlock/choose-passphrase-screen")).ChoosePassphraseScreen,
}));

interface EntranceProps {
  readonly door: Door;
  readonly unlocking: Unlocking;
  /** Everyone who has signed in on this device; who is here first. */
  readonly everyone: readonly PersonOnDevice[];
  /** What is remembered beside the databases: it says so where these were cleared. */
  readonly notes: DeviceNotes;
  readonly words: i18n;
  /** Told once the way in can be used: the rest of the app may come now. */
  readonly onShown: () => void;
}

/** The app while nobody's families are open on this page: the way in, at whatever address. */
export const Entrance = ({ words, notes, ...rest }: EntranceProps) => (
  <I18nextProvider i18n={words}>
    <div className={layout.app}>
      <PracticeMark />
      <ErrorBoundary>
        <Suspense fallback={<Opening />}>
          {notes.vanished() !== undefined && <Vanished notes={notes} />}
          <WayIn {...rest} />
        </Suspense>
      </ErrorBoundary>
    </div>
  </I18nextProvider>
);

/** Its words are asked for only where it is shown. */
const Vanished = ({ notes }: Pick<EntranceProps, "notes">) => {
  const { t } = useTranslation("keeping");
  return (
    <aside className={layout.notice} aria-label={t("vanished.title")}>
      <VanishedNote notes={notes} />
    </aside>
  );
};

/** Somebody signs in; `anew` where they have lost the ways into this device. */
interface SigningIn {
  readonly anew?: PersonOnDevice;
}

const WayIn = ({ door, unlocking, everyone, onShown }: Omit<EntranceProps, "words" | "notes">) => {
  useEffect(onShown, [onShown]);
  const here = everyone.find(({ isHere }) => isHere);
  const mayUnlock = everyone.filter(({ keyring }) => keyring !== undefined);
  const [signingIn, setSigningIn] = useState<SigningIn | undefined>(here === undefined ? {} : undefined);
  if (signingIn !== undefined) {
    return (
      <SignIn
        door={door}
        anew={signingIn.anew}
        onUnlock={
          mayUnlock.length === 0
            ? undefined
            : () => {
                setSigningIn(undefined);
              }
        }
      />
    );
  }
  if (here !== undefined && here.keyring === undefined) {
    return <ChoosePassphraseScreen unlocking={unlocking} person={here} />;
  }
  return (
    <UnlockScreen
      unlocking={unlocking}
      people={mayUnlock}
      chosenId={here?.userId}
      onSignIn={() => {
        setSigningIn({});
      }}
      onBeginAnew={(anew) => {
        setSigningIn({ anew });
      }}
    />
  );
};

interface SignInProps {
  readonly door: Door;
  readonly anew: PersonOnDevice | undefined;
  readonly onUnlock: (() => void) | undefined;
}

const SignIn = ({ door, anew, onUnlock }: SignInProps) => {
  const doorAnew = useMemo<Door>(
    () => ({ ...door, signIn: (request) => door.signIn(request, anew?.userId) }),
    [door, anew],
  );
  return <SignInScreen door={doorAnew} beginsAnew={anew} onUnlock={onUnlock} onSignedIn={() => undefined} />;
};

const PracticeMark = () => {
  const { t } = useTranslation();
  return (
    <aside aria-label={t("aboutThisApp")}>
      <p className={layout.practice}>{t("practice")}</p>
    </aside>
  );
};
