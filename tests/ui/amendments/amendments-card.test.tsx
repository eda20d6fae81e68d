import { createTestDevice } from "../../support/test-device"; // first: it brings the database that Dexie finds
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { openAtTheTable } from "../../support/at-the-table";
import { amendRecord, dad, mum, openFinished, teacher } from "./open-finished";

const DAY_MS = 86_400_000;
const card = () => screen.getByRole("region", { name: "Check and put right" });
const list = () => within(card()).queryByRole("list", { name: "Put right or added later" });
const said = () =>
  within(list() ?? expect.fail("nothing was put right"))
    .getAllByRole("listitem")
    .map((item) => [...item.children].map((each) => each.textContent));

describe.each(["picture", "plan"])("on the finished %s", (page) => {
  test("what was put right stands in the order of time: who, when, what, why", async () => {
    await openFinished({
      page,
      amendments: [
        { what: "It is trams,\nnot trains.", why: "I said trams." },
        { what: "Bedtime goes well now.", byId: mum, why: "We looked at it at home." },
      ],
    });
    expect(said()).toEqual([
      ["Amelia, 24 November 2026", "It is trams,\nnot trains.", "Why: I said trams."],
      ["Mum, 24 November 2026", "Bedtime goes well now.", "Why: We looked at it at home."],
    ]);
  });

  test("HAZ-07 what is kept from somebody on the record leaves no trace", async () => {
    const hidden = await openFinished({ page, amendments: [{ what: "Not with Dad", hiddenFrom: [dad] }] });
    card();
    const withIt = drawn();
    expect(withIt).not.toContain("Not with Dad");
    hidden.close();
    await openFinished({ page });
    expect(drawn()).toBe(withIt);
  });

  test("what another window or a delivery brings is there without a reload", async () => {
    const { services, profileId } = await openFinished({ page });
    expect(list()).toBeNull();
    await amendRecord(services, profileId, { what: "From elsewhere", byId: teacher });
    await waitFor(() => {
      expect(said()).toEqual([["Miss Ionescu, 24 November 2026", "From elsewhere", "Why: I said so."]]);
    });
    await amendRecord(services, profileId, { what: "And once more" });
    await waitFor(() => {
      expect(said()).toHaveLength(2);
    });
  });

  test("what was finished for today says until which day it is to be checked at home", async () => {
    await openFinished({ page });
    expect(card()).toHaveTextContent(/To check at home until Tuesday,? 1 December 2026\./);
  });

  test("on the last of those days it still does", async () => {
    await openFinished({ page, laterMs: 7 * DAY_MS });
    expect(card()).toHaveTextContent(/To check at home until/);
  });

  test("after them it says that they are over, and something can still be put right", async () => {
    await openFinished({ page, laterMs: 8 * DAY_MS });
    expect(card()).not.toHaveTextContent("until");
    expect(card()).toHaveTextContent(
      /The days to check at home ended on Tuesday,? 1 December 2026\. Something can still be put right\./,
    );
    expect(within(card()).getByRole("link", { name: "Correct or add something" })).toBeVisible();
  });

  test("what was finished in another way is not to be checked, and can be put right", async () => {
    await openFinished({ page, outcome: { kind: "right-for-today" } });
    expect(screen.getByRole("main")).not.toHaveTextContent("check at home");
    expect(within(card()).getByRole("link", { name: "Correct or add something" })).toBeVisible();
  });
});

test("a visit that is not finished offers nothing to put right", async () => {
  await openAtTheTable({ page: "plan" });
  expect(screen.queryByRole("region", { name: "Check and put right" })).toBeNull();
  expect(screen.queryByRole("link", { name: "Correct or add something" })).toBeNull();
});

test("in a right-to-left language every word of the card and the form is in that language", async () => {
  const device = createTestDevice({ language: "ar-XB" });
  const { user } = await openFinished({ page: "picture", device, amendments: [{}] });
  const shown = (await screen.findAllByRole("region")).at(-1) ?? expect.fail("no card");
  expect(withoutNames(shown)).not.toMatch(/[A-Za-z]/);
  await user.click(within(shown).getByRole("link"));
  await screen.findAllByRole("textbox");
  await user.click(screen.getAllByRole("button").at(-1) ?? expect.fail("no button"));
  await screen.findByRole("alert");
  expect(withoutNames(document.querySelector("form") ?? expect.fail("no form"))).not.toMatch(/[A-Za-z]/);
});

/** All that is on the page, without the names that React gives to places. */
const drawn = (): string => screen.getByRole("main").innerHTML.replaceAll(/_r_\w+_/g, "");

/** The words of a place without what people wrote or are called, and without days, which the made-up language has not. */
const withoutNames = (place: HTMLElement): string => {
  const copy = place.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll("bdi, [dir=auto], b, style")) each.remove();
  return copy.textContent.replaceAll(/Amelia|Tuesday,?|November|December/g, "");
};
