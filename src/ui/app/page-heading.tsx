import { type ReactNode, useEffect, useRef, useState } from "react";
import { useIsFirstScreen } from "./first-screen";

/** The heading of a page. Whoever comes here from another page starts to read at it; focus goes nowhere on a reload. */
export const PageHeading = ({ children }: { readonly children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useIsFirstScreen();
  const [cameHere] = useState(!isFirst);
  useEffect(() => {
    if (!cameHere) return;
    globalThis.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [cameHere]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
};
