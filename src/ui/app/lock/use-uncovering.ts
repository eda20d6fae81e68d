import { useEffect, useState } from "react";
import { unreachable } from "#core/result";
import type { DevicePin, PinAnswer } from "./device-pin";
import type { PassphraseAnswer, Uncover } from "./uncover";

export type Way = "pin" | "passphrase";
export type CoverFault =
  | "pin-missing"
  | "passphrase-missing"
  | "pin-wrong"
  | "passphrase-wrong"
  | "asks-passphrase"
  | "no-pin"
  | "passkey-failed"
  | "passphrase-erased"
  | "storage";

/** What the form says to an answer, and the way that is left. */
interface Said {
  readonly fault?: CoverFault;
  readonly waitMs?: number;
  readonly way?: Way;
}

export interface Uncovering {
  /** `null` until it is known whether a PIN was chosen. */
  readonly way: Way | null;
  readonly mayUsePin: boolean;
  readonly isChecking: boolean;
  readonly fault: CoverFault | undefined;
  /** How long to wait before the next try; 0 once it may be made. */
  readonly waitMs: number;
  readonly choose: (way: Way) => void;
  readonly tryWith: (typed: string) => Promise<void>;
  /** There where a passkey of theirs opens this device. */
  readonly tryPasskey: (() => Promise<void>) | undefined;
}

/** One person's tries at uncovering, by PIN or by passphrase. */
export const useUncovering = (pin: DevicePin, uncover: Uncover, onUncovered: () => void): Uncovering => {
  const [way, setWay] = useState<Way | null>(null);
  const [mayUsePin, setMayUsePin] = useState(false);
  const [hasPasskey, setHasPasskey] = useState(false);
  const [isChecking, setIsChecking] = useState(false);
  const [fault, setFault] = useState<CoverFault>();
  const [waitMs, setWaitMs] = useState(0);

  useEffect(() => {
    let isOver = false;
    void Promise.all([pin.hasPin(), uncover.hasPasskey()]).then(([chosen, isTherePasskey]) => {
      if (isOver) return;
      const has = chosen && pin.mayTry();
      setHasPasskey(isTherePasskey);
      setMayUsePin(has);
      setWay((before) => before ?? (has ? "pin" : "passphrase"));
    });
    return () => {
      isOver = true;
    };
  }, [pin, uncover]);

  useEffect(() => {
    if (waitMs === 0) return;
    const timer = setTimeout(() => {
      setWaitMs(0);
    }, waitMs);
    return () => {
      clearTimeout(timer);
    };
  }, [waitMs]);

  const says = (said: Said): void => {
    setFault(said.fault);
    setWaitMs(said.waitMs ?? 0);
    if (said.way === undefined) return;
    setWay(said.way);
    setMayUsePin(false);
  };
  const proved = (): void => {
    pin.forgetWrongPins();
    onUncovered();
  };

  return {
    way,
    mayUsePin,
    isChecking,
    fault,
    waitMs,
    choose: (chosen) => {
      says({});
      setWay(chosen);
    },
    tryWith: async (typed) => {
      if (way === null) return;
      if (typed.trim() === "") {
        says({ fault: `${way}-missing` });
        return;
      }
      setIsChecking(true);
      const said =
        way === "pin" ? afterPin(await pin.checkPin(typed)) : afterPassphrase(await uncover.withPassphrase(typed));
      setIsChecking(false);
      if (said === "right") proved();
      else says(said);
    },
    tryPasskey: hasPasskey
      ? async () => {
          setIsChecking(true);
          const answer = await uncover.withPasskey();
          setIsChecking(false);
          if (answer === "right") proved();
          // A wait that goes on goes on.
          else setFault("passkey-failed");
        }
      : undefined,
  };
};

const afterPin = (answer: PinAnswer): Said | "right" => {
  switch (answer.kind) {
    case "right":
      return "right";
    case "wrong":
      if (answer.ask.kind === "asks-passphrase") return { fault: "asks-passphrase", way: "passphrase" };
      return { fault: "pin-wrong", waitMs: answer.ask.kind === "wait" ? answer.ask.waitMs : 0 };
    case "wait":
      return { waitMs: answer.waitMs };
    case "asks-passphrase":
    case "no-pin":
      return { fault: answer.kind, way: "passphrase" };
    default:
      return unreachable(answer);
  }
};

const afterPassphrase = (answer: PassphraseAnswer): Said | "right" => {
  switch (answer.kind) {
    case "right":
      return "right";
    case "wrong":
      return { fault: "passphrase-wrong", waitMs: answer.waitMs };
    case "wait":
      return { waitMs: answer.waitMs };
    case "erased":
      return { fault: "passphrase-erased" };
    case "failed":
      return { fault: "storage" };
    default:
      return unreachable(answer);
  }
};
