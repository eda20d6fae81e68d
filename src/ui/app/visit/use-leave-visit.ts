import { useNavigate } from "react-router";
import { useFamilyView } from "../family-view/use-family-view";
import { useOpenVisit } from "./open-visit";
import { useSaving } from "./saving";

/**
 * Leaves the visit on purpose: what was said is saved first, and the app does not come back here by itself. What cannot
 * be saved keeps the page open: the foot of the page says why.
 */
export const useLeaveVisit = (): (() => Promise<void>) => {
  const { store } = useOpenVisit();
  const saving = useSaving();
  const familyView = useFamilyView();
  const navigate = useNavigate();
  return async () => {
    store.change((visit) => ({ ...visit, left: true }));
    const saved = await saving?.flush();
    if (saved?.kind === "failed") {
      store.change((visit) => ({ ...visit, left: false }));
      return;
    }
    familyView.ends();
    await navigate("/");
  };
};
