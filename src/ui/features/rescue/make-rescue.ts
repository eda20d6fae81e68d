import { ok, type Result } from "#core/result";
import type { CarriedRow, RescueContent } from "#core/sealed/rescue-content";
import { localDay } from "#platform/clock";
import type { OutFile } from "#platform/file-hand-over";
import type { Stopped } from "#storage/rescue/collect-rescue";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../../app/services";

export interface RescueWanted {
  /** A child's record; without one, everything. */
  readonly only: string | undefined;
  readonly passphrase: string;
  /** The words on the screen that could not be saved. */
  readonly unsaved?: CarriedRow | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

export interface MadeRescue {
  readonly file: OutFile;
  readonly content: RescueContent;
}

/** Collects what is on this device and seals it in a file. Nothing is written on the device for it, which may be full. */
export const makeRescue = async (
  { store, rescueSeal, ids, clock, area }: Services,
  { only, passphrase, unsaved, signal, onProgress }: RescueWanted,
): Promise<Result<MadeRescue, Stopped | StorageError>> => {
  const content = await store.rescue.collect({ only, unsaved, signal, onProgress });
  if (!content.ok) return content;
  const madeAtMs = clock.nowMs();
  const about = { fileId: ids.next(), madeAtMs, practice: area.practice, passphrase };
  const sealed = await rescueSeal.seal(content.value, about);
  if (signal.aborted) return { ok: false, error: { type: "Stopped" } };
  return ok({
    file: {
      name: `strandline-rescue-${localDay(madeAtMs)}.json`,
      type: "application/json",
      content: `${JSON.stringify(sealed)}\n`,
    },
    content: content.value,
  });
};
