import { offeredBand } from "../flow/age-band";
import type { Ids } from "../ports";
import type { CaseBody } from "../schema/case";
import type { Id } from "../schema/ids";
import type { Instrument } from "../schema/instrument";
import { SCHEMA_VERSION } from "../schema/operation";
import type { PlainDate } from "../schema/plain-date";
import { Visit } from "../schema/visit";

/** What a visit is begun with: the record it belongs to, the questionnaire, who leads it, and the day. */
export interface VisitStart {
  readonly caseId: Id;
  readonly caseBody: CaseBody;
  readonly instrument: Instrument;
  readonly ledBy: Id;
  readonly today: PlainDate;
  readonly nowMs: number;
}

/** A new visit with nothing said yet; it keeps the questionnaire version and words that it was begun with. */
export const startVisit = (start: VisitStart, ids: Ids): Visit => {
  const { structure, wording } = start.instrument;
  const { childId, bornOn, practice } = start.caseBody.sections.child;
  const offered = offeredBand(bornOn, start.today);
  const profileId = ids.next();
  return Visit.parse({
    profileId,
    planId: ids.next(),
    caseId: start.caseId,
    profile: {
      schemaVersion: SCHEMA_VERSION,
      sections: {
        frame: {
          instrument: { id: structure.id, version: structure.version, language: wording.language },
          band: structure.bands.includes(offered) ? offered : structure.bands[0],
          childId,
          ledBy: start.ledBy,
          startedAtMs: start.nowMs,
          practice,
        },
      },
    },
    plan: { schemaVersion: SCHEMA_VERSION, profileId, sections: {} },
  });
};
