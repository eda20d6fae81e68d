import { expect, test } from "vitest";
import { doorsIn, isCheckedLongAgo } from "#core/concern/doors";
import { AreaSettings } from "#core/schema/area-settings";
import { DOORS } from "#core/schema/concern";
import practiceArea from "../../../../practice/area.json";

test("HAZ-17 every number of the practice area stands behind its door, with the day on which it was checked", () => {
  const doors = doorsIn(practiceArea.settings);
  expect(doors.map(({ id }) => id)).toEqual(DOORS);
  for (const { lines } of doors) {
    expect(lines.length).toBeGreaterThan(0);
    for (const { number, who, hours, checkedOn } of lines) expect([number, who, hours, checkedOn]).not.toContain("");
  }
  expect(AreaSettings.parse(practiceArea.settings).safetyDoors[0]?.lines[0]?.checkedOn).toBe("2026-11-02");
});

test.each([undefined, null, {}, { safetyDoors: "999" }, { safetyDoors: [] }])(
  "HAZ-17 where an area has said no number, none is made up: %j",
  (settings) => {
    expect(doorsIn(settings)).toEqual(DOORS.map((id) => ({ id, lines: [] })));
  },
);

test("HAZ-17 a line that cannot be read hides no other, and a day that is none is no day", () => {
  const lines = [{ number: 3 }, { number: "111", checkedOn: "soon" }, { number: "" }];
  const doors = doorsIn({ safetyDoors: [7, { id: "danger-now", lines }, { id: "of-later", lines }] });
  expect(doors[0]?.lines).toEqual([{ number: "111", who: "", hours: "", checkedOn: undefined }]);
  expect(doors.slice(1).every((door) => door.lines.length === 0)).toBe(true);
});

test("HAZ-17 after half a year a number counts as checked long ago", () => {
  expect(isCheckedLongAgo("2026-05-25", "2026-11-24")).toBe(false);
  expect(isCheckedLongAgo("2026-05-24", "2026-11-24")).toBe(true);
});
