import { expect, test } from "vitest";
import { addTo } from "#core/concern/additions";
import { isNobodyTold } from "#core/concern/nobody-told";
import { Added, ConcernBody } from "#core/schema/concern";
import { uuid } from "../../../support/uuid";

const concern = (told: readonly object[] = []) =>
  ConcernBody.parse({
    schemaVersion: 1,
    sections: { concern: { byId: uuid(1), byName: "Grace", atMs: 1, practice: true, words: "Words", told } },
  });

test.each([
  ["nothing is said of it", [], true],
  ["a line was begun and left empty", [{ door: "", who: " ", when: "at noon" }], true],
  ["a door is named", [{ door: "child-front-door", who: "", when: "" }], false],
  ["somebody is named", [{ door: "", who: "Ms Adeyemi", when: "" }], false],
])("where %s, nobody was told: %#", (_, told, expected) => {
  expect(isNobodyTold(concern(told).sections)).toBe(expected);
});

test("whoever has answered since was told", () => {
  const answer = (answeredBy: string) => addTo(concern(), uuid(2), Added.parse({ atMs: 2, answeredBy })).sections;
  expect(isNobodyTold(answer(" "))).toBe(true);
  expect(isNobodyTold(answer("The front door"))).toBe(false);
});
