import { z } from "zod";
import { DOORS, type DoorId } from "../schema/concern";
import { addDays, PlainDate } from "../schema/plain-date";

/**
 * Whom one rings: a number, when it is answered, and who answers.
 *
 * Missing  without `checkedOn` the area has not said when it last rang the number itself.
 */
const DoorLine = z.looseObject({
  number: z.string().min(1),
  hours: z.string().default(""),
  who: z.string().default(""),
  checkedOn: PlainDate.optional().catch(undefined),
});
export type DoorLine = z.infer<typeof DoorLine>;

const Door = z.looseObject({ id: z.string(), lines: z.array(z.unknown()) });
const Settings = z.looseObject({ safetyDoors: z.array(z.unknown()) });

/** One door, with the area's lines; none where the area has said none. */
export interface DoorHere {
  readonly id: DoorId;
  readonly lines: readonly DoorLine[];
}

/**
 * The five doors of an area, always all five and in one order.
 *
 * Missing  a line that cannot be read is left out and hides no other: a number is never made up in its place.
 */
export const doorsIn = (settings: unknown): readonly DoorHere[] => {
  const read = Settings.safeParse(settings);
  const doors = (read.success ? read.data.safetyDoors : []).flatMap((door) => Door.safeParse(door).data ?? []);
  return DOORS.map((id) => ({
    id,
    lines: doors
      .filter((door) => door.id === id)
      .flatMap(({ lines }) => lines.flatMap((line) => DoorLine.safeParse(line).data ?? [])),
  }));
};

const CHECKED_FOR_DAYS = 183;

/** Whether a number was checked so long ago, half a year, that it may have changed. */
export const isCheckedLongAgo = (checkedOn: PlainDate, today: PlainDate): boolean =>
  addDays(checkedOn, CHECKED_FOR_DAYS) < today;
