import type { Clock } from "#core/ports";
import { createOpenWindows } from "#platform/open-windows";
import type { KeyringWork, OpenKeys } from "#platform/sealing/keyring-work";
import { createPasskeys, type PasskeysDeps } from "#platform/sealing/passkey";
import type { PeopleHere, PersonOnDevice } from "#storage/people";
import type { OwnKeysDeps } from "./own-keys";
import { createTries } from "./tries";
import { createUnlocking, type Unlocking } from "./unlocking";

export interface WaysInDeps extends PasskeysDeps {
  readonly people: PeopleHere;
  readonly work: KeyringWork;
  readonly clock: Clock;
  readonly locks: Pick<LockManager, "request" | "query">;
  /** Shows the families of whoever has opened them. */
  readonly open: (person: PersonOnDevice, keys: OpenKeys) => Promise<void>;
  readonly changed: () => void;
}

export interface WaysIn {
  readonly unlocking: Unlocking;
  readonly isOpenInAnother: (userId: string) => Promise<boolean>;
  /** What somebody needs to change their own ways in, once they are in. */
  readonly toChange: Omit<OwnKeysDeps, "userId" | "name">;
}

/** Puts together what opens this device. */
export const createWaysIn = ({ people, work, clock, locks, open, changed, ...passkeyDeps }: WaysInDeps): WaysIn => {
  const windows = createOpenWindows(locks);
  const tries = createTries({ people, clock, inTurn: windows.inTurn });
  const passkeys = createPasskeys(passkeyDeps);
  return {
    unlocking: createUnlocking({
      people,
      work,
      tries,
      passkeys,
      inTurn: windows.inTurn,
      isOpenElsewhere: windows.isAnyOpen,
      open: async (person, keys) => {
        await windows.hold(person.userId);
        await open(person, keys);
      },
      changed,
    }),
    isOpenInAnother: windows.isAnotherOpen,
    toChange: { people, work, tries, passkeys, clock },
  };
};
