import { describe, expect, test } from "vitest";
import type { Document } from "#report/document";
import { familyDocument, familyReaders } from "#report/family/family-document";
import { lettersIn } from "#report/pdf/letters-in";
import { peopleOf } from "#core/schema/case";
import type { ProfileBody } from "#core/schema/profile";
import { changeTalk } from "#core/visit/change-section";
import common from "../../../src/ui/i18n/en-GB/everywhere.json";
import plan from "../../../src/ui/i18n/en-GB/plan.json";
import words from "../../../src/report/words/en-GB.json";
import {
  copyOf,
  dad,
  fullVisit,
  marked,
  mum,
  nan,
  robin,
  robinsFamily,
  robinsVisit,
  strandIds,
  teacher,
} from "../../support/made-up-copy";
import { uuid } from "../../support/uuid";
import { valueOf } from "../../support/value-of";

const made = (options?: Parameters<typeof copyOf>[0]): Document => valueOf(familyDocument(copyOf(options)));
const allText = (document: Document): string => lettersIn(document).join("\n");
/** Wednesday 25 November 2026, two days after the visit. */
const LATER_MS = Date.UTC(2026, 10, 25);
const amended = (amendments: readonly Readonly<Record<string, unknown>>[]): Document => {
  const copy = copyOf();
  const sections = {
    ...copy.profile.sections,
    ...Object.fromEntries(amendments.map((each, at) => [`amendment/${uuid(at + 1)}`, each])),
  } as ProfileBody["sections"];
  return valueOf(familyDocument({ ...copy, profile: { ...copy.profile, sections } }));
};
const paragraphs = ({ blocks }: Document) => blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : []));
const headings = ({ blocks }: Document): readonly string[] =>
  blocks.flatMap((block) => (block.kind === "heading" && block.level < 3 ? [block.text] : []));
const chartIn = ({ blocks }: Document) =>
  blocks.find((block) => block.kind === "chart") ?? expect.fail("there is no chart");
const tableIn = ({ blocks }: Document) =>
  blocks.find((block) => block.kind === "table") ?? expect.fail("there is no table");
const cellText = (document: Document, row: number): readonly string[] =>
  (tableIn(document).rows[row] ?? []).map((cell) => cell.map(({ label = "", text }) => `${label}${text}`).join(" | "));

