import { useEffect, useState } from "react";
import { childOf } from "#core/schema/case";
import type { RemoteRecord } from "#core/sync/remote-record";
import { type Services, useServices } from "../../app/services";

/** One thing of this person's that is held; the child's name where this device has it. */
export interface OwnHeldItem {
  readonly record: RemoteRecord;
  readonly childName: string | undefined;
}
export type ReadingOwn =
  | { readonly kind: "reading" }
  | { readonly kind: "failed" }
  | { readonly kind: "read"; readonly items: readonly OwnHeldItem[] };

/** Reads what is held of this person's, again after each change. */
export const useOwnHeld = (): ReadingOwn => {
  const { store } = useServices();
  const [reading, setReading] = useState<ReadingOwn>({ kind: "reading" });
  useEffect(() => {
    let newest = 0;
    const read = (): void => {
      newest += 1;
      const turn = newest;
      void readOwn(store).then((found) => {
        if (turn === newest) setReading(found);
      });
    };
    read();
    const stop = store.watch.subscribe("records", read);
    return () => {
      newest = -1;
      stop();
    };
  }, [store]);
  return reading;
};

const readOwn = async ({ heldHere, records }: Services["store"]): Promise<ReadingOwn> => {
  const [held, cases] = await Promise.all([heldHere.list(), records.list("case")]);
  if (!held.ok || !cases.ok) return { kind: "failed" };
  const names = new Map(cases.value.records.map(({ recordId, body }) => [recordId, childOf(body).name]));
  return { kind: "read", items: held.value.map((record) => ({ record, childName: names.get(record.caseId) })) };
};
