import { describe, expect, test } from "vitest";
import type { ProfileSections } from "#core/schema/profile";
import { hide } from "#core/scoring/hide";
import { readSections } from "../../../support/arbitrary-profile";
import { idOf, type Who } from "../../../support/family";

const voice = (position: number, hiddenFrom: readonly Who[] = [], seenBefore: readonly Who[] = []) => ({
  hiddenFrom: hiddenFrom.map(idOf),
  mark: {
    kind: "placed",
    position,
    input: "drag",
    how: { kind: "self" },
    atMs: 0,
    enteredBy: idOf("practitioner"),
    seenBefore: seenBefore.map(idOf),
  },
});
const frame = {
  instrument: { id: "nd-profile", version: 1, language: "en-GB" },
  band: "primary",
  childId: idOf("child"),
  ledBy: idOf("practitioner"),
  startedAtMs: 0,
  practice: true,
};
const voiceId = (who: Who) => `voice/attention/${idOf(who)}`;
const shownTo = (readers: readonly Who[], sections: Readonly<Record<string, unknown>>): ProfileSections =>
  hide(readers.map(idOf), readSections({ frame, ...sections }));
const idsShownTo = (readers: readonly Who[], sections: Readonly<Record<string, unknown>>) =>
  Object.keys(shownTo(readers, sections)).filter((id) => id !== "frame");

describe("HAZ-07 what is hidden from one reader", () => {
  const sections = { [voiceId("mum")]: voice(20, ["dad"]), [voiceId("child")]: voice(60) };

  test("is gone for that reader, and there for another", () => {
    expect(idsShownTo(["dad"], sections)).toEqual([voiceId("child")]);
    expect(idsShownTo(["mum"], sections)).toEqual([voiceId("mum"), voiceId("child")]);
  });

  test("is gone from a screen that several look at", () => {
    expect(idsShownTo(["mum", "dad", "child"], sections)).toEqual([voiceId("child")]);
  });

  test("may be any section: words about what the child loves, an agreed mark, one that only a newer version knows", () => {
    const hidden = { hiddenFrom: [idOf("dad")] };
    const others = {
      [`loves/${idOf("mum")}`]: { ...hidden, loves: "trains" },
      "agreed/attention": { ...hidden, outcome: { kind: "differently", atMs: 0 } },
      "sounds/attention": { ...hidden, recording: "…" },
    };
    expect(idsShownTo(["dad"], others)).toEqual([]);
    expect(idsShownTo(["mum"], others)).toHaveLength(3);
  });

  test("is never the frame, without which nothing can be read", () => {
    expect(hide([idOf("dad")], readSections({ frame: { ...frame, hiddenFrom: [idOf("dad")] } }))).toHaveProperty(
      "frame",
    );
  });
});

describe("HAZ-08 who had been seen", () => {
  const seenBy = (sections: ProfileSections, who: Who) => {
    const { mark } = sections[`voice/attention/${idOf(who)}`]!;
    return mark.kind === "placed" ? mark.seenBefore : [];
  };

  test("does not name a person whose section is hidden from the reader", () => {
    const sections = {
      [voiceId("mum")]: voice(20, ["dad"]),
      [voiceId("child")]: voice(60, [], ["mum", "teacher"]),
      [voiceId("teacher")]: voice(40),
    };
    expect(seenBy(shownTo(["dad"], sections), "child")).toEqual([idOf("teacher")]);
    expect(seenBy(shownTo(["mum"], sections), "child")).toEqual([idOf("mum"), idOf("teacher")]);
  });

  test("does not name a person for a section on another strand", () => {
    const sections = { [`voice/motor/${idOf("mum")}`]: voice(20), [voiceId("child")]: voice(60, [], ["mum"]) };
    expect(seenBy(shownTo(["dad"], sections), "child")).toEqual([]);
  });

  test("does not name them on an agreed mark either", () => {
    const agreed = { outcome: { kind: "placed", mark: voice(50, [], ["mum", "child"]).mark } };
    const shown = shownTo(["dad"], {
      [voiceId("mum")]: voice(20, ["dad"]),
      [voiceId("child")]: voice(60),
      "agreed/attention": agreed,
    });
    expect(shown["agreed/attention"]).toMatchObject({
      outcome: { mark: { position: 50, seenBefore: [idOf("child")] } },
    });
  });
});

test("a newer version's section may be anything, even nothing, and is passed on as it is", () => {
  const odd = { "a/1": null, "a/2": "words", "a/3": [1, 2], "a/4": { hiddenFrom: "everyone" }, constructor: 3 };
  const { frame: _, ...shown } = shownTo(["dad"], odd);
  expect(shown).toEqual(odd);
});

test("hiding leaves the profile itself as it was", () => {
  const sections = readSections({
    frame,
    [voiceId("mum")]: voice(20, ["dad"]),
    [voiceId("child")]: voice(60, [], ["mum"]),
  });
  const before = structuredClone(sections);
  hide([idOf("dad")], sections);
  expect(sections).toEqual(before);
});
