import type { DeviceNotes } from "#platform/device-notes";
import type { Store } from "#storage/open-store";

/** Counts what only this device has, now and after each change, so that it is missed if a browser clears it. */
export const countForNotes = ({ unsent, watch }: Pick<Store, "unsent" | "watch">, notes: DeviceNotes): void => {
  let isCounting = false;
  let isDue = false;
  const count = async (): Promise<void> => {
    isDue = true;
    if (isCounting) return;
    isCounting = true;
    while (isDue) {
      isDue = false;
      const counted = await unsent.count();
      if (counted.ok) notes.keep(unsent.databaseName, counted.value);
    }
    isCounting = false;
  };
  watch.subscribe("drafts", () => void count());
  watch.subscribe("records", () => void count());
  void count();
};
