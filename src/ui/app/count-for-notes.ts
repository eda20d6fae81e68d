import type { Clock } from "#core/ports";
import type { DeviceNotes } from "#platform/device-notes";
import type { Store } from "#storage/open-store";

const MINUTE_MS = 60_000;

/**
 * Counts what only this device has, now and after each change, so that it is missed if a browser clears it. A visit that
 * is being written in is saved some times a second and counts as before: that is noted once a minute.
 */
export const countForNotes = (
  { unsent, watch }: Pick<Store, "unsent" | "watch">,
  notes: Pick<DeviceNotes, "keep">,
  clock: Clock,
): void => {
  let isCounting = false;
  let isDue = false;
  let noted = "";
  const count = async (): Promise<void> => {
    isDue = true;
    if (isCounting) return;
    isCounting = true;
    while (isDue) {
      isDue = false;
      const counted = await unsent.count();
      if (!counted.ok) continue;
      const { drafts, waiting } = counted.value;
      const now = [drafts, waiting, Math.floor(clock.nowMs() / MINUTE_MS)].join();
      if (now !== noted) notes.keep(unsent.databaseName, counted.value);
      noted = now;
    }
    isCounting = false;
  };
  watch.subscribe("drafts", () => void count());
  watch.subscribe("records", () => void count());
  void count();
};
