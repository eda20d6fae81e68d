import { createTestDevice, type TestDevice } from "./test-device"; // first: it brings the database that Dexie finds
import { render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { i18n } from "i18next";
import { App } from "../../src/ui/app/app";
import type { Services } from "../../src/ui/app/services";
import { createWords } from "../../src/ui/i18n/i18n";
import { directionOf } from "../../src/ui/i18n/languages";

export interface RenderedApp {
  readonly services: Services;
  readonly device: TestDevice;
  readonly user: UserEvent;
  readonly words: i18n;
  /** Where the app is: the path of its address. */
  readonly path: () => string;
  /** The page is gone, as when it is closed; what the device keeps stays. */
  readonly close: () => void;
}

export interface RenderAppOptions {
  /** The address that the app is opened at; a function is given the services once `seed` is done. */
  readonly path?: string | ((services: Services) => string);
  /** Rendering again on one device is reopening the app there. */
  readonly device?: TestDevice;
  /** Puts families, visits and records on the device before the app opens. */
  readonly seed?: (services: Services) => Promise<void>;
  /** Pieces of the world that this test replaces, given the real ones. */
  readonly change?: (services: Services) => Partial<Services>;
}

/** Opens the whole app in the page of the test, with a real store, real words and the real questionnaire. */
export const renderApp = async (options: RenderAppOptions = {}): Promise<RenderedApp> => {
  const { path = "/", device = createTestDevice(), seed, change } = options;
  const opened = await device.open((values) => {
    const { documentElement } = document;
    documentElement.lang = values.language;
    documentElement.dir = directionOf(values.language);
    documentElement.dataset["theme"] = values.theme;
    documentElement.dataset["spacing"] = values.spacing;
  });
  const words = await createWords(opened.preferences.get().language);
  opened.preferences.subscribe(() => void words.changeLanguage(opened.preferences.get().language));
  const services: Services = { ...opened, ...change?.(opened) };
  await seed?.(services);
  globalThis.history.replaceState(null, "", typeof path === "string" ? path : path(services));
  const { unmount } = render(<App services={services} words={words} />);
  return {
    services,
    device,
    user: userEvent.setup(),
    words,
    path: () => globalThis.location.pathname,
    close: () => {
      unmount();
      opened.store.close();
    },
  };
};

// What jsdom does not have, as little of it as the app asks for.
const missing: readonly (readonly [on: object, name: string, does: (this: HTMLDialogElement) => void])[] = [
  [HTMLDialogElement.prototype, "showModal", opens],
  [HTMLDialogElement.prototype, "close", closes],
  [Element.prototype, "scrollIntoView", () => undefined],
];
for (const [on, name, does] of missing) {
  if (!(name in on)) Object.defineProperty(on, name, { value: does, configurable: true, writable: true });
}
globalThis.scrollTo = () => undefined;

function opens(this: HTMLDialogElement): void {
  this.open = true;
}

function closes(this: HTMLDialogElement): void {
  this.open = false;
}
