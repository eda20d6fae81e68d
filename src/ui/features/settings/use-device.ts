import { useEffect, useState } from "react";
import type { Persistence, Space } from "#platform/persistence";
import { type Services, useServices } from "../../app/services";

export interface DeviceFacts {
  readonly space: Space;
  readonly promise: Persistence;
  readonly questionnaire: { readonly title: string; readonly version: number };
}

/** What the device says of itself, asked when the page is opened; asking prompts nobody. */
export const useDevice = (): readonly [DeviceFacts | null, (promise: Persistence) => void] => {
  const services = useServices();
  const [facts, setFacts] = useState<DeviceFacts | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    void factsOf(services).then((read) => {
      if (!ending.signal.aborted) setFacts(read);
    });
    return () => {
      ending.abort();
    };
  }, [services]);
  const setPromise = (promise: Persistence): void => {
    setFacts((before) => before && { ...before, promise });
  };
  return [facts, setPromise];
};

const factsOf = async ({ keeping, loadInstrument, preferences }: Services): Promise<DeviceFacts> => {
  const [space, promise, { structure, wording }] = await Promise.all([
    keeping.space(),
    keeping.promise(),
    loadInstrument("current", preferences.get().language),
  ]);
  return { space, promise, questionnaire: { title: wording.title, version: structure.version } };
};
