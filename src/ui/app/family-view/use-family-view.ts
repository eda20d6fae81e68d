import { createContext, use, useSyncExternalStore } from "react";
import type { FamilyViewState, FamilyViewStore } from "./family-view-store";

export const FamilyViewContext = createContext<FamilyViewStore | null>(null);

export const useFamilyView = (): FamilyViewStore => {
  const view = use(FamilyViewContext);
  if (view === null) throw new Error("a screen was shown without saying for whom");
  return view;
};

export const useFamilyViewState = (): FamilyViewState => {
  const { state } = useFamilyView();
  return useSyncExternalStore(state.subscribe, state.get);
};

/** Whether somebody else has the device in their hands. */
export const useIsGuest = (): boolean => useFamilyViewState().kind === "guest";
