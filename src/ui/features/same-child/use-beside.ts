import { useEffect, useState } from "react";
import type { Id } from "#core/schema/ids";
import { useServices } from "../../app/services";
import { readBeside, type ReadBeside } from "./read-beside";

export type ReadingBeside =
  { readonly kind: "reading" | "failed" | "none" } | { readonly kind: "read"; readonly value: ReadBeside };

/** What stands beside a record, read again after each change, in this window or another, or by a delivery. */
export const useBeside = (caseId: Id): ReadingBeside => {
  const services = useServices();
  const [reading, setReading] = useState<ReadingBeside>({ kind: "reading" });
  useEffect(() => {
    let newest = 0;
    const read = (): void => {
      newest += 1;
      const turn = newest;
      void readBeside(services, caseId).then((found) => {
        if (turn !== newest) return;
        if (found === "failed") setReading({ kind: "failed" });
        else setReading(found === undefined ? { kind: "none" } : { kind: "read", value: found });
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
