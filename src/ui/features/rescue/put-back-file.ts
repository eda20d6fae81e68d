import type { Result } from "#core/result";
import { readRescueFile, type NotReadable } from "#core/sealed/rescue-file";
import type { CannotOpenRescue } from "#platform/sealing/rescue-seal";
import type { CannotPutBack, PutBack } from "#storage/rescue/put-back-rescue";
import type { Services } from "../../app/services";

export interface FileToPutBack {
  readonly text: string;
  readonly passphrase: string;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

export type CannotPutFileBack = NotReadable | CannotOpenRescue | CannotPutBack;

/** Reads a rescue file, opens it and puts back what it holds; then what waits may be sent. */
export const putFileBack = async (
  { store, rescueSeal, sync }: Services,
  { text, passphrase, signal, onProgress }: FileToPutBack,
): Promise<Result<PutBack, CannotPutFileBack>> => {
  const file = readRescueFile(text);
  if (!file.ok) return file;
  const content = await rescueSeal.open(file.value, passphrase);
  if (!content.ok) return content;
  const { fileId, practice } = file.value;
  const back = await store.rescue.putBack({ fileId, practice, content: content.value, signal, onProgress });
  if (back.ok) void sync.syncNow();
  return back;
};
