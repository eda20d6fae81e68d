import { expect, test } from "vitest";
import { peopleOf } from "#core/schema/case";
import { firstToMark } from "#core/flow/first-to-mark";
import { familyOf, idOf, whoIs, type Who } from "../../../support/family";
import { begin } from "../../../support/scenario";

const baby = { name: "Noor", bornOn: "2026-01-20" };
const first = (here: readonly Who[], child?: typeof baby): Who => {
  const visit = begin({ here, ...(child === undefined ? {} : { child }) });
  return whoIs(firstToMark(visit.kept(), peopleOf(familyOf(child))));
};

test("the child is asked first where they are in the room", () => {
  expect(first(["mum", "child", "practitioner"])).toBe("child");
});

test("without the child, whoever is here", () => {
  expect(first(["mum", "practitioner"])).toBe("mum");
});

test("where nobody was ticked, the first on the record", () => {
  expect(first([])).toBe("child");
});

test("HAZ-14 no line of a baby's own is open before somebody chooses it: the family is asked first", () => {
  expect(first(["practitioner", "child", "dad"], baby)).toBe("dad");
  expect(first(["child", "practitioner", "teacher"], baby)).toBe("teacher");
  expect(first(["child", "practitioner"], baby)).toBe("practitioner");
});

test("HAZ-14 nor with the words for under 2 chosen for an older child", () => {
  const visit = begin({ here: ["child", "mum"] });
  visit.changesBand("under-2");
  expect(whoIs(firstToMark(visit.kept(), peopleOf(familyOf())))).toBe(whoIs(idOf("mum")));
});
