import { useState } from "react";
import type { PasskeyAnswer } from "#platform/sealing/keyring-work";
import type { PersonOnDevice } from "#storage/people";
import type { Unlocking } from "../../app/unlocking";

export interface ByPasskey {
  readonly isAsking: boolean;
  readonly hasFailed: boolean;
  /** Asks for it, and opens; where the passphrase was erased, `onAnswer` has another chosen first. */
  readonly ask: () => Promise<void>;
}

/** Unlocking with a finger, a face or a key. */
export const usePasskey = (
  unlocking: Unlocking,
  { userId, keyring }: PersonOnDevice,
  onAnswer: (answer: PasskeyAnswer) => void,
): ByPasskey => {
  const [isAsking, setIsAsking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const ask = async (): Promise<void> => {
    setIsAsking(true);
    setHasFailed(false);
    const answer = await unlocking.askPasskey(userId);
    if (answer.ok && keyring?.passphrase === undefined) onAnswer(answer.value);
    const opened =
      answer.ok && keyring?.passphrase !== undefined ? await unlocking.withPasskey(userId, answer.value) : answer;
    setHasFailed(!opened.ok);
    setIsAsking(false);
  };
  return { isAsking, hasFailed, ask };
};
