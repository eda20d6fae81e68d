import { withIdentityProtected } from "#core/case/change-case";
import { expect, test } from "vitest";
import { exportFileOf } from "#core/schema/export-file";
import { changePage } from "#core/visit/change-pages";
import { copyOf, fullVisit } from "../../../support/made-up-copy";
import { pagesOf } from "../../../support/pages-questionnaire";
import { uuid } from "../../../support/uuid";

const { structure } = pagesOf("story-so-far");
const visit = (neverShared: boolean) =>
  changePage(
    fullVisit(),
    {
      structure,
      instrument: { id: structure.id, version: 1, language: "en-GB" },
      pageId: "losses",
      personId: uuid(0x77),
    },
    (page) => ({
      ...page,
      ...(neverShared ? { neverShared } : { hiddenFrom: [uuid(0x78)] }),
      answers: { "losses.what": { kind: "answered", value: { type: "words", words: "Zephyrine" } } },
    }),
  );
const exported = (neverShared: boolean) => {
  const { profile, caseBody, area, practice, madeBy } = copyOf({ visit: visit(neverShared) });
  const around = { exportedAt: "2026-11-23T17:00:00.000Z", practice, area, madeBy, caseId: uuid(1), caseBody };
  return JSON.stringify(exportFileOf({ ...around, profile: { id: uuid(2), body: profile } }));
};

test("HAZ-07 what only its writer may ever read does not leave in a file, nor does that it exists", () => {
  const text = exported(true);
  expect(text).not.toContain("Zephyrine");
  expect(text).not.toContain("story-so-far");
});

test("what is hidden from some people is in the file, with whom it is hidden from", () => {
  expect(exported(false)).toContain("Zephyrine");
});

test("HAZ-11 whether a child's identity is protected is in no file", () => {
  const { profile, caseBody, area, practice, madeBy } = copyOf({ visit: visit(false) });
  const around = { exportedAt: "2026-11-23T17:00:00.000Z", practice, area, madeBy, caseId: uuid(1) };
  const fileOf = (body: typeof caseBody) =>
    exportFileOf({ ...around, caseBody: body, profile: { id: uuid(2), body: profile } });
  expect(fileOf(withIdentityProtected(caseBody, true))).toEqual(fileOf(withIdentityProtected(caseBody, false)));
});
