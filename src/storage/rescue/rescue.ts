import type { Result } from "#core/result";
import type { RescueContent } from "#core/sealed/rescue-content";
import type { Connection } from "../open-database";
import type { RowCodec } from "#core/sealed/row-codec";
import type { StorageError } from "../storage-error";
import { collectRescue, type Stopped, type ToCollect } from "./collect-rescue";
import { putBackRescue, type CannotPutBack, type PutBack, type ToPutBack } from "./put-back-rescue";

/** What goes into a rescue file, and what comes back from one. Sealing the file is not its business. */
export interface Rescue {
  readonly collect: (wanted: ToCollect) => Promise<Result<RescueContent, Stopped | StorageError>>;
  readonly putBack: (opened: ToPutBack) => Promise<Result<PutBack, CannotPutBack>>;
}

export interface RescueDeps {
  readonly connection: Connection;
  readonly codec: RowCodec;
  readonly userId: string;
  readonly practice: boolean;
  readonly sha256: (text: string) => Promise<string>;
}

/** The rescue of one person's store on this device. */
export const createRescue = (deps: RescueDeps): Rescue => ({
  collect: (wanted) => collectRescue(deps, wanted),
  putBack: (opened) => putBackRescue(deps, opened),
});
