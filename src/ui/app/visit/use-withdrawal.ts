import { type UseInstead, withdrawalOf } from "#core/questionnaire/withdrawn-wording";
import { useWithdrawnWording } from "../use-withdrawn-wording";
import { useVersionsSeen } from "./use-newer-words";

/** What to use instead of the words that the open draft or profile was made with, for each that was withdrawn since. */
export const useWithdrawals = (): readonly UseInstead[] => {
  const withdrawn = useWithdrawnWording();
  return useVersionsSeen().flatMap((ref) => withdrawalOf(ref, withdrawn) ?? []);
};
