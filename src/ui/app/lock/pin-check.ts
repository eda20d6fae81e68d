import type { DevicePin } from "./device-pin";
import type { Asked, PractitionerCheck, PractitionerShown } from "./practitioner-check";
import type { Uncover } from "./uncover";

/** Tells the practitioner by their PIN, and by the passphrase of this device where there is none or it was wrong too often. */
export const createPinCheck = (pin: DevicePin, uncover: Uncover): PractitionerCheck => {
  const asks = async (): Promise<Asked> => (pin.mayTry() && (await pin.hasPin()) ? "pin" : "passphrase");
  const byPin = async (typed: string): Promise<PractitionerShown> => {
    const answer = await pin.checkPin(typed);
    if (answer.kind === "right") return { kind: "here" };
    const ask = answer.kind === "wrong" ? answer.ask : answer;
    return { kind: "wrong", asks: await asks(), waitMs: ask.kind === "wait" ? ask.waitMs : 0 };
  };
  const byPassphrase = async (typed: string): Promise<PractitionerShown> => {
    const answer = await uncover.withPassphrase(typed);
    switch (answer.kind) {
      case "right":
        pin.forgetWrongPins();
        return { kind: "here" };
      case "wrong":
      case "wait":
        return { kind: "wrong", asks: "passphrase", waitMs: answer.waitMs };
      default:
        return { kind: "failed" };
    }
  };
  return {
    asks,
    isHere: async (typed) => ((await asks()) === "pin" ? byPin(typed) : byPassphrase(typed)),
    hasPasskey: uncover.hasPasskey,
    withPasskey: async () => {
      if ((await uncover.withPasskey()) === "failed") return { kind: "failed" };
      pin.forgetWrongPins();
      return { kind: "here" };
    },
  };
};
