import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Person, type VoiceKind } from "#core/schema/person";
import { initialsById } from "#core/visit/shown-initials";
import { runs } from "../../../support/runs";
import { uuid } from "../../../support/uuid";

const person =
  (name: string, kind: VoiceKind = "family", childCalls = "") =>
  (n: number) =>
    Person.parse({ id: uuid(n), name, kind, childCalls, role: "somebody" });
const initialsOf = (...people: readonly ((n: number) => Person)[]) => {
  const everyone = people.map((make, n) => make(n));
  const initials = initialsById(everyone);
  return everyone.map(({ id }) => initials.get(id));
};

describe("letters that tell people of one kind apart", () => {
  test("are none for a person who is alone in their kind: shape and colour tell", () => {
    expect(initialsOf(person("Robin", "child"), person("Amina Khan"), person("Ms Okafor", "setting"))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("are the first letter where that is enough", () => {
    expect(initialsOf(person("Amina Khan"), person("Tom Hill"))).toEqual(["A", "T"]);
  });

  test("are the letters of first and last name where the first are the same", () => {
    expect(initialsOf(person("Sam Hill"), person("Sue Khan"))).toEqual(["SH", "SK"]);
  });

  test("are those of what the child calls them", () => {
    expect(initialsOf(person("Amina Khan", "family", "Mum"), person("Anna Hill", "family", "Dad"))).toEqual(["M", "D"]);
  });

  test("go on into a single name", () => {
    expect(initialsOf(person("Mum"), person("Mama"))).toEqual(["Mu", "Ma"]);
  });

  test("end in a number where two share a whole name", () => {
    expect(initialsOf(person("Jo Reed"), person("Jo Reed"))).toEqual(["J1", "J2"]);
  });

  test("cut no letter in half, in any script", () => {
    expect(initialsOf(person("👩🏽‍🦱 Nan"), person("نور"))).toEqual(["👩🏽‍🦱", "ن"]);
  });

  test("are never the same for two people of one kind, whatever their names", () => {
    const name = fc.stringMatching(/^[ABab]{1,4}( [ABab]{1,3})?$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 8, size: "max" }), (names) => {
        const initials = initialsOf(...names.map((each) => person(each)));
        expect(new Set(initials).size).toBe(names.length);
      }),
      runs,
    );
  });
});
