import { useEffect } from "react";
import type { Id } from "#core/schema/ids";
import { useServices } from "./services";

/** Keeps for the audit that a record was opened on the screen; nothing for one that is not there, or not finished. */
export const useOpened = (recordId: Id | undefined): void => {
  const { events } = useServices().store;
  useEffect(() => {
    if (recordId !== undefined) void events.keep("opened", recordId);
  }, [events, recordId]);
};
