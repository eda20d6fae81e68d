import { describe, expect, test } from "vitest";
import { writeWords } from "#core/paper/copied-words";
import type { FromPaper } from "#core/schema/paper";
import { addAction, changeAction, changeGoal, goalIn } from "#core/plan/change-plan";
import { changeVoice, withPlan } from "#core/visit/change-section";
import { placeMark } from "#core/visit/mark";
import type { Block } from "#report/document";
import { familyDocument } from "#report/family/family-document";
import { copyOf, dad, jo, mum, robinsVisit } from "../../support/made-up-copy";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const paper: FromPaper = { by: jo.id, atMs: Date.UTC(2026, 10, 23, 10), code: "WP7F-PRA-NAK", on: "2026-11-20" };
const copied = (from: FromPaper = paper) =>
  writeWords(
    placeMark(
      robinsVisit(),
      { strandId: "energy", personId: mum, enteredBy: jo.id, atMs: from.atMs },
      { position: 34, input: "tap", how: { kind: "from-paper", paper: from } },
    ),
    "energy",
    mum,
    { goesWell: "Up early" },
    from,
  );
const notes = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === "paragraph" && block.look === "note" ? [block.text] : []));
const notesFor = (visit: ReturnType<typeof copied>, forPersonId = mum) =>
  notes(valueOf(familyDocument(copyOf({ visit, forPersonId, outcome: { kind: "for-today" } }))).blocks);

describe("HAZ-20 the family's copy", () => {
  test("says what was copied from paper, by whom, on which day, and the day on the paper", () => {
    expect(notesFor(copied())).toContainEqual(
      expect.stringMatching(
        /^Mum's mark and words were copied from paper by Jo Reed on Monday,? 23 November 2026\. The day on the paper is Friday,? 20 November 2026\.$/,
      ),
    );
  });

  test("says it of somebody who may not be named without a name", () => {
    expect(notesFor(copied({ ...paper, by: uuid(0x777) }))).toContainEqual(
      expect.stringContaining("copied from paper by somebody of the area on"),
    );
  });

  test("HAZ-08 says nothing of it to whom the line is hidden from", () => {
    const hidden = changeVoice(copied(), "energy", mum, { hiddenFrom: [dad] });
    expect(notesFor(hidden, dad).join(" ")).not.toContain("paper");
    expect(notesFor(hidden, mum).join(" ")).toContain("paper");
  });

  test("says nothing where nothing was copied", () => {
    expect(notesFor(robinsVisit()).join(" ")).not.toContain("paper");
  });

  test("says it of what the child wants, and of something to try", () => {
    const actionId = uuid(0x801);
    const visit = changeAction(addAction(changeGoal(robinsVisit(), { words: "Swim" }), actionId), actionId, {
      what: "A walk before class",
      changes: "adults-or-place",
      paper,
    });
    const copy = copyOf({ visit, forPersonId: mum, outcome: { kind: "for-today" } });
    expect(JSON.stringify(valueOf(familyDocument(copy)).blocks)).toContain("This was copied from paper by Jo Reed on");
    const goal = withPlan(robinsVisit(), { goal: { ...goalIn(visit), paper } });
    expect(notesFor(goal).join(" ")).toContain("This was copied from paper by Jo Reed on");
  });
});
