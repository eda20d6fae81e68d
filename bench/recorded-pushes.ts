import type { Operation } from "#core/schema/operation";
import { openPostgresStore } from "#server/store/open-postgres-store";
import { applyOperation } from "#server/sync/apply-operation";
import { connect } from "../tests/support/postgres";
import { valueOf } from "../tests/support/value-of";
import { FIRST_NUMBER, type Variables, writtenInSql } from "./same-in-sql";
import type { SignIn } from "./server-on-postgres";

/** What the server does in PostgreSQL for one new profile of each of some people, for pgbench to do. */
export interface RecordedPushes {
  readonly scripts: readonly string[];
  readonly variables: Variables;
}

/** Has the server's own code deliver a profile of each person, and writes down what it asks of PostgreSQL. */
export const recordPushes = async (
  databaseUrl: string,
  people: readonly SignIn[],
  newWork: () => Promise<readonly Operation[]>,
): Promise<RecordedPushes> => {
  const superuser = await connect(databaseUrl.replace("login_of_tests", "owner"));
  await superuser.query("select setval('strandline.audit_seq', $1)", [FIRST_NUMBER]);
  await superuser.end();
  const store = valueOf(await openPostgresStore(databaseUrl, { connections: 1 }));
  const variables: Variables = {};
  const scripts: string[] = [];
  for (const person of people) {
    const [theCase, first, profile] = await newWork();
    if (theCase === undefined || first === undefined || profile === undefined) throw new Error("no work was made up");
    const author = { ...person, deviceId: crypto.randomUUID() };
    const deliver = (operation: Operation) => applyOperation(store, author, operation);
    for (const operation of [theCase, first]) await deliver(operation);
    scripts.push(await writtenInSql(profile, variables, () => deliver(profile)));
  }
  await store.close();
  return { scripts, variables };
};
