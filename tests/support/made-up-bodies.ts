import { SCHEMA_VERSION } from "#core/schema/operation";
import { CaseBody } from "#core/schema/case";
import type { PlanBody } from "#core/schema/plan";
import { ProfileBody } from "#core/schema/profile";
import { Visit } from "#core/schema/visit";
import { uuid } from "./uuid";

/** A case with the child alone in it. */
export const aCase = (childName = "Robin", childId = uuid(901)): CaseBody =>
  CaseBody.parse({
    schemaVersion: SCHEMA_VERSION,
    sections: {
      child: { childId, bornOn: "2018-03-31", practice: true },
      [`person/${childId}`]: { person: { id: childId, name: childName, kind: "child", role: "child" } },
    },
  });

/** A profile with one thing said in it. */
export const aProfile = (loves = "trains"): ProfileBody =>
  ProfileBody.parse({
    schemaVersion: SCHEMA_VERSION,
    sections: {
      frame: {
        instrument: { id: "nd-profile", version: 1, language: "en-GB" },
        band: "primary",
        childId: uuid(901),
        ledBy: uuid(902),
        startedAtMs: 1_000,
        practice: true,
      },
      [`loves/${uuid(901)}`]: { loves, easier: "" },
    },
  });

export const aPlan = (profileId: string): PlanBody => ({ schemaVersion: SCHEMA_VERSION, profileId, sections: {} });

/** A visit in which one thing was said. */
export const aVisit = (caseId: string, loves = "trains"): Visit =>
  Visit.parse({
    profileId: uuid(801),
    planId: uuid(802),
    caseId,
    profile: aProfile(loves),
    plan: aPlan(uuid(801)),
    place: "strand/attention",
  });
