import { useNavigate } from "react-router";
import { useOpenVisit } from "./open-visit";
import { useSaving } from "./saving";

/** Leaves the visit on purpose: what was said is saved first, and the app does not come back here by itself. */
export const useLeaveVisit = (): (() => Promise<void>) => {
  const { store } = useOpenVisit();
  const saving = useSaving();
  const navigate = useNavigate();
  return async () => {
    store.change((visit) => ({ ...visit, left: true }));
    await saving?.flush();
    await navigate("/");
  };
};
