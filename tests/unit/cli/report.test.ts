import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ExportFile, exportFileOf } from "#core/schema/export-file";
import { changeLoves } from "#core/visit/change-section";
import { runReport } from "../../../src/cli/commands/run-report";
import { collectingTerminal } from "../../support/collecting-terminal";
import { copyOf, fullVisit, mum, robin, teacher } from "../../support/made-up-copy";
import { readPdf } from "../../support/pdf-file";
import { uuid } from "../../support/uuid";

const exported = (visit = fullVisit()): ExportFile => {
  const { profile, plan, caseBody, area, practice, madeBy } = copyOf({ visit });
  return exportFileOf({
    exportedAt: "2026-11-23T17:00:00.000Z",
    practice,
    area,
    madeBy,
    caseId: uuid(1),
    caseBody,
    profile: { id: uuid(2), body: profile },
    ...(plan === undefined ? {} : { plan: { id: uuid(3), body: plan } }),
  });
};

let folder = "";
let terminal = collectingTerminal();
const file = (name: string): string => join(folder, name);
const write = (name: string, content: unknown): string => {
  writeFileSync(file(name), JSON.stringify(content));
  return file(name);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "strandline-report-"));
});
beforeEach(() => {
  terminal = collectingTerminal();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("an exported profile becomes the family's copy for one person", async () => {
  const out = file("copy.pdf");
  const code = await runReport([write("profile.json", exported()), out, "--kind", "family", "--for", mum], terminal);
  expect([code, terminal.written.err]).toEqual([0, ""]);
  expect(terminal.written.out).toMatch(/copy\.pdf: \d+ pages\n$/);
  const pdf = readPdf(new Uint8Array(readFileSync(out)));
  expect(pdf.info).toMatchObject({ Title: "Robin's profile, made for Mum", Tagged: "yes" });
  expect(pdf.text).toContain("Trains, and drawing maps of them");
});

test("signs that cannot be printed are named by their numbers, never by the words around them", async () => {
  const profile = write("emoji.json", exported(changeLoves(fullVisit(), robin, { loves: "Trains 🚂 in secret" })));
  expect(await runReport([profile, file("emoji.pdf"), "--kind", "family", "--for", robin], terminal)).toBe(0);
  expect(terminal.written.err).toBe(`${file("emoji.pdf")}: U+1F682 cannot be printed and stands as [?]\n`);
});

test("what the app exports, the schema reads back as it was; where the next visit is stays out", () => {
  const content = exported();
  expect(ExportFile.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  expect(JSON.stringify(content)).not.toContain("Secret Street");
});

test.each([
  ["somebody of the school", () => exported(), teacher, "neither"],
  ["nobody of this family", () => exported(), uuid(9), "neither"],
  [
    "a profile that is not finished",
    () => {
      const content = exported();
      const { finish: _finish, ...sections } = content.profile.body.sections;
      return { ...content, profile: { ...content.profile, body: { ...content.profile.body, sections } } };
    },
    mum,
    "profile/body/sections/finish: this profile is not finished",
  ],
  ["another kind of file", () => ({ format: 1, kind: "something-else" }), mum, "kind"],
])("%s is refused with the file, the place and the reason", async (name, content, person, reason) => {
  const path = write(`${name}.json`, content());
  expect(await runReport([path, file("no.pdf"), "--kind", "family", "--for", person], terminal)).toBe(1);
  expect(terminal.written.err).toContain(`${path}: `);
  expect(terminal.written.err).toContain(reason);
  expect(terminal.written.err).not.toMatch(/Robin|Amina|Trains/);
  expect(terminal.written.out).toBe("");
});

test("a language without words is refused with those that there are", async () => {
  const args = [write("lang.json", exported()), file("no.pdf"), "--kind", "family", "--for", mum, "--lang", "cy"];
  expect(await runReport(args, terminal)).toBe(1);
  expect(terminal.written.err).toContain("known: en-GB");
});

test("a place that cannot be written is said", async () => {
  const args = [write("write.json", exported()), file("no/such/folder.pdf"), "--kind", "family", "--for", mum];
  expect(await runReport(args, terminal)).toBe(1);
  expect(terminal.written.err).toContain("this file cannot be written (ENOENT)");
});

test.each([
  [[]],
  [["a.json", "b.pdf"]],
  [["a.json", "b.pdf", "--kind", "family"]],
  [["a.json", "b.pdf", "--kind", "school", "--for", mum]],
  [["a.json", "b.pdf", "c.pdf", "--kind", "family", "--for", mum]],
  [["a.json", "b.pdf", "--kind", "family", "--for", mum, "--loud"]],
])("called with %j it says how to call it", async (args) => {
  expect(await runReport(args, terminal)).toBe(2);
  expect(terminal.written.err).toMatch(/^usage: report/);
});

test("a blank set is made from an age alone, or for the child of an exported profile", async () => {
  expect(await runReport([file("any.pdf"), "--kind", "blank", "--band", "secondary"], terminal)).toBe(0);
  expect(terminal.written.out).toBe(`${file("any.pdf")}: 39 pages\n`);
  expect(readPdf(new Uint8Array(readFileSync(file("any.pdf")))).info["Title"]).toBe("Pages to fill in, for the child");

  const profile = write("for-blank.json", exported());
  expect(await runReport([profile, file("blank.pdf"), "--kind", "blank"], terminal)).toBe(0);
  const pdf = readPdf(new Uint8Array(readFileSync(file("blank.pdf"))));
  expect(pdf.info["Title"]).toBe("Pages to fill in, for Robin");
  expect(pdf.text).toContain("For Nan");
  expect(pdf.text).not.toMatch(/maps of them|Hill|Amina|2018/);
});

test.each([
  [["any.pdf", "--kind", "blank"]],
  [["any.pdf", "--kind", "blank", "--band", "toddler"]],
  [["any.pdf", "--kind", "blank", "--band", "primary", "--for", mum]],
  [["a.json", "any.pdf", "--kind", "family", "--for", mum, "--band", "primary"]],
])("a blank set called with %j says how to call it", async (args) => {
  expect(await runReport(args, terminal)).toBe(2);
  expect(terminal.written.err).toContain("--kind blank");
});
