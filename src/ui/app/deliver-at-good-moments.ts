import { onGoodMoments } from "#platform/moments";
import type { DeviceDeliveries, OpenOnDevice } from "#sync/device-deliveries";

const EVERY_MS = 60_000;

/**
 * Delivers what lies here as it lies, and takes back what comes: soon, whenever a connection may have come, and every
 * minute. What is asked for during a round of this window is done after it: somebody may have come in meanwhile.
 */
export const deliverAtGoodMoments = (deliveries: DeviceDeliveries): ((open: OpenOnDevice | undefined) => void) => {
  let open: OpenOnDevice | undefined;
  let isDelivering = false;
  let isDue = false;
  const deliver = async (): Promise<void> => {
    isDue = true;
    if (isDelivering) return;
    isDelivering = true;
    try {
      while (isDue) {
        isDue = false;
        await deliveries.round(open);
      }
    } finally {
      isDelivering = false;
    }
  };
  onGoodMoments({ window, page: document }, () => void deliver());
  setInterval(() => void deliver(), EVERY_MS);
  return (nowOpen) => {
    open = nowOpen;
    // The first screen is what somebody waits for.
    requestIdleCallback(() => void deliver(), { timeout: 2_000 });
  };
};
