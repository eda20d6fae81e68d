import { aDeliveringDevice } from "../../../support/delivering"; // first: it brings the database
import { expect, test } from "vitest";
import words from "../../../../practice/questionnaires/getting-about/v1/en-GB.json";
import structure from "../../../../practice/questionnaires/getting-about/v1/structure.json";
import { readOwn } from "../../../../src/ui/app/own-on-shelf";
import { createShelf } from "../../../../src/ui/app/questionnaire-shelf";
import { valueOf } from "../../../support/value-of";

const named = (version: number) => ({ id: "getting-about", version, sha256: "0".repeat(64) });
const files = (version: number, ways = "How do you get about?") => ({
  structure: { ...structure, version },
  words: { "en-GB": { ...words, items: { ...words.items, ways: { ...words.items.ways, text: ways } } } },
});

/** A device that holds two versions, and heard that the area offers these. */
const deviceThatHeardOf = async (versions: readonly number[]) => {
  const device = await aDeliveringDevice();
  for (const version of [1, 2])
    valueOf(await device.questionnaires.keep({ name: named(version), files: files(version) }));
  const policy = { version: "2", withdrawnWording: [], settings: {}, minimumProtocol: 1 };
  const answer = { puts: [], gone: [], more: false, storeEpoch: "e" };
  valueOf(await device.deliveries.take({ ...answer, policy: { ...policy, questionnaires: versions.map(named) } }));
  const shelf = createShelf({ own: () => readOwn(device), language: () => "en-GB", files: {} });
  return { ...device, shelf };
};

test("the newest of the area's own that it offers is on the shelf, and can be opened", async () => {
  const { shelf } = await deviceThatHeardOf([1, 2]);
  expect((await shelf.list()).map(({ ref, title }) => [ref.version, title])).toEqual([[2, words.title]]);
  expect((await shelf.load(named(2))).structure.version).toBe(2);
});

test("one that the area offers no more is not on the shelf, and what was answered in it is still read", async () => {
  const { shelf } = await deviceThatHeardOf([]);
  expect(await shelf.list()).toEqual([]);
  expect((await shelf.load(named(1))).wording.title).toBe(words.title);
});

test("one that this device cannot read is said by name, and hides no other", async () => {
  const { questionnaires, shelf } = await deviceThatHeardOf([2]);
  const newer = { structure: { ...structure, id: "newer", format: 9 }, words: { "en-GB": words } };
  valueOf(await questionnaires.keep({ name: { ...named(1), id: "newer" }, files: newer }));
  expect(await shelf.list()).toHaveLength(1);
  expect(await shelf.leftOut()).toEqual([{ name: "newer", reason: expect.stringContaining("format") as unknown }]);
});
