import { useEffect, useState } from "react";
import type { WithdrawnWording } from "#core/schema/wire";
import { useServices } from "./services";

const NONE: WithdrawnWording = [];

/** What the server has said was withdrawn, as this device last heard. What cannot be read leaves it as it was. */
export const useWithdrawnWording = (): WithdrawnWording => {
  const { store } = useServices();
  const [withdrawn, setWithdrawn] = useState(NONE);
  useEffect(() => {
    let isShown = true;
    const look = async (): Promise<void> => {
      const policy = await store.deliveries.policy();
      if (!isShown || !policy.ok) return;
      const next = policy.value?.withdrawnWording ?? NONE;
      setWithdrawn((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    void look();
    const stop = store.watch.subscribe("records", () => void look());
    return () => {
      isShown = false;
      stop();
    };
  }, [store]);
  return withdrawn;
};
