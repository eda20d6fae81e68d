import { expect, test } from "vitest";
import { newCase, withNextVisit, withoutNextVisit, withPerson } from "#core/case/change-case";
import { CaseBody, childOf, NextVisit, peopleOf } from "#core/schema/case";
import { Person } from "#core/schema/person";
import { aCase } from "../../../support/made-up-bodies";
import { uuid } from "../../../support/uuid";

const person = (n: number, name: string, kind = "family", role = "mum") =>
  Person.parse({ id: uuid(n), name, kind, role });
const languages = { spoken: "English", read: "", signed: "BSL" };

test("a new case holds the child first, then the people as they were written down", () => {
  const body = newCase({
    child: person(1, "Robin", "child", "child"),
    bornOn: "2018-03-31",
    practice: true,
    languages,
    people: [person(3, "Sam"), person(2, "Ana")],
    nextVisit: NextVisit.parse({ on: "2026-12-01" }),
  });
  expect(peopleOf(body).map(({ name }) => name)).toEqual(["Robin", "Sam", "Ana"]);
  expect(childOf(body).id).toBe(body.sections.child.childId);
  expect(body.sections.child.languages).toEqual(languages);
  expect(CaseBody.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
});

test("a person is added, or changed in place, and nothing else is touched", () => {
  const before = withPerson(aCase(), person(7, "Sam"));
  const after = withPerson(withPerson(before, person(8, "Ana")), person(7, "Samira"));
  expect(peopleOf(after).map(({ name }) => name)).toEqual(["Robin", "Samira", "Ana"]);
  expect(after.sections.child).toBe(before.sections.child);
});

test("who must not see a person or a visit stays hidden when it changes", () => {
  const body = CaseBody.parse({
    ...aCase(),
    sections: {
      ...aCase().sections,
      [`person/${uuid(7)}`]: { person: person(7, "Sam"), hiddenFrom: [uuid(1)] },
      "next-visit": { on: "2026-12-01", hiddenFrom: [uuid(2)] },
    },
  });
  const changed = withNextVisit(withPerson(body, person(7, "Samira")), {
    on: "2026-12-02",
    at: "",
    where: "",
    withPersonIds: [],
  });
  expect(changed.sections[`person/${uuid(7)}`]?.hiddenFrom).toEqual([uuid(1)]);
  expect(changed.sections["next-visit"]?.hiddenFrom).toEqual([uuid(2)]);
});

test("a visit that is taken out is said to be none, so that its absence travels", () => {
  const set = withNextVisit(aCase(), { on: "2026-12-01", at: "10:30", where: "At school", withPersonIds: [uuid(901)] });
  const cleared = CaseBody.parse(JSON.parse(JSON.stringify(withoutNextVisit(set))));
  expect(cleared.sections["next-visit"]).toEqual({ on: "", at: "", where: "", withPersonIds: [], hiddenFrom: [] });
});
