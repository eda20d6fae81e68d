import type { i18n } from "i18next";
import { LockSettings } from "#core/lock/lock-settings";
import { readBothClocks } from "#platform/both-clocks";
import { watchPresence } from "#platform/presence";
import type { DeriveSecret } from "#platform/sealing/deriving";
import type { Store } from "#storage/open-store";
import type { OwnKeys } from "../own-keys";
import { createLock, type Lock } from "./create-lock";
import { createDevicePin, type DevicePin } from "./device-pin";
import { createLockChannel } from "./lock-channel";
import { showCover } from "./show-cover";
import { createUncover, type Uncover } from "./uncover";

export interface StartLockDeps {
  readonly userId: string;
  readonly store: Pick<Store, "deliveries" | "deviceSettings">;
  readonly ownKeys: OwnKeys;
  readonly derive: DeriveSecret;
  readonly page: { readonly window: Window; readonly document: Document; readonly root: HTMLElement };
  readonly words: i18n;
  /** Loads the page anew, so that no key stays in memory. */
  readonly drop: () => void;
}

/** Covers this page and locks it, with the area's minutes. */
export const startLock = ({
  userId,
  store,
  ownKeys,
  derive,
  page,
  words,
  drop,
}: StartLockDeps): { readonly lock: Lock; readonly pin: DevicePin; readonly uncover: Uncover } => {
  const channel = createLockChannel(new BroadcastChannel(`lock-${userId}`));
  const lock = createLock({
    now: readBothClocks,
    channel,
    readSettings: async () => {
      const policy = await store.deliveries.policy();
      return LockSettings.parse((policy.ok ? policy.value?.settings : undefined) ?? {});
    },
    drop,
  });
  const steadyMs = () => readBothClocks().steadyMs;
  const pin = createDevicePin({ kept: store.deviceSettings, steadyMs, channel, derive });
  const uncover = createUncover(ownKeys);
  showCover({ page: page.document, root: page.root, words, lock, pin, uncover });
  watchPresence({ window: page.window, page: page.document, steadyMs }, lock.heard);
  return { lock, pin, uncover };
};
