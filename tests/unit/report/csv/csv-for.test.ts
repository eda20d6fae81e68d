import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { ExportFile } from "#core/schema/export-file";
import { changeVoice } from "#core/visit/change-section";
import { wordOfCell } from "#report/csv/cell";
import { csvFor } from "#report/csv/csv-for";
import { documentLanguage } from "#report/words/report-words";
import { fileOf } from "../../../support/file-of";
import { dad, fullVisit, marked, mum, robin, robinsFamily, robinsVisit, teacher } from "../../../support/made-up-copy";
import { ndProfile } from "../../../support/nd-profile";
import { dayInEngland } from "../../../support/practice-families";
import { valueOf } from "../../../support/value-of";

const asked = { instrument: ndProfile, language: valueOf(documentLanguage("en-GB")), dayOf: dayInEngland };
type Row = Readonly<Record<string, string>>;

const csvOfFile = (file: ExportFile, forPersonId = mum) => valueOf(csvFor(file, { ...asked, forPersonId }));
/** Read as a spreadsheet does: by a reader that is not ours, strict about how many cells a row has. */
const rowsOf = (csv: string): readonly Row[] =>
  parse(Buffer.from(csv, "utf8"), { bom: true, columns: true, record_delimiter: "\r\n" });
const full = csvOfFile(fileOf());

test("each voice on a strand is one row, and what was agreed is another", () => {
  const rows = rowsOf(full.said);
  const on = (strand: string, kind: string) => rows.filter((row) => row["strand"] === strand && row["kind"] === kind);
  expect(on("attention", "voice").map(({ person, position, harder }) => [person, position, harder])).toEqual([
    ["Robin", "66", ""],
    ["Mum", "34", "Starting something new after a change of plan."],
    ["Dad", "30", "Homework, above all on Sundays."],
  ]);
  expect(on("attention", "together").map(({ mark }) => mark)).toEqual(["seen-differently"]);
  expect(on("communication", "together").map(({ position, place }) => [position, place])).toEqual([
    ["58", "a little right of the middle"],
  ]);
});

test("HAZ-04 a mark that was passed or is too early has no position, and neither has one that was not made", () => {
  const withoutMark = rowsOf(full.said).filter(({ mark }) => mark !== "placed");
  expect(withoutMark.map(({ mark }) => mark)).toEqual(expect.arrayContaining(["passed", "too-early"]));
  expect(withoutMark.map(({ position }) => position)).toEqual(withoutMark.map(() => ""));
});

test("a mark told by somebody says by whom", () => {
  const told = rowsOf(full.said).find(({ how_marked: how }) => how === "told-through");
  expect(told).toMatchObject({ person: "Miss Ionescu", strand: "sensory", as_understood_by: "Mum" });
});

test("the plan is a table of its own, and every row of both says whose, for whom and what for", () => {
  const plan = rowsOf(full.plan);
  expect(plan.map(({ kind }) => kind)).toEqual([
    ...["work-on-first", "work-on-first", "action", "action", "not-available", "look-again"],
  ]);
  for (const row of [...plan, ...rowsOf(full.said)]) {
    expect(row).toMatchObject({ child: "Robin", made_for: "Mum", practice: "Practice: a made-up family" });
    expect(row["purpose"]).toContain("It does not diagnose.");
  }
});

test("it begins with the byte order mark and ends each row as RFC 4180 says", () => {
  for (const csv of [full.said, full.plan]) {
    expect(csv.startsWith('\uFEFF"practice",')).toBe(true);
    expect(csv.endsWith('"\r\n')).toBe(true);
  }
});

test("words with quotes, commas, lines and a formula come back as they were said, and none is worked out", () => {
  const harder = '=HYPERLINK("http://bad.example","x")\r\n- "one", two;=3';
  const { said } = csvOfFile(fileOf({ visit: changeVoice(fullVisit(), "attention", mum, { harder }) }));
  const cell = rowsOf(said).find(({ strand, person }) => strand === "attention" && person === "Mum")?.["harder"] ?? "";
  expect(wordOfCell(cell)).toBe(harder);
  expect(cell.startsWith("'=")).toBe(true);
  expect(cell).toContain(";'=3");
});

test("HAZ-08 it is the same whether or not a section hidden from its reader exists", () => {
  const without = marked(robinsVisit(), "attention", mum, 30);
  const withIt = changeVoice(marked(without, "attention", dad, 95), "attention", dad, {
    hiddenFrom: [mum],
    goesWell: "A joy that Dad keeps",
  });
  expect(csvOfFile(fileOf({ visit: withIt }))).toEqual(csvOfFile(fileOf({ visit: without })));
  expect(csvOfFile(fileOf({ visit: withIt }), dad).said).toContain("A joy that Dad keeps");
});

test("HAZ-08 somebody whom the reader may not know of has not spoken, is not named and does nothing", () => {
  const family = robinsFamily();
  const section = family.sections[`person/${teacher}`] ?? expect.fail("the teacher is not there");
  const caseBody = {
    ...family,
    sections: { ...family.sections, [`person/${teacher}`]: { ...section, hiddenFrom: [mum] } },
  };
  const file = fileOf({ caseBody });
  expect(JSON.stringify(csvOfFile(file))).not.toContain("Ionescu");
  expect(JSON.stringify(csvOfFile(file, robin))).toContain("Ionescu");
});

test("where a visit happens is in no table", () => {
  expect(JSON.stringify(full)).not.toContain("Secret Street");
});
