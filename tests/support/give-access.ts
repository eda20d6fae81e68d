import { endRelationship, giveRelationship } from "#server/identity/people";
import type { Tx } from "#server/access/as-account";
import { openPracticeStore } from "#server/store/open-practice-store";
import practicePeople from "../../practice/people.json";
import type { RunningApp } from "./app";
import { valueOf } from "./value-of";

/** Gives a practitioner of the practice area a relationship to a case, as the desk would, while the server is down. */
export const giveAccess = (app: RunningApp, of: CaseOfPerson): Promise<void> =>
  atDesk(app, (tx) => giveRelationship(tx, { areaId: practicePeople.areaId, ...of }));

/** Ends it again. */
export const endAccess = (app: RunningApp, of: CaseOfPerson): Promise<void> =>
  atDesk(app, (tx) => endRelationship(tx, { areaId: practicePeople.areaId, ...of }));

interface CaseOfPerson {
  readonly caseId: string;
  readonly accountId: string;
}

const atDesk = async (app: RunningApp, work: (tx: Tx) => Promise<void>): Promise<void> => {
  await app.kill();
  const store = valueOf(await openPracticeStore(app.dataDir));
  await store.asDesk(work);
  await store.close();
  await app.start();
};
