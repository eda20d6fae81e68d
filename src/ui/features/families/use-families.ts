import { useEffect, useState } from "react";
import { type Services, useServices } from "../../app/services";
import { type FamiliesRead, readFamilies } from "./read-families";

export type Reading =
  { readonly kind: "reading" } | { readonly kind: "failed" } | { readonly kind: "read"; readonly value: FamiliesRead };

/** Everything that the lists show, read again after each change in this window or another. */
export const useFamilies = (): Reading => {
  const services = useServices();
  const [reading, setReading] = useState<Reading>({ kind: "reading" });
  useEffect(() => keepReading(services, setReading), [services]);
  return reading;
};

const keepReading = (services: Services, show: (reading: Reading) => void): (() => void) => {
  let newest = 0;
  const read = (): void => {
    newest += 1;
    const turn = newest;
    void readFamilies(services).then((result) => {
      // An earlier reading that comes later would show what is no longer so.
      if (turn === newest) show(result.ok ? { kind: "read", value: result.value } : { kind: "failed" });
    });
  };
  const stops = [
    services.store.watch.subscribe("records", read),
    services.store.watch.subscribe("drafts", read),
    () => {
      newest = -1;
    },
  ];
  read();
  return () => {
    for (const stop of stops) stop();
  };
};
