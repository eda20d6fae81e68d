import { useEffect, useState } from "react";
import type { Id } from "#core/schema/ids";
import { type Person, shownName } from "#core/schema/person";
import { peopleOf } from "#core/schema/case";
import { MERGEABLE, readTwoVersions, type TwoVersions } from "#core/sync/two-versions";
import { type Services, useServices } from "../../app/services";

/** What stands in two versions of one child's record, the first of it, and who is who. */
export type ReadingTwo =
  | { readonly kind: "reading" | "failed" | "none" | "unreadable" }
  | {
      readonly kind: "two";
      readonly two: TwoVersions;
      /** Those of the two that this device delivered, by what it has a receipt for. */
      readonly sentFromHere: readonly Id[];
      readonly child: Person | undefined;
      readonly nameOf: (id: string) => string | undefined;
    };

/** Read again after each change, in this window or another, or by a delivery. */
export const useTwoVersions = (caseId: Id): ReadingTwo => {
  const services = useServices();
  const [reading, setReading] = useState<ReadingTwo>({ kind: "reading" });
  useEffect(() => {
    let newest = 0;
    const read = (): void => {
      newest += 1;
      const turn = newest;
      void readTwo(services, caseId).then((found) => {
        if (turn === newest) setReading(found);
      });
    };
    read();
    const stop = services.store.watch.subscribe("records", read);
    return () => {
      newest = -1;
      stop();
    };
  }, [services, caseId]);
  return reading;
};

const readTwo = async ({ store, practitioner }: Services, caseId: Id): Promise<ReadingTwo> => {
  const [heads, record] = await Promise.all([store.records.inTwoVersions(caseId), store.records.get(caseId)]);
  if (!heads.ok) return { kind: "failed" };
  const first = heads.value.find(({ head }) => MERGEABLE.some((each) => each === head.recordType));
  if (first === undefined) return { kind: "none" };
  const two = readTwoVersions(first);
  if (!two.ok) return { kind: "unreadable" };
  const people = record.ok && record.value.recordType === "case" ? peopleOf(record.value.body) : [];
  const { delivery } = first;
  const receipt = "receipt" in delivery ? delivery.receipt : undefined;
  return {
    kind: "two",
    two: two.value,
    sentFromHere: receipt === undefined ? [] : [receipt.revId],
    child: people[0],
    nameOf: (id) => {
      const person = [...people, practitioner].find((each) => each.id === id);
      return person === undefined ? undefined : shownName(person);
    },
  };
};
