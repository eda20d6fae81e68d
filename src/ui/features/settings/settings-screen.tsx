import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { HomeHeader } from "../../app/home-header";
import layout from "../../app/layout.module.css";
import { PageHeading } from "../../app/page-heading";
import type { PreferenceValues } from "../../app/preferences";
import { useServices } from "../../app/services";
import { Card } from "../../components/card";
import { Choice, ChoiceGroup } from "../../components/form/choice-group";
import { LANGUAGES } from "../../i18n/languages";
import { Covering } from "./covering";
import { DeviceSays } from "./device-says";
import { HeldLink } from "./held-link";
import { OverviewLink } from "./overview-link";
import { KeepingHere } from "./keeping-here";
import { RescueLink } from "./rescue-link";
import { SomebodyElse } from "./somebody-else";
import { WaysIntoDevice } from "./ways-into-device";
import { Sending } from "./sending";
import styles from "./settings.module.css";

/** How one person likes the app, and what the device says of itself. Every choice counts at once. */
export const SettingsScreen = () => {
  const { t } = useTranslation("settings");
  return (
    <>
      <HomeHeader />
      <main id="main" className={layout.narrow}>
        <div>
          <PageHeading>{t("title")}</PageHeading>
          <p className={styles.soft}>{t("intro")}</p>
        </div>
        <div className={styles.choices}>
          <Card>
            <Preference
              name="language"
              legend={t("language")}
              options={LANGUAGES.map((value) => [value, t(`languages.${value}`)])}
            />
          </Card>
          <Card>
            <Preference
              name="strandsPage"
              legend={t("strandsPage")}
              options={(["one", "all"] as const).map((value) => [value, t(`strandsPages.${value}`)])}
            />
          </Card>
          <Card>
            <Preference
              name="theme"
              legend={t("theme")}
              options={(["system", "light", "dark"] as const).map((value) => [value, t(`themes.${value}`)])}
            />
          </Card>
          <Card>
            <Preference
              name="spacing"
              legend={t("spacing")}
              options={(["usual", "larger"] as const).map((value) => [value, t(`spacings.${value}`)])}
            />
          </Card>
        </div>
        <Sending />
        <Covering />
        <WaysIntoDevice />
        <SomebodyElse />
        <DeviceSays />
        <KeepingHere />
        <HeldLink />
        <OverviewLink />
        <RescueLink />
      </main>
    </>
  );
};

interface PreferenceProps<Name extends keyof PreferenceValues> {
  readonly name: Name;
  readonly legend: string;
  readonly options: readonly (readonly [value: PreferenceValues[Name], words: string])[];
}

/** One preference as radio buttons. */
const Preference = <Name extends keyof PreferenceValues>({ name, legend, options }: PreferenceProps<Name>) => {
  const { preferences } = useServices();
  const chosen = useSyncExternalStore(preferences.subscribe, preferences.get)[name];
  return (
    <ChoiceGroup legend={legend}>
      {options.map(([value, words]) => (
        <Choice
          key={value}
          type="radio"
          name={name}
          value={value}
          checked={chosen === value}
          onChange={() => {
            preferences.set({ [name]: value });
          }}
        >
          {words}
        </Choice>
      ))}
    </ChoiceGroup>
  );
};
