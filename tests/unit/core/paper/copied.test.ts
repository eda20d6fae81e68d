import { describe, expect, test } from "vitest";
import { copiedIn } from "#core/paper/copied";
import { writeWords } from "#core/paper/copied-words";
import { pageCode } from "#core/paper/page-code";
import { pageForLine } from "#core/paper/page-for-line";
import type { FromPaper } from "#core/schema/paper";
import { ProfileBody } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { pictureFor } from "#core/scoring/picture";
import { changeVoice, voiceIn } from "#core/visit/change-section";
import { answerWithoutMark, placeMark } from "#core/visit/mark";
import { seeEverythingTogether } from "#core/visit/together";
import { dad, jo, marked, mum, robin, robinsVisit, strandIds } from "../../../support/made-up-copy";
import { uuid } from "../../../support/uuid";

const AT_MS = Date.UTC(2027, 4, 3, 10);
const paper: FromPaper = { by: jo.id, atMs: AT_MS, code: "WP7F-PRA-NAK", on: "2027-05-01" };
const STRAND = "energy";
const marking = { strandId: STRAND, personId: mum, enteredBy: jo.id, atMs: AT_MS };
const placed = (visit: Visit, position: number, how?: FromPaper): Visit =>
  placeMark(visit, marking, {
    position,
    input: "tap",
    ...(how === undefined ? {} : { how: { kind: "from-paper", paper: how } }),
  });
const mumsVoice = (visit: Visit) => voiceIn(visit, STRAND, mum);
const mumsMark = (visit: Visit) => mumsVoice(visit).mark;

describe("HAZ-20 a mark that is copied from paper", () => {
  test("keeps who copied it, when, from which page, and the day written on it; also when it is read back", () => {
    const visit = placed(robinsVisit(), 34, paper);
    const read = ProfileBody.parse(JSON.parse(JSON.stringify(visit.profile)));
    expect(read.sections[`voice/${STRAND}/${mum}`]?.mark).toMatchObject({
      position: 34,
      how: { kind: "from-paper", paper },
    });
  });

  test("and is then moved on the screen is the screen's, and names no page", () => {
    const moved = placed(placed(robinsVisit(), 34, paper), 60);
    expect(mumsMark(moved)).toMatchObject({ position: 60, how: { kind: "self" } });
    expect(copiedIn(mumsVoice(moved))).toEqual([]);
  });

  test("stays the page's while it is moved in copying it", () => {
    expect(mumsMark(placed(placed(robinsVisit(), 34, paper), 36, paper))).toMatchObject({
      how: { kind: "from-paper", paper },
    });
  });

  test("HAZ-13 was made away from this screen: what is shown here was not seen before it", () => {
    const together = seeEverythingTogether(marked(robinsVisit(), STRAND, dad, 70), strandIds, AT_MS);
    expect(mumsMark(placed(together, 34, paper))).toMatchObject({ seenBefore: [] });
    expect(mumsMark(placed(together, 34))).toMatchObject({ seenBefore: [dad] });
  });

  test("a pass on paper is kept so too, and is on the picture; a pass on the screen is not", () => {
    const passed = answerWithoutMark(robinsVisit(), marking, "passed", paper);
    expect(copiedIn(mumsVoice(passed))).toEqual([{ what: "answer", paper }]);
    const context = { strandIds, youngPersonId: robin, ageYears: 8 };
    const row = pictureFor([], passed.profile.sections, context).rows.find(({ strandId }) => strandId === STRAND);
    expect(row?.answers).toEqual([{ personId: mum, kind: "passed", paper }]);
    expect(copiedIn(mumsVoice(answerWithoutMark(passed, marking, "passed")))).toEqual([]);
  });
});

describe("HAZ-20 words that are copied from paper", () => {
  const copied = writeWords(placed(robinsVisit(), 34, paper), STRAND, mum, { goesWell: "Up early" }, paper);

  test("are told with the mark of the same page", () => {
    expect(copiedIn(mumsVoice(copied))).toEqual([{ what: "mark-and-words", paper }]);
  });

  test("and are then changed on the screen are the screen's; the others stay the page's", () => {
    const both = writeWords(copied, STRAND, mum, { harder: "Evenings" }, paper);
    const changed = writeWords(both, STRAND, mum, { harder: "Evenings, on Sundays" });
    expect(mumsVoice(changed).paperByField).toEqual({ goesWell: paper });
    expect(copiedIn(mumsVoice(changed))).toEqual([
      { what: "mark", paper },
      { what: "some-words", paper },
    ]);
  });

  test("an empty field is copied from nowhere", () => {
    const emptied = writeWords(copied, STRAND, mum, { goesWell: "" }, paper);
    expect(copiedIn(mumsVoice(emptied))).toEqual([{ what: "mark", paper }]);
  });

  test("words of the screen never say that they were copied, and pinning them changes nothing", () => {
    const written = writeWords(robinsVisit(), STRAND, mum, { goesWell: "Up early" });
    expect(Object.hasOwn(mumsVoice(written), "paperByField")).toBe(false);
    expect(copiedIn(mumsVoice(changeVoice(copied, STRAND, mum, { strengthPinned: true })))).toHaveLength(1);
  });
});

describe("which page belongs to a line", () => {
  const page = {
    caseId: uuid(0x950),
    questionnaire: { id: "nd-profile", version: 1 },
    band: "primary" as const,
    part: "line" as const,
    number: 2,
  };
  const line = { ...page, strandIds, strandId: STRAND, forChild: false };

  test("that line's, in its own words", () => {
    expect(pageForLine(pageCode(page), line)).toEqual({ ok: true, value: pageCode(page) });
    const childs = pageCode({ ...page, part: "child-line" });
    expect(pageForLine(childs, { ...line, forChild: true })).toEqual({ ok: true, value: childs });
  });

  test.each([
    ["of another line", { number: 3 }, false, { type: "AnotherLine", strandId: "attention" }],
    ["with a child's words, onto an adult's line", { part: "child-line" as const }, false, { type: "ChildsWords" }],
    ["with an adult's words, onto the child's line", {}, true, { type: "AdultsWords" }],
    ["that is the cover", { part: "cover" as const, number: 1 }, false, { type: "NotALine" }],
    ["that is the plan", { part: "plan" as const, number: 1 }, false, { type: "NotALine" }],
    ["of a tenth line", { number: 10 }, false, { type: "NotALine" }],
    ["HAZ-01 of another child", { caseId: uuid(0x951) }, false, { type: "AnotherChild" }],
  ])("and not one %s", (_, change, forChild, error) => {
    expect(pageForLine(pageCode({ ...page, ...change }), { ...line, forChild })).toEqual({ ok: false, error });
  });
});
