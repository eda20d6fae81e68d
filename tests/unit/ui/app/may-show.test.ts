import { describe, expect, test } from "vitest";
import { type FamilyView, mayShow, placeFor } from "../../../../src/ui/app/family-view/may-show";
import { uuid } from "../../../support/uuid";

const here = `/profiles/${uuid(1)}`;
const other = `/profiles/${uuid(2)}`;
const on: FamilyView = { kind: "on", profileId: uuid(1), place: "strands/energy" };
const guest: FamilyView = {
  kind: "guest",
  profileId: uuid(1),
  place: `pages/about-me/${uuid(3)}/love`,
  handedTo: { personId: uuid(3), to: `pages/about-me/${uuid(3)}` },
};
const elsewhere = [
  "/",
  "/cases",
  "/cases/new",
  `/cases/${uuid(9)}`,
  `/cases/${uuid(9)}/over-time`,
  `/cases/${uuid(9)}/same-child/${uuid(8)}`,
  "/settings",
  "/sign-in",
  "/nowhere",
  other,
  `${other}/picture`,
  `${here}/own/story-so-far/_open`,
  // The routes would take these too.
  `${here}/OWN/story-so-far`,
  `${here}/%6fwn/story-so-far`,
  `/PROFILES/${uuid(2)}/picture`,
  here,
];

describe("in family view", () => {
  test("law 1: nothing outside this one visit is shown, and nothing that is the practitioner's own", () => {
    expect(elsewhere.filter((path) => mayShow(on, path))).toEqual([]);
  });

  test("the pages of the visit are shown, and so is the way back to the last of them", () => {
    const pages = ["start", "strands", "strands/energy", "picture", "more", "pages/worth-knowing", "plan", "report"];
    expect(pages.filter((page) => !mayShow(on, `${here}/${page}`))).toEqual([]);
    expect(placeFor(on)).toBe(`${here}/strands/energy`);
  });
});

describe("with the device in a guest's hands", () => {
  test("law 2: nothing but what was handed over is shown", () => {
    const pages = [
      "start",
      "strands",
      "strands/energy",
      "picture",
      "more",
      "plan",
      "pages/about-me",
      `pages/about-me/${uuid(4)}/love`,
      `pages/about-me/${uuid(3)}0/love`,
      `pages/worth-knowing/${uuid(3)}/hearing`,
    ];
    expect([...elsewhere, ...pages.map((page) => `${here}/${page}`)].filter((path) => mayShow(guest, path))).toEqual(
      [],
    );
    expect(mayShow(guest, `${here}/pages/about-me/${uuid(3)}/school`)).toBe(true);
  });

  test("they come back to where they were, or to where it begins", () => {
    expect(placeFor(guest)).toBe(`${here}/pages/about-me/${uuid(3)}/love`);
    expect(placeFor({ ...guest, place: "strands/energy" })).toBe(`${here}/pages/about-me/${uuid(3)}/_open`);
    const line = { ...guest, handedTo: { personId: uuid(3), to: "strands/energy" } };
    expect(placeFor(line)).toBe(`${here}/strands/energy`);
  });
});

test("outside a visit everything is shown to whoever works here", () => {
  expect(elsewhere.filter((path) => !mayShow({ kind: "off" }, path))).toEqual([]);
});
