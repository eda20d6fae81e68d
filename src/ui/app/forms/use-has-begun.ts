import { useEffect, useState } from "react";
import { useServices } from "../services";
import { type FormKind, keptForm } from "./open-form";

/**
 * Whether something was begun in a form of this kind and is not finished, in this window or another. `kind` stays the
 * same object meanwhile; `isAnything` says what counts.
 */
export const useHasBegun = <V extends object>(kind: FormKind<V>, isAnything: (values: V) => boolean): boolean => {
  const services = useServices();
  const [hasBegun, setHasBegun] = useState(false);
  useEffect(() => {
    let isOver = false;
    const look = (): void => {
      void keptForm(services, kind).then((begun) => {
        // What cannot be read now is told on the page that opens it.
        const found = begun.ok ? begun.value : undefined;
        if (!isOver) setHasBegun(found !== undefined && isAnything(kind.read(found.body)));
      });
    };
    look();
    const stop = services.store.watch.subscribe("drafts", look);
    return () => {
      isOver = true;
      stop();
    };
  }, [services, kind, isAnything]);
  return hasBegun;
};
