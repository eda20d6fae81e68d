import { useEffect, useState } from "react";
import { useServices } from "../../app/services";
import { type OverTimeRead, readOverTime } from "./read-over-time";

export type ReadingOverTime =
  OverTimeRead | { readonly kind: "reading" } | { readonly kind: "thrown"; readonly thrown: unknown };

/** A child's profiles, plans and reviews, read again whenever a record changes. */
export const useOverTime = (caseId: string): ReadingOverTime => {
  const services = useServices();
  const [reading, setReading] = useState<ReadingOverTime>({ kind: "reading" });
  useEffect(() => {
    let asked = 0;
    const look = (): void => {
      asked += 1;
      const askedAt = asked;
      readOverTime(services, caseId).then(
        (read) => {
          // An answer that comes late must not take back what a newer one has shown.
          if (askedAt === asked) setReading(read);
        },
        (thrown: unknown) => {
          if (askedAt === asked) setReading({ kind: "thrown", thrown });
        },
      );
    };
    look();
    const stop = services.store.watch.subscribe("records", look);
    return () => {
      asked += 1;
      stop();
    };
  }, [services, caseId]);
  return reading;
};
