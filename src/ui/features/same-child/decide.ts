import { SameChildBody, type Verdict } from "#core/schema/same-child";
import type { Id } from "#core/schema/ids";
import { SCHEMA_VERSION } from "#core/schema/operation";
import { makeOperation } from "#storage/make-operation";
import type { Services } from "../../app/services";
import { standingNow } from "./read-beside";

/**
 * Keeps what a person says of two records, as an answer to everything that stands. Answers whether it is saved.
 *
 * The record that was begun first leads, so that two people who join them apart agree on that too.
 */
export const decide = async (
  services: Pick<Services, "store" | "clock" | "ids" | "sha256" | "practitioner" | "area">,
  [one, other]: readonly [Id, Id],
  verdict: Verdict,
): Promise<boolean> => {
  const { store, clock, ids, sha256, practitioner, area } = services;
  const standing = await standingNow(services, one, other);
  if (standing === undefined) return false;
  const [caseId, otherCaseId] = one < other ? [one, other] : [other, one];
  const nowMs = clock.nowMs();
  const operation = await makeOperation({
    recordType: "same-child",
    recordId: ids.next(),
    caseId,
    parents: [],
    body: SameChildBody.parse({
      schemaVersion: SCHEMA_VERSION,
      sections: {
        decision: {
          verdict,
          otherCaseId,
          replaces: standing.kind === "open" ? [] : standing.said.map(({ recordId }) => recordId),
          byId: practitioner.id,
          byName: practitioner.name,
          atMs: nowMs,
          practice: area.practice,
        },
      },
    }),
    nowMs,
    ids,
    sha256,
  });
  return operation.ok && (await store.outbox.add([operation.value])).ok;
};
