/** What stands between a family's words and whoever holds the device, in one place, so that it can be tried with a bug in it. */
export { createPinCheck } from "../../src/ui/app/lock/pin-check";
export { createUncover } from "../../src/ui/app/lock/uncover";
export { createFamilyView } from "../../src/ui/app/family-view/family-view-store";
export { mayShow, placeFor } from "../../src/ui/app/family-view/may-show";
