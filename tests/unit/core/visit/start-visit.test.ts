import { expect, test } from "vitest";
import { startVisit } from "#core/visit/start-visit";
import { eightYearOld, familyOf, idOf, seventeenYearOld, TODAY } from "../../../support/family";
import { ndProfile } from "../../../support/nd-profile";
import { countedIds, uuid } from "../../../support/uuid";

const begun = (child = eightYearOld) =>
  startVisit(
    {
      caseId: uuid(1),
      caseBody: familyOf(child),
      instrument: ndProfile,
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

test("a child whose band the questionnaire does not have is given its first one", () => {
  expect(begun(seventeenYearOld).profile.sections.frame.band).toBe(ndProfile.structure.bands[0]);
});
