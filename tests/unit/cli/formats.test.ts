import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerItem } from "#core/questionnaire/change-page";
import { AreaSettings } from "#core/schema/area-settings";
import { PageAnswer, PageSection } from "#core/schema/page";
import { QuestionnaireStructure } from "#core/schema/questionnaire";
import { LARGEST_RESCUE_BYTES } from "#core/sealed/rescue-file";
import { SealedMessage } from "#core/schema/sealed-wire";
import { runExportFhir } from "../../../src/cli/commands/run-export-fhir";
import { runReport } from "../../../src/cli/commands/run-report";
import { runScore } from "../../../src/cli/commands/run-score";
import { runValidate } from "../../../src/cli/commands/run-validate";
import { collectingTerminal } from "../../support/collecting-terminal";
import { readPdf } from "../../support/pdf-file";

const page = readFileSync("docs/formats.md", "utf8");

/** The JSON example under a heading of the page. */
const exampleUnder = (heading: string): string => {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`));
  const example = /```json\n([\s\S]*?)```/.exec(section ?? "")?.[1];
  if (example === undefined) throw new Error(`docs/formats.md has no example under "${heading}"`);
  return example;
};

let folder = "";
const file = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "formats-"));
  writeFileSync(file("structure.json"), exampleUnder("structure.json"));
  writeFileSync(file("en-GB.json"), exampleUnder("Wording"));
  writeFileSync(file("answers.json"), exampleUnder("answers.json"));
  writeFileSync(file("golden.json"), exampleUnder("golden.json"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("the examples of a structure, its words and its cases hold together", () => {
  const terminal = collectingTerminal();
  const files = ["structure.json", "en-GB.json", "golden.json"].map(file);
  expect(runValidate(files, terminal)).toBe(0);
  expect(terminal.written.err).toBe("");
  expect(terminal.written.out.split("\n")).toEqual([
    `${file("structure.json")}: ok, mornings version 1, 1 strands`,
    `${file("en-GB.json")}: ok, words in en-GB`,
    `${file("golden.json")}: ok, 1 cases hold`,
    "",
  ]);
});

test("the example of a sealed message is one", () => {
  expect(SealedMessage.parse(JSON.parse(exampleUnder("A sealed message")))).toMatchObject({ givenUp: false });
});

test("the example of what an area has taken back is read", () => {
  writeFileSync(file("withdrawn.json"), exampleUnder("An area's own files"));
  const terminal = collectingTerminal();
  expect(runValidate([file("withdrawn.json")], terminal)).toBe(0);
  expect(terminal.written.out).toBe(`${file("withdrawn.json")}: ok, 2 withdrawn\n`);
  writeFileSync(file("withdrawn.json"), '[{ "id": "bath-time", "version": "1", "useInstead": "" }]');
  expect(runValidate([file("withdrawn.json")], terminal)).toBe(1);
  expect(terminal.written.err).toContain(`${file("withdrawn.json")}: 0/version: `);
});

test("a rescue file of a real size is read: what 500 records of 20 KB come to, and no other file may be as large", () => {
  const sealed = Buffer.alloc(500 * 20 * 1024, 0xa5).toString("base64");
  const large = exampleUnder("A rescue file").replace(/"content": "[^"]*"/, `"content": "${sealed}"`);
  writeFileSync(file("rescue.json"), large);
  const terminal = collectingTerminal();
  expect([runValidate([file("rescue.json")], terminal), terminal.written.err]).toEqual([0, ""]);
  writeFileSync(file("rescue.json"), large.replace('"kind": "strandline-rescue"', '"kind": "strandline-other"'));
  expect(runValidate([file("rescue.json")], terminal)).toBe(1);
  expect(terminal.written.err).toContain("whole file: this is larger than 2 MB");
});

test("a rescue file of 384 MB and a byte is not read, and the reason is said", () => {
  writeFileSync(file("rescue.json"), exampleUnder("A rescue file"));
  // A file with a hole: it takes no room on the disk.
  truncateSync(file("rescue.json"), LARGEST_RESCUE_BYTES + 1);
  const terminal = collectingTerminal();
  expect(runValidate([file("rescue.json")], terminal)).toBe(1);
  expect(terminal.written.err).toBe(`${file("rescue.json")}: whole file: this is larger than 384 MB\n`);
});

test("the example of a rescue file is read, and one of a newer format is left to a newer version", () => {
  writeFileSync(file("rescue.json"), exampleUnder("A rescue file"));
  const terminal = collectingTerminal();
  expect([runValidate([file("rescue.json")], terminal), terminal.written.err]).toEqual([0, ""]);
  expect(terminal.written.out).toContain("ok, a sealed rescue file made at 2026-11-23T09:00:00.000Z");
  writeFileSync(file("rescue.json"), exampleUnder("A rescue file").replace('"format": 1', '"format": 2'));
  expect(runValidate([file("rescue.json")], terminal)).toBe(1);
  expect(terminal.written.err).toContain("format: made by a newer version");
});

test("the examples of strategies and their words hold together", () => {
  mkdirSync(file("strategies"));
  const files = ["strategies/structure.json", "strategies/en-GB.json"].map(file) as [string, string];
  writeFileSync(files[0], exampleUnder("Strategies"));
  writeFileSync(files[1], exampleUnder("Words of strategies"));
  const terminal = collectingTerminal();
  expect([runValidate(files, terminal), terminal.written.err]).toEqual([0, ""]);
  expect(terminal.written.out.split("\n")).toEqual([
    `${files[0]}: ok, morning-ideas version 1, 2 strategies`,
    `${files[1]}: ok, words in en-GB for 2 strategies`,
    "",
  ]);
});

test("the example of answers gives exactly the output on the page", () => {
  const terminal = collectingTerminal();
  expect(runScore([file("structure.json"), file("answers.json")], terminal)).toBe(0);
  expect(terminal.written.err).toBe("");
  expect(JSON.parse(terminal.written.out)).toEqual(JSON.parse(exampleUnder("What score prints")));
});

test("the example of an exported profile becomes a copy for the person whom the page names", async () => {
  writeFileSync(file("profile.json"), exampleUnder("A profile as a file"));
  const [, person = ""] = /--for ([0-9a-f-]{36})/.exec(page) ?? [];
  const terminal = collectingTerminal();
  const args = [file("profile.json"), file("copy.pdf"), "--kind", "family", "--for", person];
  expect([await runReport(args, terminal), terminal.written.err]).toEqual([0, ""]);
  const { text } = readPdf(new Uint8Array(readFileSync(file("copy.pdf"))));
  expect(text).toContain("Made for Mum by Jo Reed");
  expect(text).toContain("Trams, not trains");
});

test("the example of a voice in FHIR is one that the exported profile of the page becomes", () => {
  writeFileSync(file("profile.json"), exampleUnder("A profile as a file"));
  const terminal = collectingTerminal();
  expect([runExportFhir([file("profile.json")], terminal), terminal.written.err]).toEqual([0, ""]);
  const { entry } = JSON.parse(terminal.written.out) as { readonly entry: readonly { readonly resource: object }[] };
  const example = JSON.parse(exampleUnder("A profile as FHIR")) as object;
  expect(entry.map(({ resource }) => resource)).toContainEqual(expect.objectContaining(example));

  writeFileSync(file("bundle.json"), terminal.written.out);
  const again = collectingTerminal();
  expect([runValidate([file("bundle.json")], again), again.written.err]).toEqual([0, ""]);
  expect(again.written.out).toMatch(/bundle\.json: ok, a Bundle with \d responses? to its questionnaire\n$/);
});

test("a profile goes on as FHIR for one person, and for nobody who is not on the record", () => {
  writeFileSync(file("profile.json"), exampleUnder("A profile as a file"));
  const [, person = ""] = /--for ([0-9a-f-]{36})/.exec(page) ?? [];
  const terminal = collectingTerminal();
  expect(runExportFhir([file("profile.json"), "--for", person], terminal)).toBe(0);
  expect(runExportFhir([file("profile.json"), "--for", "somebody"], terminal)).toBe(1);
  expect(terminal.written.err).toBe(
    `${file("profile.json")}: caseBody: this person is not on the record, or must not receive anything\n`,
  );
  for (const args of [[], ["a", "b"], ["a", "--to", "b"]]) expect(runExportFhir(args, terminal)).toBe(2);
});

test("the examples of a questionnaire of pages and its words hold together", () => {
  mkdirSync(file("bath-time/v1"), { recursive: true });
  const files = ["bath-time/v1/structure.json", "bath-time/v1/en-GB.json"].map(file) as [string, string];
  writeFileSync(files[0], exampleUnder("A questionnaire of pages"));
  writeFileSync(files[1], exampleUnder("Words of pages"));
  const terminal = collectingTerminal();
  expect([runValidate(files, terminal), terminal.written.err]).toEqual([0, ""]);
  expect(terminal.written.out.split("\n")).toEqual([
    `${files[0]}: ok, bath-time version 1, 1 page, words in en-GB`,
    `${files[1]}: ok, words in en-GB`,
    "",
  ]);
});

test("the example of cases for pages holds", () => {
  mkdirSync(file("bath-time/v1"), { recursive: true });
  writeFileSync(file("bath-time/v1/structure.json"), exampleUnder("A questionnaire of pages"));
  writeFileSync(file("bath-time/v1/golden.json"), exampleUnder("golden.json of pages"));
  const terminal = collectingTerminal();
  expect([runValidate([file("bath-time/v1/golden.json")], terminal), terminal.written.err]).toEqual([0, ""]);
  expect(terminal.written.out).toBe(`${file("bath-time/v1/golden.json")}: ok, 1 cases hold\n`);
});

test("the examples of an index and its words hold together, and lead into the questionnaires on the page", () => {
  for (const folder of ["bath-time/v1", "mornings/v1", "where-is-it/v1"]) mkdirSync(file(folder), { recursive: true });
  writeFileSync(file("bath-time/v1/structure.json"), exampleUnder("A questionnaire of pages"));
  writeFileSync(file("mornings/v1/structure.json"), exampleUnder("structure.json"));
  const files = ["where-is-it/v1/structure.json", "where-is-it/v1/en-GB.json"].map(file) as [string, string];
  writeFileSync(files[0], exampleUnder("Where does it go"));
  writeFileSync(files[1], exampleUnder("Words of where it goes"));
  const terminal = collectingTerminal();
  expect([runValidate(files, terminal), terminal.written.err]).toEqual([0, ""]);
  expect(terminal.written.out.split("\n")).toEqual([
    `${files[0]}: ok, where-is-it version 1, 2 entries`,
    `${files[1]}: ok, words in en-GB for 2 entries`,
    "",
  ]);
});

test("the example of answers on a page is read as it stands, and each is an answer to its item", () => {
  const section = PageSection.parse(JSON.parse(exampleUnder("Answers on a page")));
  expect(section).toEqual(JSON.parse(exampleUnder("Answers on a page")));
  const structure = QuestionnaireStructure.parse(JSON.parse(exampleUnder("A questionnaire of pages")));
  const refused = Object.entries(section.answers).filter(
    ([key, answer]) => !answerItem(section, { structure, pageId: "at-home", key }, PageAnswer.parse(answer)).ok,
  );
  expect(refused).toEqual([]);
});

test("the example of released files names one that is not there", () => {
  writeFileSync(file("released.json"), exampleUnder("released.json"));
  const terminal = collectingTerminal();
  expect(runValidate([file("released.json")], terminal)).toBe(1);
  expect(terminal.written.err).toContain("files/bath-time/v1/structure.json: this was released and ");
});

test("the example of a questionnaire from elsewhere can be imported, and what is left out is named", () => {
  writeFileSync(file("foreign.json"), exampleUnder("A questionnaire from elsewhere"));
  const terminal = collectingTerminal();
  expect([runValidate([file("foreign.json")], terminal), terminal.written.err]).toEqual([0, ""]);
  expect(terminal.written.out).toBe(
    `${file("foreign.json")}: ok, can be imported as bath-time; left out:\n` +
      '  item/2/type: the type "quantity" is not supported\n',
  );
});

test("the example of an area's five doors is read as the area's settings are", () => {
  const { safetyDoors } = AreaSettings.parse(JSON.parse(exampleUnder("The five doors of an area")));
  expect(safetyDoors[0]?.lines[0]?.number).toBe("03069 990101");
});

test("every JSON example on the page is one of these", () => {
  expect(page.match(/^```json$/gm)).toHaveLength(21);
});
