import { onGoodMoments } from "#platform/moments";
import type { DeviceDeliveries, OpenOnDevice } from "#sync/device-deliveries";

const EVERY_MS = 60_000;

/** Delivers what lies here as it lies, and takes back what comes: soon, whenever a connection may have come, and every minute. */
export const deliverAtGoodMoments = (deliveries: DeviceDeliveries): ((open: OpenOnDevice | undefined) => void) => {
  let open: OpenOnDevice | undefined;
  const deliver = (): void => void deliveries.round(open);
  onGoodMoments({ window, page: document }, deliver);
  setInterval(deliver, EVERY_MS);
  return (nowOpen) => {
    open = nowOpen;
    // The first screen is what somebody waits for.
    requestIdleCallback(deliver, { timeout: 2_000 });
  };
};
