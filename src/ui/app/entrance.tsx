import type { i18n } from "i18next";
import { lazy, Suspense } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import type { Door } from "./door";
import { ErrorBoundary } from "./error-boundary";
import layout from "./layout.module.css";
import { Message } from "./message";

const SignInScreen = lazy(async () => ({
  default: (await import("../features/sign-in/sign-in-screen")).SignInScreen,
}));

/** The app while nobody has signed in on this device: the way in, at whatever address. */
export const Entrance = ({ door, words }: { readonly door: Door; readonly words: i18n }) => (
  <I18nextProvider i18n={words}>
    <div className={layout.app}>
      <PracticeMark />
      <ErrorBoundary>
        <Suspense fallback={<Opening />}>
          <SignInScreen door={door} onSignedIn={() => undefined} />
        </Suspense>
      </ErrorBoundary>
    </div>
  </I18nextProvider>
);

const PracticeMark = () => {
  const { t } = useTranslation();
  return (
    <aside aria-label={t("aboutThisApp")}>
      <p className={layout.practice}>{t("practice")}</p>
    </aside>
  );
};

const Opening = () => {
  const { t } = useTranslation();
  return <Message title={t("loading")} calm />;
};
