import fc from "fast-check";
import { expect, test } from "vitest";
import type { Delivery } from "#core/schema/delivery";
import { SameChildBody, type Verdict } from "#core/schema/same-child";
import { alikeNames } from "#core/same-child/nearly-same-name";
import { mayBeOneChild, othersBeside, type SeenCase } from "#core/same-child/possible-pairs";
import { type DecisionRecord, standingOf } from "#core/same-child/standing-decision";
import { familyOf } from "../support/family";
import { uuid } from "../support/uuid";

const DELIVERED: Delivery = { kind: "delivered" };

interface SeenAs {
  readonly bornOn?: string;
  readonly isProtected?: boolean;
  readonly delivery?: Delivery;
}

const seen = (
  number: number,
  name: string,
  { bornOn = "2018-03-31", isProtected = false, delivery = DELIVERED }: SeenAs = {},
): SeenCase => {
  const caseBody = familyOf({ name, bornOn });
  const { child } = caseBody.sections;
  return {
    caseId: uuid(number),
    caseBody: { ...caseBody, sections: { ...caseBody.sections, child: { ...child, identityProtected: isProtected } } },
    delivery,
  };
};

const words = [
  "Amelia",
  "Amélia",
  "Ameila",
  "Leo",
  "Léo",
  "Khan",
  "Okafor",
  "Mary-Ann",
  "Ann",
  "Søren",
  "O'Brien",
  "李",
];
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(" "));
const day = fc.constantFrom("2018-03-31", "2018-04-01");
const ENDED: Delivery = { kind: "needs-you", reason: "access-ended" };
const aCase = (number: number) =>
  fc
    .record({
      name,
      bornOn: day,
      isProtected: fc.boolean(),
      delivery: fc.constantFrom<Delivery>(DELIVERED, { kind: "waiting", sinceMs: 1 }, ENDED),
    })
    .map((of) => seen(number, of.name, of));

