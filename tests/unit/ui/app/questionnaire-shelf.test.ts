import { describe, expect, test } from "vitest";
import type { Questionnaire } from "#core/schema/questionnaire";
import { createShelf } from "../../../../src/ui/app/questionnaire-shelf";
import { madeUpAboutMe, madeUpMovingOn, madeUpWorthKnowing } from "../../../support/made-up-pages";

const filesOf = ({ structure, wording }: Questionnaire, version = 1) => {
  const folder = `questionnaires/${structure.id}/v${version}`;
  return {
    [`${folder}/structure.json`]: async () => ({ default: { ...structure, version } }),
    [`${folder}/en-GB.json`]: async () => ({ default: { ...wording, title: `${wording.title} ${version}` } }),
  };
};
const shelfWith = (files: object, own: readonly Questionnaire[] = [], language = "en-GB") =>
  createShelf({
    files: files as never,
    own: async () => ({ whole: own.map((questionnaire) => ({ questionnaire, isOffered: true })), leftOut: [] }),
    language: () => language,
  });
const titles = async (shelf: ReturnType<typeof shelfWith>) => (await shelf.list()).map(({ title }) => title);

describe("the shelf of questionnaires", () => {
  test("lists the newest version of each, in the order in which people meet them, and loads any of them", async () => {
    const files = {
      ...filesOf(madeUpAboutMe),
      ...filesOf(madeUpWorthKnowing),
      ...filesOf(madeUpWorthKnowing, 2),
      ...filesOf(madeUpWorthKnowing, 10),
    };
    const shelf = shelfWith(files);
    expect(await titles(shelf)).toEqual(["Worth knowing 10", "About me 1"]);
    expect((await shelf.load({ id: "worth-knowing", version: 2 })).wording.title).toBe("Worth knowing 2");
    await expect(shelf.load({ id: "worth-knowing", version: 3 })).rejects.toThrow("worth-knowing/v3");
  });

  test("one that is malformed is left out by name, and hides no other", async () => {
    const broken = { ...madeUpAboutMe, structure: { ...madeUpAboutMe.structure, pages: [] } };
    const shelf = shelfWith({ ...filesOf(broken), ...filesOf(madeUpWorthKnowing) }, [madeUpMovingOn]);
    expect(await titles(shelf)).toEqual(["Worth knowing 1", "Moving on"]);
    expect(await shelf.leftOut()).toEqual([{ name: "about-me", reason: expect.stringContaining("pages") as string }]);
    await expect(shelf.load({ id: "about-me", version: 1 })).rejects.toThrow("a questionnaire needs a page");
  });

  test("an area's own stands beside them, and never in the place of one that came with the app", async () => {
    const theirs = { ...madeUpWorthKnowing, wording: { ...madeUpWorthKnowing.wording, title: "Theirs" } };
    const shelf = shelfWith(filesOf(madeUpWorthKnowing), [theirs, madeUpMovingOn]);
    expect(await titles(shelf)).toEqual(["Worth knowing 1", "Moving on"]);
    expect((await shelf.load({ id: "moving-on", version: 1 })).wording.title).toBe("Moving on");
  });

  test("is in the words of the person here", async () => {
    const shelf = shelfWith(filesOf(madeUpWorthKnowing), [madeUpMovingOn], "ar-XB");
    expect((await titles(shelf)).join(" ")).not.toMatch(/[a-z]/i);
    expect((await shelf.list()).map(({ ref }) => ref.language)).toEqual(["ar-XB", "ar-XB"]);
  });
});
