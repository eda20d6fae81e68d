import { type ReactNode, useState } from "react";
import { useLocation } from "react-router";
import { IsFirstScreenContext } from "./use-is-first-screen";

/**
 * Knows whether the screen shown is the one that the app was opened at. As soon as a person goes anywhere it is not,
 * also when they come back to that address.
 */
export const FirstScreen = ({ children }: { readonly children: ReactNode }) => {
  const { key } = useLocation();
  const [firstKey] = useState(key);
  const [hasMoved, setHasMoved] = useState(false);
  if (!hasMoved && key !== firstKey) setHasMoved(true);
  return <IsFirstScreenContext value={!hasMoved && key === firstKey}>{children}</IsFirstScreenContext>;
};
