import { StrictMode, Suspense } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import type { i18n } from "i18next";
import { isContentShown } from "#core/lock/lock-state";
import { createCoverPage } from "./cover-page";
import { CoverScreen } from "./cover-screen";
import type { Lock } from "./create-lock";
import type { DevicePin } from "./device-pin";
import type { Uncover } from "./uncover";

export interface ShowCoverDeps {
  readonly page: Document;
  /** Where the app is drawn. */
  readonly root: HTMLElement;
  readonly words: i18n;
  readonly lock: Lock;
  readonly pin: DevicePin;
  readonly uncover: Uncover;
}

/**
 * Draws the cover whenever nothing may be shown. It is drawn beforehand, beside the page, and changes places with the
 * app while the browser waits: there is no picture in between.
 */
export const showCover = ({ page, root, words, lock, pin, uncover }: ShowCoverDeps): void => {
  const cover = page.createElement("div");
  const coverPage = createCoverPage(page, root, cover);
  const drawn = createRoot(cover);
  flushSync(() => {
    drawn.render(
      <StrictMode>
        <I18nextProvider i18n={words}>
          <Suspense>
            <CoverScreen lock={lock} pin={pin} uncover={uncover} />
          </Suspense>
        </I18nextProvider>
      </StrictMode>,
    );
  });
  lock.state.subscribe(() => {
    if (isContentShown(lock.state.get())) coverPage.uncover();
    else coverPage.cover();
  });
};
