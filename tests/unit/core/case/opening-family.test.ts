import { describe, expect, test } from "vitest";
import type { Family } from "#core/case/family";
import { inOrderOfWaiting, type LocalTime, openingFamily, visitToCome } from "#core/case/opening-family";
import { withNextVisit } from "#core/case/change-case";
import { aCase } from "../../../support/made-up-bodies";
import { uuid } from "../../../support/uuid";

const DAY_MS = 86_400_000;
const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
const atMs = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const now = (timeOfDay = "09:00"): LocalTime => ({ today: "2026-11-24", timeOfDay, dayOf });

interface Parts {
  readonly on?: string;
  readonly at?: string;
  readonly savedOn?: string;
  readonly finishedOn?: string;
  readonly saidNo?: boolean;
}

/** A family named for what waits. */
const family = (name: string, { on, at = "", savedOn, finishedOn, saidNo = false }: Parts = {}): Family => {
  const body = aCase(name);
  const sections = body.sections[`person/${body.sections.child.childId}`];
  if (sections === undefined) throw new Error("no child");
  return {
    caseId: uuid(name.length),
    caseBody: on === undefined ? body : withNextVisit(body, { on, at, where: "", withPersonIds: [] }),
    child: sections.person,
    delivery: { kind: "delivered" },
    unfinished:
      savedOn === undefined
        ? []
        : [
            {
              profileId: uuid(1),
              startedAtMs: atMs(savedOn) - DAY_MS,
              savedAtMs: atMs(savedOn),
              place: "start",
              left: true,
              isToCarryOn: false,
              saidNo,
            },
          ],
    finished:
      finishedOn === undefined
        ? []
        : [
            {
              profileId: uuid(2),
              startedAtMs: atMs(finishedOn),
              finishedAtMs: atMs(finishedOn),
              delivery: { kind: "delivered" },
              isAmendmentBegun: false,
              hasPlan: false,
              reviews: [],
              isReviewBegun: false,
            },
          ],
  };
};

const opened = (families: readonly Family[], at?: string): string => {
  const opening = openingFamily(families, now(at));
  return opening.kind === "nothing-set" ? opening.kind : `${opening.kind} ${opening.family.child.name}`;
};

describe("the family that the opening screen names", () => {
  test("is the nearest visit from now on", () => {
    const families = [
      family("later", { on: "2026-12-01" }),
      family("today", { on: "2026-11-24", at: "10:30" }),
      family("afternoon", { on: "2026-11-24", at: "14:00" }),
      family("past", { on: "2026-11-23", at: "10:30" }),
      family("unfinished", { savedOn: "2026-11-23" }),
    ];
    expect(opened(families)).toBe("next-visit today");
  });

  test("stays for ninety minutes, so that a late start finds it", () => {
    const families = [
      family("morning", { on: "2026-11-24", at: "10:30" }),
      family("next", { on: "2026-11-24", at: "14:00" }),
    ];
    expect(opened(families, "11:59")).toBe("next-visit morning");
    expect(opened(families, "12:00")).toBe("next-visit next");
  });

  test("is over once the visit of that day is finished", () => {
    const families = [
      family("done", { on: "2026-11-24", at: "10:30", finishedOn: "2026-11-24" }),
      family("next", { on: "2026-11-24", at: "14:00" }),
    ];
    expect(opened(families, "10:45")).toBe("next-visit next");
    expect(opened([family("again", { on: "2026-11-24", finishedOn: "2026-11-01" })])).toBe("next-visit again");
  });

  test("a visit without a time comes after those with one, and counts all day", () => {
    const families = [family("some time", { on: "2026-11-24" }), family("at nine", { on: "2026-11-24", at: "09:00" })];
    expect(opened(families)).toBe("next-visit at nine");
    expect(opened(families, "23:59")).toBe("next-visit some time");
  });

  test("is else the unfinished visit that was saved last", () => {
    const families = [
      family("older", { savedOn: "2026-11-20" }),
      family("newer", { savedOn: "2026-11-22" }),
      family("finished", { finishedOn: "2026-11-23" }),
    ];
    expect(opened(families)).toBe("unfinished newer");
  });

  test("is the visit begun today before a visit of another day, and after one that is still to come today", () => {
    const begun = family("begun today", { savedOn: "2026-11-24" });
    const tomorrow = family("tomorrow", { on: "2026-11-25" });
    expect(opened([tomorrow, begun])).toBe("unfinished begun today");
    expect(opened([tomorrow, begun, family("this afternoon", { on: "2026-11-24", at: "14:00" })])).toBe(
      "next-visit this afternoon",
    );
    expect(opened([tomorrow, family("begun yesterday", { savedOn: "2026-11-23" })])).toBe("next-visit tomorrow");
  });

  test("is not a visit to which the answer was no: what was set stands where it stood", () => {
    const saidNo = family("said no", { savedOn: "2026-11-24", saidNo: true });
    expect(opened([saidNo])).toBe("nothing-set");
    expect(opened([saidNo, family("tomorrow", { on: "2026-11-25" })])).toBe("next-visit tomorrow");
  });

  test("is nobody when nothing is set and nothing is begun", () => {
    expect(opened([])).toBe("nothing-set");
    expect(opened([family("new"), family("finished", { finishedOn: "2026-11-23" })])).toBe("nothing-set");
  });

  test("a visit that was taken out is no visit", () => {
    expect(visitToCome(family("taken out", { on: "" }), now())).toBeUndefined();
  });
});

test("everyone else stands in the order of what waits", () => {
  const families = [
    family("finished long ago", { finishedOn: "2026-11-01" }),
    family("new"),
    family("visit in a week", { on: "2026-12-01" }),
    family("saved first", { savedOn: "2026-11-20" }),
    family("finished", { finishedOn: "2026-11-23" }),
    family("visit tomorrow", { on: "2026-11-25", at: "16:00" }),
    family("saved last", { savedOn: "2026-11-22", on: "2026-12-24" }),
  ];
  expect(inOrderOfWaiting(families, now()).map(({ child }) => child.name)).toEqual([
    "saved last",
    "saved first",
    "visit tomorrow",
    "visit in a week",
    "new",
    "finished",
    "finished long ago",
  ]);
});
