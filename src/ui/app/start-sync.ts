import type { Clock } from "#core/ports";
import { ok } from "#core/result";
import { sha256Hex } from "#platform/digest";
import { onGoodMoments } from "#platform/moments";
import type { DeviceIdentities } from "#storage/device-identity";
import type { Store } from "#storage/open-store";
import { createLateRunner } from "#sync/late-runner";
import type { SyncRunner } from "#sync/runner";

export interface StartSyncDeps {
  readonly accountId: string;
  readonly store: Pick<Store, "deliveries" | "events" | "questionnaires" | "watch">;
  readonly identities: Pick<DeviceIdentities, "ensure">;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
}

/** Syncs in one window of this person: now, every minute, after a save, and when a connection or somebody comes back. */
export const startSync = ({ accountId, store, identities, clock, fetch }: StartSyncDeps): SyncRunner => {
  const { deliveries, events, questionnaires, watch } = store;
  const deviceId = async () => {
    const device = await identities.ensure();
    return device.ok ? ok(device.value.deviceId) : device;
  };
  const sync = createLateRunner(async () => {
    const { createWindowRunner } = await import("#sync/window-runner");
    const { locks } = navigator;
    const world = { fetch, locks, sha256: sha256Hex, clock, chance: Math.random };
    return createWindowRunner({ ...world, accountId, deliveries, events, questionnaires, deviceId });
  });
  /** What somebody stopped begins again when they say so, and not by itself: but for a concern. */
  const mayBegin = async (): Promise<boolean> => {
    if (sync.status.get().kind !== "stopped") return true;
    const concerns = await deliveries.concernsSince(new Set());
    return concerns.ok && concerns.value.length > 0;
  };
  const syncWhatWaits = async (): Promise<void> => {
    const left = await deliveries.isAnythingWaiting();
    if (left.ok && left.value && (await mayBegin())) await sync.syncNow();
  };
  const syncAtGoodMoment = async (): Promise<void> => {
    if (await mayBegin()) await sync.syncNow();
  };
  watch.subscribe("records", () => void syncWhatWaits());
  onGoodMoments({ window, page: document }, () => void syncAtGoodMoment());
  // The first screen is what somebody waits for.
  requestIdleCallback(sync.start, { timeout: 2_000 });
  return sync;
};