describe("what a family's copy says, and in which order", () => {
  test("what the child loves and what would be easier come first, the fixed words last", () => {
    expect(headings(made())).toEqual([
      "Robin's profile",
      "What Robin loves",
      "What would make life easier",
      "What goes well",
      "The nine lines",
      "What we will try",
      "Would help, not available here",
      "Line by line",
      "How we finished",
      "When we talk again",
      "To add something or put something right",
      "What this is",
    ]);
  });

  test("it says for whom it was made, by whom and when, on every page", () => {
    const { running, title } = made();
    expect(title).toBe("Robin's profile, made for Mum");
    expect(running.top).toBe("Robin's profile · for Mum");
    expect(running.bottom).toMatch(/^Made by Jo Reed, Monday,? 23 November 2026 · Saltmarsh/);
    expect(running.practice).toBe("Practice: a made-up family");
    expect(made({ change: { practice: false } }).running.practice).toBeUndefined();
  });

  test("a strength is somebody's words, with whose they are", () => {
    const strengths = made().blocks.find((block) => block.kind === "list" && block.items.length === 3);
    expect(strengths).toMatchObject({
      items: [
        { text: "Kind to younger children", by: "– Mum" },
        { text: "Remembers every station", by: "– Robin" },
        { text: "Explains how things work", by: "– Robin" },
      ],
    });
  });

  test("the purpose and the notice about marks to the right are the ones of the app, word for word", () => {
    expect(allText(made())).toContain(common.purpose);
    expect(made().blocks).toContainEqual({ kind: "notice", text: common.rightNotice });
    expect(words.purpose).toBe(common.purpose);
  });

  test("places, settings and answers are called what the app calls them", () => {
    expect(words.place).toEqual(common.place);
    expect(words.setting).toEqual(plan.setting);
    expect(words.asked).toEqual(plan.done.whoAsked);
  });

  test("a plan names what, where, who, from when, how we will know and what the child thinks", () => {
    const [what, who, how] = cellText(made(), 0);
    expect(what).toContain("A quiet corner that anyone may use");
    expect(what).toContain("For: Sounds, light, touch, taste and body signals");
    expect(who).toMatch(/^School or college \| Miss Ionescu, asked \| From Monday,? 30 November 2026$/);
    expect(how).toContain("Robin says that lunch was all right on most days. | Robin:Good, but not if everyone looks.");
  });

  test("a person stands in the plan as asked until they said yes", () => {
    expect(cellText(made(), 0)[1]).toContain("Miss Ionescu, asked");
    expect(cellText(made(), 1)[1]).toContain("Mum said yes");
  });

  test("what would help and is not available is printed", () => {
    expect(allText(made())).toContain("Occupational therapy before the spring");
  });

  test("a view that is somebody else's understanding says whose", () => {
    expect(allText(made())).toContain("Miss Ionescu: a little right of the middle, as Mum understands it");
  });

  test("passing and too early to say are answers, the child's named first", () => {
    const text = allText(made());
    expect(text.indexOf("Robin: passes on this one")).toBeLessThan(text.lastIndexOf("Mum: left of the middle"));
    expect(text).toContain("Dad: too early to say");
  });

  test("seeing a line differently is printed as a finished answer", () => {
    expect(allText(made())).toContain("We see this differently. That is a finished answer.");
  });

  test("words of another age beside a line are named", () => {
    const visit = changeTalk(fullVisit(), "energy", { descriptionsBand: "secondary" });
    expect(allText(made({ visit }))).toContain("The words beside this line are those for: secondary school.");
  });

  test("a mark that was made beside another age's words says whose they were", () => {
    const visit = changeTalk(fullVisit(), "attention", { descriptionsBand: "secondary" });
    expect(allText(made({ visit }))).toContain(
      "When Mum marked, the words beside this line were those for: primary school.",
    );
    expect(allText(made())).not.toContain("marked, the words beside");
  });

  test.each([
    ["for-today", "Finished for today."],
    ["right-for-today", "This is right for today."],
  ] as const)("finished %s: %s", (kind, said) => {
    expect(allText(made({ outcome: { kind } }))).toContain(said);
  });

  test("a different view stands beside with who, where and the words", () => {
    const text = allText(made());
    expect(text).toContain("Dad, about Focus, waiting and finishing\n\nI see him finish what he starts.");
  });

  test("a day that was only offered says so", () => {
    expect(allText(made())).toMatch(/Look at it again together: Wednesday,? 10 February 2027\.\n/);
    expect(allText(made())).toMatch(
      /A call to hear how it goes: Monday,? 7 December 2026\. This day is offered, not set\./,
    );
  });

  test("a correction stands beside the old words: what, by whom, when and why, and the head of the copy says so", () => {
    const text = allText(
      amended([{ what: "It is trams,\nnot trains.", byId: robin, why: "I said trams.", atMs: LATER_MS }]),
    );
    expect(text).toMatch(/Robin, Wednesday,? 25 November 2026\n\nIt is trams,\n\nnot trains\.\nWhy:\nI said trams\./);
    expect(text).toContain("Trains, and drawing maps of them");
    const ahead = "Please also read “Put right or added later” near the end. It stands beside these words.";
    expect(text.indexOf(ahead)).toBeGreaterThan(0);
    expect(text.indexOf(ahead)).toBeLessThan(text.indexOf("What Robin loves"));
    expect(allText(made())).not.toContain("Put right or added later");
  });

  test("several corrections stand in the order of time; one of a newer version is not passed over in silence", () => {
    const text = allText(
      amended([
        { what: "The second", byId: mum, why: "x", atMs: LATER_MS + 1 },
        { shape: "of a newer version" },
        { what: "The first", byId: robin, why: "y", atMs: LATER_MS },
      ]),
    );
    const places = ["The first", "The second", "There is a correction that this version cannot show."];
    expect(places.map((each) => text.indexOf(each))).toEqual(
      places.map((each) => text.indexOf(each)).sort((a, b) => a - b),
    );
    expect(text).toContain("The first");
  });

  test("a copy of what was finished for today is marked to be checked at home, until the seventh day", () => {
    const document = made({ outcome: { kind: "for-today" } });
    const until = /^To check at home until Monday,? 30 November 2026\.$/;
    const [first, second] = paragraphs(document).flatMap(({ text, look }) => (until.test(text) ? [look] : []));
    expect([first, second]).toEqual(["label", "plain"]);
    const text = allText(document);
    expect(text.indexOf("To check at home")).toBeLessThan(text.indexOf("What Robin loves"));
  });

  test("a copy that is made after those days says when they ended, where it says how people finished", () => {
    const change = { madeAtMs: Date.UTC(2026, 11, 1, 9) };
    const said = paragraphs(made({ outcome: { kind: "for-today" }, change })).map(({ text }) => text);
    expect(said.filter((text) => text.includes("check at home"))).toEqual([
      expect.stringMatching(/^The days to check at home ended on Monday,? 30 November 2026\.$/),
    ]);
  });

  test.each(["right-for-today", "seen-differently"] as const)("a copy finished as %s asks for no check", (kind) => {
    const outcome =
      kind === "seen-differently" ? { kind, views: [{ personId: mum, where: "", words: "No." }] } : { kind };
    expect(allText(made({ outcome }))).not.toContain("check at home");
  });
});

