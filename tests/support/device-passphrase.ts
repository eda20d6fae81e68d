/** What the made-up practitioners seal a device with. */
export const DEVICE_PASSPHRASE = "seven kind otters nap";
