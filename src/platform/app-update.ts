import { createObserved, type Observed } from "#core/observed";
import { err, ok, type Result } from "#core/result";

export type UpdateStatus =
  { readonly kind: "up-to-date" } | { readonly kind: "offered" } | { readonly kind: "applying" };

export interface AppUpdate {
  readonly status: Observed<UpdateStatus>;
  /** Registers the service worker and begins to look for newer ones. */
  readonly start: () => Promise<Result<void, NotRegistered>>;
  /** Takes what is offered: this page reloads into it. */
  readonly apply: () => Promise<Result<void, DraftHeld | NothingOffered>>;
  readonly stop: () => void;
}

export interface NotRegistered {
  readonly type: "NotRegistered";
  readonly name: string;
}
export interface DraftHeld {
  readonly type: "DraftHeld";
}
export interface NothingOffered {
  readonly type: "NothingOffered";
}

export interface AppUpdateDeps {
  readonly serviceWorkers: Pick<
    ServiceWorkerContainer,
    "controller" | "register" | "addEventListener" | "removeEventListener"
  >;
  /** `/sw.js`, through the page's policy (trusted-types.ts). */
  readonly scriptUrl: string;
  readonly isAnyDraftHeld: () => Promise<boolean>;
  readonly page: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;
  readonly reload: () => void;
}

const HOUR_MS = 3_600_000;
const UP_TO_DATE: UpdateStatus = { kind: "up-to-date" };
const OFFERED: UpdateStatus = { kind: "offered" };
const APPLYING: UpdateStatus = { kind: "applying" };

/**
 * Offers a new version of the app, and takes it only when it is asked to and no draft is being edited in any tab.
 *
 * Laws   1. the page is reloaded only after `apply` was called in this page
 *        2. `apply` does nothing while a draft is held in any tab
 *        3. the first version ever installed is not offered: there is nothing older to replace
 *        4. a page that an active worker has not taken asks it to: without one, what it loads later needs a signal
 *        5. what was never installed whole, for want of a signal, is tried again at each look
 * (tests/unit/platform/app-update.test.ts)
 */
export const createAppUpdate = ({
  serviceWorkers,
  scriptUrl,
  isAnyDraftHeld,
  page,
  reload,
}: AppUpdateDeps): AppUpdate => {
  const status = createObserved<UpdateStatus>(UP_TO_DATE);
  const ending = new AbortController();
  let registration: ServiceWorkerRegistration | undefined;
  let hourly: ReturnType<typeof setInterval> | undefined;

  const waitingWorker = (): ServiceWorker | undefined => registration?.waiting ?? undefined;
  const offerIfWaiting = (): void => {
    if (waitingWorker() === undefined || serviceWorkers.controller === null) return;
    if (status.get() === UP_TO_DATE) status.set(OFFERED);
  };
  const register = () => serviceWorkers.register(scriptUrl, { scope: "/", updateViaCache: "none" });
  const takeUp = (registered: ServiceWorkerRegistration): void => {
    registration = registered;
    const follow = (): void => {
      registered.installing?.addEventListener("statechange", offerIfWaiting, { signal: ending.signal });
    };
    registered.addEventListener("updatefound", follow, { signal: ending.signal });
    follow();
    offerIfWaiting();
    // A page that is loaded just while the first worker takes over its pages can be passed over.
    if (serviceWorkers.controller === null) registered.active?.postMessage({ type: "CLAIM" });
  };
  const isGone = ({ installing, waiting, active }: ServiceWorkerRegistration): boolean =>
    (installing ?? waiting ?? active) === null;
  const look = (): void => {
    const known = registration;
    const looked = known === undefined || isGone(known) ? register().then(takeUp) : known.update().then(offerIfWaiting);
    // Without a signal this fails, which is no news: the next look is never far.
    looked.catch(() => undefined);
  };
  const lookIfVisible = (): void => {
    if (page.visibilityState === "visible") look();
  };

  /** A visit may have been opened while the new version was taking over. */
  const reloadUnlessHeld = async (): Promise<void> => {
    if (await isAnyDraftHeld()) status.set(OFFERED);
    else reload();
  };

  const start = async (): Promise<Result<void, NotRegistered>> => {
    const { signal } = ending;
    let hadController = serviceWorkers.controller !== null;
    const controllerChanged = (): void => {
      if (status.get() === APPLYING) void reloadUnlessHeld();
      // Another tab took the new version. This page is still the old one and says so; it does not reload by itself.
      else if (hadController) status.set(OFFERED);
      hadController = true;
    };
    serviceWorkers.addEventListener("controllerchange", controllerChanged, { signal });
    page.addEventListener("visibilitychange", lookIfVisible, { signal });
    hourly = setInterval(look, HOUR_MS);
    try {
      takeUp(await register());
    } catch (thrown) {
      return err({ type: "NotRegistered", name: thrown instanceof Error ? thrown.name : "unknown" });
    }
    return ok(undefined);
  };

  const apply = async (): Promise<Result<void, DraftHeld | NothingOffered>> => {
    if (status.get() !== OFFERED) return err({ type: "NothingOffered" });
    if (await isAnyDraftHeld()) return err({ type: "DraftHeld" });
    status.set(APPLYING);
    const worker = waitingWorker();
    // Without one, another tab has taken the new version already: this page is all that is old.
    if (worker === undefined) reload();
    else worker.postMessage({ type: "SKIP_WAITING" });
    return ok(undefined);
  };

  const stop = (): void => {
    ending.abort();
    clearInterval(hourly);
  };

  return { status, start, apply, stop };
};
