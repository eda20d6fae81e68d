import { describe, expect, test } from "vitest";
import { Here } from "#core/schema/profile";
import type { Visit } from "#core/schema/visit";
import { changeVoice, talkIn, withSection } from "#core/visit/change-section";
import { answerWithoutMark, placeMark } from "#core/visit/mark";
import {
  areTogether,
  clearAgreed,
  marksInView,
  placeAgreed,
  seeDifferently,
  seeEverythingTogether,
  seeTogether,
  stillToMark,
  strandsToWaitFor,
} from "#core/visit/together";
import { idOf, type Who } from "../../../support/family";
import { aVisit } from "../../../support/made-up-bodies";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const STRAND = "attention";
const begun = (...here: readonly Who[]): Visit =>
  withSection(aVisit(uuid(1)), "here", Here.parse({ presentIds: here.map(idOf) }));
const marking = (who: Who, strandId = STRAND) => ({
  strandId,
  personId: idOf(who),
  enteredBy: idOf("practitioner"),
  atMs: 7,
});
const marked = (visit: Visit, who: Who, strandId = STRAND): Visit =>
  placeMark(visit, marking(who, strandId), { position: 40, input: "drag" });
const hidden = (visit: Visit, of: Who, from: Who): Visit =>
  changeVoice(visit, STRAND, idOf(of), { hiddenFrom: [idOf(from)] });
const agreed = { position: 50, input: "drag", enteredBy: idOf("practitioner"), atMs: 8 } as const;

describe("HAZ-13 marks are seen together", () => {
  test("not while somebody here has neither marked, passed nor said go on; each of them is named", () => {
    const visit = marked(begun("child", "mum", "dad"), "child");
    expect(seeTogether(visit, STRAND, 9)).toEqual({
      ok: false,
      error: { type: "StillToMark", personIds: [idOf("mum"), idOf("dad")] },
    });
  });

  test.each(["passed", "too-early"] as const)("once the last one has %s", (answer) => {
    const visit = answerWithoutMark(marked(begun("child", "mum"), "child"), marking("mum"), answer);
    expect(areTogether(valueOf(seeTogether(visit, STRAND, 9)), STRAND)).toBe(true);
  });

  test("once the last one says go on, and it is kept who did", () => {
    const seen = valueOf(seeTogether(marked(begun("child", "mum"), "child"), STRAND, 9, [idOf("mum")]));
    expect(talkIn(seen, STRAND)).toMatchObject({ togetherSinceMs: 9, saidGoOnIds: [idOf("mum")] });
  });

  test("not while one of several has not said go on", () => {
    const refused = seeTogether(marked(begun("child", "mum", "dad"), "child"), STRAND, 9, [idOf("mum")]);
    expect(refused).toMatchObject({ ok: false, error: { personIds: [idOf("dad")] } });
  });

  test("whoever is not here is not waited for", () => {
    expect(stillToMark(marked(begun("child"), "child"), STRAND)).toEqual([]);
  });

  test("HAZ-08 somebody whose mark is kept from another in the room is named like one who has not marked", () => {
    const waitingFor = (visit: Visit) => stillToMark(visit, STRAND);
    const nobodyMarked = begun("child", "mum");
    const keptFromMum = changeVoice(marked(nobodyMarked, "child"), STRAND, idOf("child"), {
      hiddenFrom: [idOf("mum")],
    });
    expect(waitingFor(keptFromMum)).toEqual(waitingFor(nobodyMarked));
    expect(waitingFor(marked(nobodyMarked, "child"))).toEqual([idOf("mum")]);
  });

  test("from the first moment on, however often they are asked for", () => {
    const seen = valueOf(seeTogether(marked(begun("child"), "child"), STRAND, 9));
    expect(talkIn(valueOf(seeTogether(seen, STRAND, 99)), STRAND).togetherSinceMs).toBe(9);
  });

  test("on one strand, and no other", () => {
    const seen = valueOf(seeTogether(marked(begun("child"), "child"), STRAND, 9));
    expect(areTogether(seen, "motor")).toBe(false);
  });
});

describe("opening the picture", () => {
  test("puts together each strand that has a mark in view, and leaves the empty ones empty", () => {
    const opened = seeEverythingTogether(marked(begun("child", "mum"), "child"), [STRAND, "motor"], 9);
    expect([areTogether(opened, STRAND), areTogether(opened, "motor")]).toEqual([true, false]);
  });

  test("does not move the moment of a strand already seen", () => {
    const seen = valueOf(seeTogether(marked(begun("child"), "child"), STRAND, 9));
    expect(talkIn(seeEverythingTogether(seen, [STRAND], 99), STRAND).togetherSinceMs).toBe(9);
  });

  test("HAZ-08 leaves a strand whose only mark is hidden from somebody here as empty as it looks", () => {
    const visit = hidden(marked(begun("child", "dad"), "mum"), "mum", "dad");
    expect(marksInView(visit, STRAND)).toEqual([]);
    expect(areTogether(seeEverythingTogether(visit, [STRAND], 9), STRAND)).toBe(false);
    expect(strandsToWaitFor(visit, [STRAND])).toEqual([]);
  });

  test("asks first about strands that have a mark in view while somebody here has still to mark", () => {
    const visit = marked(marked(begun("child", "mum"), "child"), "child", "motor");
    expect(strandsToWaitFor(marked(visit, "mum", "motor"), [STRAND, "motor", "social"])).toEqual([STRAND]);
  });
});

describe("the mark that people agree on", () => {
  const seen = () => valueOf(seeTogether(marked(begun("child"), "child"), STRAND, 9));

  test("is refused before marks are together, and so is seeing it differently", () => {
    const visit = marked(begun("child"), "child");
    const refused = { ok: false, error: { type: "NotYetTogether", strandId: STRAND } };
    expect(placeAgreed(visit, STRAND, agreed)).toEqual(refused);
    expect(seeDifferently(visit, STRAND, 8)).toEqual(refused);
    expect(clearAgreed(visit, STRAND)).toEqual(refused);
  });

  test("is placed after, moved, or taken away", () => {
    const placed = valueOf(placeAgreed(seen(), STRAND, agreed));
    expect(placed.profile.sections["agreed/attention"]?.outcome).toMatchObject({
      kind: "placed",
      mark: { position: 50 },
    });
    const cleared = valueOf(clearAgreed(placed, STRAND));
    expect(cleared.profile.sections["agreed/attention"]?.outcome).toEqual({ kind: "none" });
  });

  test("gives way to “we see this differently”, which is an answer of its own", () => {
    const placed = valueOf(placeAgreed(seen(), STRAND, agreed));
    expect(valueOf(seeDifferently(placed, STRAND, 10)).profile.sections["agreed/attention"]?.outcome).toEqual({
      kind: "differently",
      atMs: 10,
    });
  });

  test("stays hidden from whom it was hidden when it is moved", () => {
    const section = { hiddenFrom: [idOf("dad")], outcome: { kind: "none" as const } };
    const hiddenAgreed = withSection(seen(), "agreed/attention", section);
    expect(valueOf(placeAgreed(hiddenAgreed, STRAND, agreed)).profile.sections["agreed/attention"]?.hiddenFrom).toEqual(
      [idOf("dad")],
    );
  });
});
