import type { UnsentTable } from "#core/schema/sealed-wire";
import type { Store } from "../store/store";
import type { OpenAreaKeys } from "./area-keys";
import { readSealedDatabases } from "./databases";
import { readHeld } from "./hold-sealed";
import { openHeld } from "./open-held";

/** What came of opening all that lay sealed in an area. `left` has each row that still does, with the reason. */
export interface Recovered {
  readonly opened: number;
  readonly left: readonly {
    readonly deviceId: string;
    readonly table: UnsentTable;
    readonly id: string;
    readonly reason: string;
  }[];
}

/**
 * Opens all that lies sealed in an area, one database after another.
 *
 * Shape  a row that did not open with another key before is tried with these.
 */
export const recoverArea = async (
  store: Store,
  areaId: string,
  keys: OpenAreaKeys,
  onFault: (error: unknown) => void,
): Promise<Recovered> => {
  let opened = 0;
  const left: Recovered["left"][number][] = [];
  for (const at of await readSealedDatabases(store, areaId)) {
    const lying = (await readHeld(store, at)).filter(({ state }) => state !== "opened");
    await openHeld(store, at, keys, onFault, { alsoStuck: true });
    const after = new Map((await readHeld(store, at)).map((row) => [`${row.table}/${row.id}`, row]));
    for (const { table, id } of lying) {
      const row = after.get(`${table}/${id}`);
      if (row?.state === "opened") opened += 1;
      else left.push({ deviceId: at.deviceId, table, id, reason: row?.reason ?? row?.result?.reason ?? "gone" });
    }
  }
  return { opened, left };
};
