import { describe, expect, test } from "vitest";
import { layOutChart } from "#report/chart/layout";
import type { VoiceKind } from "#core/schema/person";
import type { PictureMark, PictureRow } from "#core/scoring/picture";
import { idOf, type Who, whoIs } from "../../../support/family";

const kinds: Partial<Record<Who, VoiceKind>> = { child: "child", teacher: "setting", practitioner: "practitioner" };
const people = {
  kindOf: (id: string) => kinds[whoIs(id)] ?? ("family" as const),
  initialsOf: (id: string) => whoIs(id).slice(0, 1),
};
const by = (who: Who, position: number, how: PictureMark["how"] = { kind: "self" }): PictureMark => ({
  personId: idOf(who),
  position,
  how,
  input: "drag",
});
const row = (more: Partial<PictureRow>): PictureRow => ({
  strandId: "attention",
  marks: [],
  answers: [],
  seenDifferently: false,
  ghosts: [],
  notThisTime: false,
  ...more,
});
const laidOut = (more: Partial<PictureRow>, looksDifferent: readonly string[] = [], apart = 10) =>
  layOutChart({ rows: [row(more)], looksDifferent }, people, apart)[0]!;

describe("each mark on a line", () => {
  test("has its person's shape and letters, and stands where it was put", () => {
    const { marks } = laidOut({ marks: [by("child", 68), by("mum", 38), by("teacher", 0)] });
    expect(marks.map(({ shape, position, initials }) => [shape, position, initials])).toEqual([
      ["child", 68, "c"],
      ["family", 38, "m"],
      ["setting", 0, "t"],
    ]);
  });

  test("HAZ-14 is open where it is somebody's understanding of another's view, however it was understood", () => {
    const [told, watched, paper] = laidOut({
      marks: [
        by("child", 10, { kind: "told-through", by: idOf("dad") }),
        by("child", 40, { kind: "watched", by: idOf("dad") }),
        by("child", 70, { kind: "from-paper" }),
      ],
    }).marks;
    expect([told?.open, watched?.open, paper?.open]).toEqual([true, true, false]);
  });

  test("of five people on the very same place is drawn, each on a lane of its own, as many above as below", () => {
    const five = (["child", "mum", "dad", "teacher", "practitioner"] as const).map((who) => by(who, 50));
    const { marks, laneCount } = laidOut({ marks: five });
    expect(laneCount).toBe(5);
    expect(marks.map(({ offset }) => offset).sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
    expect(new Set(marks.map(({ ownerId }) => ownerId)).size).toBe(5);
  });

  test("closer than a mark's width is moved off its neighbour; a width away both stay on the line", () => {
    expect(laidOut({ marks: [by("child", 40), by("mum", 49)] }).marks.map(({ offset }) => offset)).toEqual([-0.5, 0.5]);
    expect(laidOut({ marks: [by("child", 40), by("mum", 50)] }).marks.map(({ offset }) => offset)).toEqual([0, 0]);
  });
});

describe("the agreed mark and last time's", () => {
  test("stand beside people's, last time's first, so that today's are drawn over them", () => {
    const { marks } = laidOut({
      marks: [by("mum", 20)],
      agreed: 30,
      ghosts: [
        { ownerId: idOf("mum"), position: 60, comparison: { kind: "comparable", now: "was-further-right" } },
        { ownerId: "agreed", position: 80, comparison: { kind: "not-comparable", why: "other-band" } },
      ],
    });
    expect(marks.map(({ shape, ghost, position }) => [shape, ghost, position])).toEqual([
      ["family", "comparable", 60],
      ["agreed", "not-comparable", 80],
      ["family", "no", 20],
      ["agreed", "no", 30],
    ]);
  });

  test("share no place with a person's mark without being moved off it", () => {
    const { marks, laneCount } = laidOut({ marks: [by("mum", 30)], agreed: 30 });
    expect([laneCount, ...marks.map(({ offset }) => offset)]).toEqual([2, -0.5, 0.5]);
  });
});

describe("the range between people", () => {
  test("is drawn where a strand looks different, from the leftmost person to the rightmost", () => {
    const more = { marks: [by("child", 68), by("mum", 20), by("dad", 40)], agreed: 90 };
    expect(laidOut(more, ["attention"]).range).toEqual({ from: 20, to: 68 });
  });

  test("is not drawn where it does not, nor on another strand's account", () => {
    expect(laidOut({ marks: [by("child", 60), by("mum", 45)] }, ["motor"])).not.toHaveProperty("range");
  });
});

test("HAZ-03 a position is never mirrored: further right on the line is further right in the chart", () => {
  const { marks } = laidOut({ marks: [by("child", 0), by("mum", 100)] });
  expect(marks.map(({ position }) => position)).toEqual([0, 100]);
});

test("a line without a mark is still a line", () => {
  expect(laidOut({})).toEqual({ strandId: "attention", marks: [], laneCount: 1 });
});
