import { giveBack, handOver } from "#core/visit/hand-over";
import type { PersonId } from "#core/schema/ids";
import { useOpenVisit } from "../visit/open-visit";
import { useSaving } from "../visit/saving";
import { useFamilyView } from "./use-family-view";

/**
 * Hands the device over, with one part of the visit; and takes it back. It is on the disk before the screen changes, so
 * that a device that dies in a child's hands comes back as it was. What cannot be saved is not handed over: the foot of
 * the page says why.
 */
export const useHandOver = () => {
  const { store } = useOpenVisit();
  const saving = useSaving();
  const familyView = useFamilyView();
  return {
    handOver: async (personId: PersonId, to: string): Promise<void> => {
      const handedTo = { personId, to };
      store.change((visit) => handOver(visit, handedTo));
      const saved = await saving?.flush();
      if (saved?.kind === "failed") store.change(giveBack);
      else familyView.handedOver(handedTo);
    },
    giveBack: (): void => {
      store.change(giveBack);
      familyView.givenBack();
    },
  };
};