describe("what a family's copy never says", () => {
  test("a position as a number: only days hold digits", () => {
    const digits = allText(made()).match(/\d+/g) ?? [];
    expect(new Set(digits)).toEqual(new Set(["23", "2026", "30", "24", "7", "10", "2027"]));
  });

  test("where and when the next visit is", () => {
    expect(JSON.stringify(made())).not.toMatch(/Secret Street|15:30/);
  });

  test("the file's name says nothing of whom it is about, and tells two parents' copies apart", () => {
    const names = [made({ forPersonId: mum }), made({ forPersonId: dad })].map(({ fileName }) => fileName);
    expect(names).toEqual(["profile-2026-11-23-for-M.pdf", "profile-2026-11-23-for-D.pdf"]);
  });
});

describe("the nine lines", () => {
  test("there are nine, each in words as well as drawn, with all of it in the text alternative", () => {
    const chart = chartIn(made());
    expect(chart.rows.map(({ row }) => row.strandId)).toEqual(strandIds);
    for (const { name, words: said } of chart.rows) {
      expect(chart.alt).toContain(name);
      expect(chart.alt).toContain(said);
    }
  });

  test("a line without a mark says so, and no mark stands at its beginning", () => {
    const chart = chartIn(made({ visit: marked(robinsVisit(), "energy", robin, 0), outcome: { kind: "for-today" } }));
    expect(chart.rows[0]).toMatchObject({ words: "no mark", row: { marks: [] } });
    expect(chart.rows[1]?.words).toBe("Robin: at the very left, needs a lot of support here");
  });

  test("the key names those whose marks are drawn, and nobody else", () => {
    expect(chartIn(made()).key.voices.map(({ name }) => name)).toEqual([
      "Robin",
      "Mum",
      "Dad",
      "Miss Ionescu",
      "the mark made together",
    ]);
  });
});

describe("for whom a copy can be made", () => {
  test("the child and the family; not a school, not the practitioner", () => {
    expect(familyReaders(peopleOf(robinsFamily())).map(({ id }) => id)).toEqual([robin, mum, dad, nan]);
    expect(familyDocument(copyOf({ forPersonId: teacher }))).toEqual({
      ok: false,
      error: { type: "NotForThem", personId: teacher },
    });
  });

  test("HAZ-07 nobody who must not receive anything", () => {
    const body = robinsFamily();
    const section = body.sections[`person/${dad}`] ?? expect.fail("Dad is not there");
    const caseBody = {
      ...body,
      sections: {
        ...body.sections,
        [`person/${dad}`]: { ...section, person: { ...section.person, mustNotReceive: true } },
      },
    };
    expect(familyReaders(peopleOf(caseBody)).map(({ id }) => id)).toEqual([robin, mum, nan]);
    expect(familyDocument(copyOf({ caseBody, forPersonId: dad })).ok).toBe(false);
  });

  test("nobody while the visit is not finished", () => {
    const copy = copyOf();
    const { finish: _finish, ...sections } = copy.profile.sections;
    const profile = { ...copy.profile, sections: sections as ProfileBody["sections"] };
    expect(familyDocument({ ...copy, profile })).toEqual({ ok: false, error: { type: "NotFinished" } });
  });
});
