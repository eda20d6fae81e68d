import { useEffect, useState } from "react";
import type { LeftOut, Shelved } from "../../app/questionnaire-shelf";
import { useServices } from "../../app/services";

export type ShelfRead =
  | { readonly kind: "reading" }
  | { readonly kind: "failed" }
  | { readonly kind: "read"; readonly shelved: readonly Shelved[]; readonly leftOut: readonly LeftOut[] };

/** The questionnaires of pages that this device has. */
export const useShelf = (): ShelfRead => {
  const { shelf } = useServices();
  const [read, setRead] = useState<ShelfRead>({ kind: "reading" });
  useEffect(() => {
    const ending = new AbortController();
    const show = (next: ShelfRead): void => {
      if (!ending.signal.aborted) setRead(next);
    };
    Promise.all([shelf.list(), shelf.leftOut()]).then(
      ([shelved, leftOut]) => {
        show({ kind: "read", shelved, leftOut });
      },
      () => {
        show({ kind: "failed" });
      },
    );
    return () => {
      ending.abort();
    };
  }, [shelf]);
  return read;
};
