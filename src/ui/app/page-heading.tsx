import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useIsFirstScreen } from "./use-is-first-screen";

interface PageHeadingProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The heading of a page. Whoever comes here from another page starts to read at it; focus goes nowhere on a reload. */
export const PageHeading = ({ className, children }: PageHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useIsFirstScreen();
  const [cameHere] = useState(!isFirst);
  // Before it is painted: a page that moves under a finger that is on its way takes the tap for something else.
  useLayoutEffect(() => {
    if (!cameHere) return;
    globalThis.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [cameHere]);
  return (
    <h1 ref={heading} className={className} tabIndex={-1}>
      {children}
    </h1>
  );
};
