import { useState } from "react";
import type { Stopped, ToCollect } from "#storage/rescue/collect-rescue";
import type { StorageError } from "#storage/storage-error";
import { type MadeRescue, makeRescue, type RescueMaker } from "./make-rescue";
import { type PassphraseFault, passphraseFault, type TypedTwice } from "./new-passphrase";
import { useWork } from "./use-work";

/** Making one rescue file: the passphrase that is typed for it, what is wrong with that, and how far the work is. */
export const useRescueMaking = (maker: RescueMaker) => {
  const { state, run, stop } = useWork<MadeRescue, Stopped | StorageError>();
  const [typed, setTyped] = useState<TypedTwice>({ passphrase: "", again: "" });
  const [fault, setFault] = useState<PassphraseFault | undefined>(undefined);

  const make = async (what: Pick<ToCollect, "only" | "unsaved">): Promise<void> => {
    const found = passphraseFault(typed);
    setFault(found);
    if (found !== undefined) return;
    const made = await run((watching) => makeRescue(maker, { ...what, passphrase: typed.passphrase, ...watching }));
    if (!made.ok) return;
    setTyped({ passphrase: "", again: "" });
    maker.handOver.save(made.value.file);
  };

  return { state, stop, typed, setTyped, fault, make };
};
