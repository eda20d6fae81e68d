export type WayFault = "missing" | "wrong" | "wait" | "erased" | "passkeyFailed" | "last" | "storage";

/** What is said of a way in that did not do. */
export const faultOfWay = ({ type }: { readonly type: string }): WayFault => SAID[type] ?? "storage";

const SAID: Readonly<Partial<Record<string, WayFault>>> = {
  WrongPassphrase: "wrong",
  Wait: "wait",
  Erased: "erased",
  NoSuchSlot: "erased",
  TurnedAway: "passkeyFailed",
  NoSecret: "passkeyFailed",
  DoesNotOpenIt: "passkeyFailed",
  LastWayIn: "last",
};