const decision = (
  number: number,
  [lead, other]: readonly [number, number],
  verdict: Verdict,
  replaces: readonly number[] = [],
): DecisionRecord => ({
  recordId: uuid(number),
  caseId: uuid(lead),
  body: SameChildBody.parse({
    schemaVersion: 1,
    sections: {
      decision: {
        ...{ verdict, otherCaseId: uuid(other), replaces: replaces.map((each) => uuid(each)) },
        ...{ byId: uuid(9), byName: "Jo Reed", atMs: 1, practice: true },
      },
    },
  }),
});
const decisions = fc
  .array(
    fc.record({
      turned: fc.boolean(),
      verdict: fc.constantFrom<Verdict>("one", "two", "taken-back"),
      replaces: fc.array(fc.nat(7), { maxLength: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((some) =>
    some.map(({ turned, verdict, replaces }, at) =>
      decision(
        100 + at,
        turned ? [2, 1] : [1, 2],
        verdict,
        replaces.filter((each) => each < at).map((each) => 100 + each),
      ),
    ),
  );

test("whether two records may be one child's is the same from either side", () => {
  fc.assert(
    fc.property(aCase(1), aCase(2), (one, other) => {
      expect(mayBeOneChild(one, other)).toBe(mayBeOneChild(other, one));
    }),
  );
});

test("HAZ-11 a record marked identity protected is never one of the two, from either side, whatever was said of it", () => {
  fc.assert(
    fc.property(aCase(1), aCase(2), decisions, (one, other, said) => {
      const isKeptApart = [one, other].some(
        ({ caseBody, delivery }) => caseBody.sections.child.identityProtected || delivery.kind === "needs-you",
      );
      if (!isKeptApart) return;
      expect(mayBeOneChild(one, other)).toBeUndefined();
      expect(othersBeside(one, [one, other], said)).toEqual([]);
      expect(othersBeside(other, [one, other], said)).toEqual([]);
    }),
  );
});

test("HAZ-11 a record that this person does not have is shown by no decision about it", () => {
  fc.assert(
    fc.property(aCase(1), decisions, (one, said) => {
      expect(othersBeside(one, [one], said)).toEqual([]);
    }),
  );
});

test("a record is not suggested beside itself, nor one of another birth date", () => {
  fc.assert(
    fc.property(name, (same) => {
      expect(mayBeOneChild(seen(1, same), seen(1, same))).toBeUndefined();
      expect(mayBeOneChild(seen(1, same), seen(2, same, { bornOn: "2018-04-01" }))).toBeUndefined();
    }),
  );
});

test("accents, capitals, hyphens and the order of the names count for nothing", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(["Amélia", "Søren", "Mary-Ann", "O'Brien", "李"], { minLength: 1 }), (some) => {
      const other = [...some].reverse().join("  ").toUpperCase().replaceAll("-", " ").normalize("NFD");
      expect(alikeNames(some.join(" "), other)).toBe("same-name");
    }),
  );
});

test.each([
  ["Amelia Khan", "Amleia Khan", "nearly-same-name"],
  ["Amelia Khan", "Amellia Khan", "nearly-same-name"],
  ["Amelia Khan", "Amlia Khan", "nearly-same-name"],
  ["Amelia Khan", "Amelia Grace Khan", "nearly-same-name"],
  ["Amelia", "Amelia Khan", "nearly-same-name"],
  ["Zoë Łukasz", "ZOE LUKASZ", "same-name"],
  ["Søren Straße", "Soren Strasse", "same-name"],
])("%s and %s may be one child's", (one, other, expected) => {
  expect(alikeNames(one, other)).toBe(expected);
});

test.each([
  ["Mia Khan", "Leo Khan"],
  ["Mia Khan", "Mio Khan"],
  ["Daniel Khan", "Daniela Khan"],
  ["Jayden Khan", "Hayden Khan"],
  ["Maria Khan", "Marie Khan"],
  ["Amelia Khan", "Emilia Khan"],
  ["Amleia Kahhn", "Amelia Khann"],
  ["Amelia Amelia", "Amelia Khan"],
  ["123", "123"],
  ["李", "王"],
])("twins and others with the same birth date are not suggested: %s and %s", (one, other) => {
  expect(mayBeOneChild(seen(1, one), seen(2, other))).toBeUndefined();
});

test("what stands of two records is the same from either side and in whatever order decisions come", () => {
  fc.assert(
    fc.property(
      decisions.chain((said) =>
        fc.tuple(fc.constant(said), fc.shuffledSubarray([...said], { minLength: said.length })),
      ),
      ([said, shuffled]) => {
        const standing = standingOf(said, uuid(1), uuid(2));
        expect(standingOf(shuffled, uuid(2), uuid(1))).toEqual(standing);
      },
    ),
  );
});

test("a decision stands until one that names it, and where two that stand say otherwise neither is taken", () => {
  fc.assert(
    fc.property(decisions, (said) => {
      const named = new Set(said.flatMap(({ body }) => body.sections.decision.replaces));
      const left = said.filter(
        ({ recordId, body }) => !named.has(recordId) && body.sections.decision.verdict !== "taken-back",
      );
      const verdicts = [...new Set(left.map(({ body }) => body.sections.decision.verdict))];
      const standing = standingOf(said, uuid(1), uuid(2));
      expect(standing.kind).toBe(verdicts.length === 0 ? "open" : verdicts.length === 2 ? "differ" : verdicts[0]);
      expect("said" in standing ? standing.said.length : 0).toBe(left.length);
    }),
  );
});

test("what was said of two children is not suggested anew, and what is taken back is", () => {
  const [one, other] = [seen(1, "Amelia"), seen(2, "Amélia")];
  const two = decision(101, [1, 2], "two");
  expect(othersBeside(one, [one, other], [])).toMatchObject([{ standing: { kind: "open" }, because: "same-name" }]);
  expect(othersBeside(other, [one, other], [two])).toMatchObject([{ standing: { kind: "two" } }]);
  const back = decision(102, [2, 1], "taken-back", [101]);
  expect(othersBeside(other, [one, other], [two, back])).toMatchObject([{ standing: { kind: "open" } }]);
});

test("of other children nothing is said", () => {
  expect(standingOf([decision(101, [1, 3], "one")], uuid(1), uuid(2))).toEqual({ kind: "open" });
});

test("a word of a newer version for what was said is kept, and neither one child nor two", () => {
  const { body, ...rest } = decision(101, [1, 2], "one");
  const newer = { ...body, sections: { decision: { ...body.sections.decision, verdict: "half-siblings" } } };
  expect(standingOf([{ ...rest, body: newer }], uuid(1), uuid(2)).kind).toBe("differ");
});
