import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawings, openmoji } from "../../scripts/pictures.mjs";

const root = join(import.meta.dirname, "../..");
const { pictures } = JSON.parse(readFileSync(join(root, "questionnaires/pictures.json"), "utf8")) as {
  pictures: Record<string, string>;
};

test("a picture that OpenMoji does not have stops the build, and is named", () => {
  const seeded = { ...pictures, "grey-unicorn": "FFFFF" };
  expect(() => drawings(seeded, openmoji())).toThrow('OpenMoji has no "grey-unicorn" (FFFFF)');
});

test.each(["../fox", "Fox", "fox.svg", ""])('"%s" is no name for a picture', (name) => {
  expect(() => drawings({ [name]: "1F98A" }, openmoji())).toThrow("cannot be the name of a file");
});

test("each picture is a drawing and nothing else: no script, no link, nothing from outside", () => {
  const drawn = drawings(pictures, openmoji());
  expect(drawn.map(([name]) => name)).toEqual(Object.keys(pictures));
  const odd = drawn.flatMap(([name, svg]) =>
    [...svg.matchAll(/<(\w+)/g)].flatMap(([, element = ""]) => (DRAWS.has(element) ? [] : [[name, element]])),
  );
  expect(odd).toEqual([]);
  expect(
    drawn.filter(([, svg]) => /\son\w+=|href="(?!#)|url\((?!["']?#)|<!|@import/i.test(svg)).map(([name]) => name),
  ).toEqual([]);
});

const DRAWS = new Set("svg g path circle ellipse rect line polyline polygon defs use".split(" "));
