import { describe, expect, test } from "vitest";
import { peopleOf } from "#core/schema/case";
import { ProfileBody, type ProfileSections } from "#core/schema/profile";
import { addAmendment, amendmentsOf, type NewAmendment } from "#core/visit/amendments";
import { familyOf, idOf } from "../../../support/family";
import { aProfile } from "../../../support/made-up-bodies";
import { uuid } from "../../../support/uuid";
import { valueOf } from "../../../support/value-of";

const people = peopleOf(familyOf());
const finished = ProfileBody.parse({
  ...aProfile(),
  sections: { ...aProfile().sections, finish: { outcome: { kind: "right-for-today" }, atMs: 5 } },
});
const said: NewAmendment = {
  id: uuid(0xa1),
  atMs: 99,
  what: "It is trams, not trains.",
  byId: idOf("child"),
  why: "I said trams.",
  hiddenFrom: [],
};
const add = (change: Partial<NewAmendment> = {}, body = finished) => addAmendment(body, { ...said, ...change }, people);

describe("putting something right in a finished profile", () => {
  test("keeps what, by whom, why and when, beside everything that stood there", () => {
    expect(valueOf(add()).sections).toEqual({
      ...finished.sections,
      [`amendment/${uuid(0xa1)}`]: {
        what: "It is trams, not trains.",
        byId: idOf("child"),
        why: "I said trams.",
        atMs: 99,
        hiddenFrom: [],
      },
    });
  });

  test("keeps the words without the white space around them, and every line between", () => {
    const { what, why } = valueOf(add({ what: "  one\n\ntwo \n", why: "\tbecause " })).sections[
      `amendment/${uuid(0xa1)}`
    ]!;
    expect([what, why]).toEqual(["one\n\ntwo", "because"]);
  });

  test("is kept from those who were chosen, but never from the one who says so", () => {
    const { hiddenFrom } = valueOf(add({ hiddenFrom: [idOf("dad"), idOf("child")] })).sections[
      `amendment/${uuid(0xa1)}`
    ]!;
    expect(hiddenFrom).toEqual([idOf("dad")]);
  });

  test("is refused with every reason at once: no words, nobody on the record, no why", () => {
    expect(add({ what: " \n", byId: uuid(0x77), why: "" })).toEqual({
      ok: false,
      error: {
        type: "NotReadyToAmend",
        reasons: [{ type: "WhatMissing" }, { type: "WhoMissing" }, { type: "WhyMissing" }],
      },
    });
  });

  test("is refused while the profile is not finished", () => {
    expect(add({}, aProfile())).toEqual({ ok: false, error: { type: "NotFinished" } });
  });

  test("HAZ-23 never takes the place of another", () => {
    const once = valueOf(add());
    expect(add({ what: "It is buses." }, once)).toEqual({ ok: false, error: { type: "AlreadyThere" } });
  });

  test("that this build cannot read is a fault with its place", () => {
    const sections = { ...finished.sections, [`amendment/${uuid(0xa2)}`]: { what: "x", why: "y", byId: "Mum" } };
    const read = ProfileBody.safeParse({ ...finished, sections });
    expect(read.error?.issues.map(({ path }) => path.join("/"))).toEqual([
      `sections/amendment/${uuid(0xa2)}/byId`,
      `sections/amendment/${uuid(0xa2)}/atMs`,
    ]);
  });
});

describe("the amendments of a profile", () => {
  test("stand in the order of time, however they lie", () => {
    const late = valueOf(add({ id: uuid(1), atMs: 300 }));
    const both = valueOf(add({ id: uuid(2), atMs: 200 }, late));
    const three = valueOf(add({ id: uuid(3), atMs: 250 }, both));
    expect(amendmentsOf(three.sections).map(({ id }) => id)).toEqual([uuid(2), uuid(3), uuid(1)]);
  });

  test("of the same moment stand in the order of their ids, so that every device shows the same", () => {
    const one = valueOf(add({ id: uuid(9) }, valueOf(add({ id: uuid(8) }))));
    const other = valueOf(add({ id: uuid(8) }, valueOf(add({ id: uuid(9) }))));
    const idsOf = (sections: ProfileSections) => amendmentsOf(sections).map(({ id }) => id);
    expect(idsOf(one.sections)).toEqual(idsOf(other.sections));
  });

  test("keep what a newer version wrote in them; one that cannot be read comes last and hides no other", () => {
    const sections = {
      ...finished.sections,
      [`amendment/${uuid(3)}`]: { what: "x", byId: idOf("mum"), why: "y", atMs: 1, hiddenFrom: [], mood: "later" },
      [`amendment/${uuid(2)}`]: null,
      [`amendment/${uuid(1)}`]: { shape: "of a newer version" },
    } as unknown as ProfileSections;
    expect(amendmentsOf(sections)).toEqual([
      { id: uuid(3), content: expect.objectContaining({ what: "x", mood: "later" }) as unknown },
      { id: uuid(1), content: undefined },
      { id: uuid(2), content: undefined },
    ]);
  });

  test("are none where nothing was put right", () => {
    expect(amendmentsOf(finished.sections)).toEqual([]);
  });
});
