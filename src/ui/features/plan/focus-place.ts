import { useEffect, useState } from "react";

/** Puts focus on the field that carries this `data-place`, if it is on the page. */
export const focusPlace = (place: string): void => {
  document.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
};

/** Puts focus on a place that the next drawing of the page brings. */
export const useFocusNext = (): ((place: string) => void) => {
  const [next, setNext] = useState<{ readonly place: string } | null>(null);
  useEffect(() => {
    if (next !== null) focusPlace(next.place);
  }, [next]);
  return (place) => {
    setNext({ place });
  };
};
