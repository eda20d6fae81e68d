import { err, ok, type Result } from "#core/result";
import type { RescueContent } from "#core/sealed/rescue-content";
import { localDay } from "#platform/clock";
import type { OutFile } from "#platform/file-hand-over";
import type { Stopped, ToCollect } from "#storage/rescue/collect-rescue";
import type { Rescue } from "#storage/rescue/rescue";
import type { StorageError } from "#storage/storage-error";
import type { Services } from "../services";

/** What a rescue file is made with. It needs no open store: `collect` may read what lies there by itself. */
export interface RescueMaker extends Pick<Services, "rescueSeal" | "ids" | "clock" | "handOver"> {
  readonly collect: Rescue["collect"];
  readonly practice: boolean;
}

export interface RescueWanted extends Pick<ToCollect, "only" | "unsaved"> {
  readonly passphrase: string;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

export interface MadeRescue {
  readonly file: OutFile;
  readonly content: RescueContent;
}

/** Makes rescue files of what is in the open store. */
export const makerOf = ({ store, area, ...services }: Services): RescueMaker => ({
  ...services,
  collect: store.rescue.collect,
  practice: area.practice,
});

/** Collects what is on this device and seals it in a file. Nothing is written on the device for it, which may be full. */
export const makeRescue = async (
  { collect, rescueSeal, ids, clock, practice }: RescueMaker,
  { only, passphrase, unsaved, signal, onProgress }: RescueWanted,
): Promise<Result<MadeRescue, Stopped | StorageError>> => {
  const content = await collect({ only, unsaved, signal, onProgress });
  if (!content.ok) return content;
  const madeAtMs = clock.nowMs();
  const sealed = await rescueSeal.seal(content.value, { fileId: ids.next(), madeAtMs, practice, passphrase });
  if (signal.aborted) return err({ type: "Stopped" });
  return ok({
    file: {
      name: `strandline-rescue-${localDay(madeAtMs)}.json`,
      type: "application/json",
      content: `${JSON.stringify(sealed)}\n`,
    },
    content: content.value,
  });
};
