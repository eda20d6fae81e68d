import { setTimeout as pause } from "node:timers/promises";
import type { PushResult } from "#core/schema/wire";
import { PushResponse } from "#core/schema/wire";
import { type DeviceOnTheRoad, sectionsOf } from "../afternoon/device";
import { caseBody, newId } from "../server/bodies";

/** What a device did while its server came and went. */
export interface Busy {
  readonly device: DeviceOnTheRoad;
  /** What it does until it is told that it is over, whatever becomes of its server. */
  readonly work: (isOver: () => boolean) => Promise<void>;
  /** Lets it write a little more; it does not write without end, so that a long run stays small. */
  readonly mayWrite: () => void;
}

const WRITES = 3;
/** A record that many people follow for long would grow for ever; they begin another one then. */
const MOST_SECTIONS = 14;

/** Somebody's device that writes, brings versions together and syncs, in turn; `chance` is between 0 and 1. */
export const aBusyDevice = (device: DeviceOnTheRoad, chance: () => number): Busy => {
  let writes = WRITES;
  const writeSomething = async (): Promise<void> => {
    const records = await device.seen();
    const two = records.filter(({ otherHeads }) => otherHeads.length > 0);
    const apart = two[Math.floor(chance() * two.length)];
    if (apart !== undefined && chance() < 0.5) {
      await device.follow([apart.head, ...apart.otherHeads.slice(0, 1)], {});
      return;
    }
    const small = records.filter(({ head }) => Object.keys(sectionsOf(head)).length < MOST_SECTIONS);
    const record = small[Math.floor(chance() * small.length)];
    if (record === undefined || chance() < 0.2) {
      await device.begin(caseBody(false));
      return;
    }
    const person = { id: newId(), name: newId(), kind: "family", role: "mum" };
    await device.follow([record.head], { [`person/${person.id}`]: { hiddenFrom: [], person } });
  };
  return {
    device,
    mayWrite: () => (writes = WRITES),
    work: async (isOver) => {
      while (!isOver()) {
        if (writes > 0) {
          writes -= 1;
          await writeSomething();
        }
        const synced = await device.sync();
        await pause(synced.ok ? 5 : 25);
      }
    },
  };
};

/** Every answer of the server's to an operation that reached a device. */
export const acknowledgedBy = ({ heard }: Pick<DeviceOnTheRoad, "heard">): readonly PushResult[] =>
  heard.flatMap((text) => {
    const read = PushResponse.safeParse(JSON.parse(text));
    return read.success ? read.data.results : [];
  });
