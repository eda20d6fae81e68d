import { createContext, use } from "react";

/** Whether the screen shown is the one that the app was opened at; it knows no addresses, so that the way in needs none. */
export const IsFirstScreenContext = createContext(false);

export const useIsFirstScreen = (): boolean => use(IsFirstScreenContext);
