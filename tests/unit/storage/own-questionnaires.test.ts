import { aDeliveringDevice } from "../../support/delivering"; // first: it brings the database
import { expect, test } from "vitest";
import { valueOf } from "../../support/value-of";

const named = (version: number, sha256 = "0".repeat(64)) => ({ id: "getting-about", version, sha256 });
const files = (title: string) => ({ structure: { title }, words: { "en-GB": { title } } });

test("law 1: a version that is here is never replaced, whatever the area sends under its name", async () => {
  const { questionnaires } = await aDeliveringDevice();
  valueOf(await questionnaires.keep({ name: named(1), files: files("Getting about") }));
  valueOf(await questionnaires.keep({ name: named(1, "1".repeat(64)), files: files("Something else") }));
  expect(valueOf(await questionnaires.kept())).toEqual([{ name: named(1), files: files("Getting about") }]);
  expect(valueOf(await questionnaires.missing([named(1, "1".repeat(64))]))).toEqual([]);
});

test("law 2: one that the area offers no more stays, and only what is not here is missing", async () => {
  const { questionnaires } = await aDeliveringDevice();
  valueOf(await questionnaires.keep({ name: named(1), files: files("Getting about") }));
  expect(valueOf(await questionnaires.missing([named(2)]))).toEqual([named(2)]);
  valueOf(await questionnaires.keep({ name: named(2), files: files("Getting about") }));
  expect(valueOf(await questionnaires.kept()).map(({ name }) => name.version)).toEqual([1, 2]);
  expect(valueOf(await questionnaires.missing([]))).toEqual([]);
});
