import { expect, test } from "vitest";
import { startVisit } from "#core/visit/start-visit";
import { eightYearOld, familyOf, idOf, seventeenYearOld, TODAY } from "../../../support/family";
import { ndProfile } from "../../../support/nd-profile";
import { reversedInstrument } from "../../../support/reversed-instrument";
import { countedIds, uuid } from "../../../support/uuid";

const begun = (child = eightYearOld, instrument = ndProfile) =>
  startVisit(
    {
      caseId: uuid(1),
      caseBody: familyOf(child),
      instrument,
      ledBy: idOf("practitioner"),
      today: TODAY,
      nowMs: 5,
    },
    countedIds(0x600),
  );

test("a new visit has nothing said in it, and keeps what it was begun with", () => {
  const visit = begun();
  expect(Object.keys(visit.profile.sections)).toEqual(["frame"]);
  expect(visit.profile.sections.frame).toMatchObject({
    instrument: { id: "nd-profile", version: 1, language: "en-GB" },
    band: "primary",
    childId: idOf("child"),
    ledBy: idOf("practitioner"),
    startedAtMs: 5,
    practice: true,
  });
  expect(visit.plan).toMatchObject({ profileId: visit.profileId, sections: {} });
  expect(visit.planId).not.toBe(visit.profileId);
});

test.each([
  ["a baby of ten months", "2026-01-20", "under-2"],
  ["a child of three", "2023-10-02", "early-years"],
  ["a child of eight", eightYearOld.bornOn, "primary"],
  ["a child of thirteen", "2013-05-05", "secondary"],
  ["a young person of seventeen", seventeenYearOld.bornOn, "16-to-25"],
])("%s is begun with the words of their age", (_, bornOn, band) => {
  expect(begun({ name: "Robin", bornOn }).profile.sections.frame.band).toBe(band);
});

test("a child whose band the questionnaire does not have is given its first one", () => {
  const visit = begun(seventeenYearOld, reversedInstrument);
  expect(visit.profile.sections.frame.band).toBe(reversedInstrument.structure.bands[0]);
});
