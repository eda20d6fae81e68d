import { giveRelationship } from "#server/identity/people";
import { openPracticeStore } from "#server/store/open-practice-store";
import practicePeople from "../../practice/people.json";
import type { RunningApp } from "./app";
import { valueOf } from "./value-of";

/** Gives a practitioner of the practice area a relationship to a case, as the desk would, while the server is down. */
export const giveAccess = async (
  app: RunningApp,
  of: { readonly caseId: string; readonly accountId: string },
): Promise<void> => {
  await app.kill();
  const store = valueOf(await openPracticeStore(app.dataDir));
  await store.asDesk((tx) => giveRelationship(tx, { areaId: practicePeople.areaId, ...of }));
  await store.close();
  await app.start();
};
