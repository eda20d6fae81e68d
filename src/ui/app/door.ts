import { err, ok, type Result } from "#core/result";
import type { SessionResponse, SignInRequest } from "#core/schema/wire";
import type { PeopleHere, PersonHere } from "#storage/people";
import type { StorageError } from "#storage/storage-error";
import type { Sessions, SignInError } from "#sync/sessions";
import type { TransportError } from "#sync/ask-server";

/** Who may be chosen by name on the sign-in page: the made-up people of a practice area, nobody of a real one. */
export interface AtTheDoor {
  readonly areaName: string | undefined;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly agency: string;
    readonly role: string;
  }[];
}

/** The way into the app and out of it. */
export interface Door {
  readonly whoMayComeIn: () => Promise<Result<AtTheDoor, TransportError>>;
  /**
   * Signs in, and opens the families of whoever did: at once, or by loading the page for somebody else. Where that is
   * `anewFor`, who has lost the ways into this device, they begin anew on it.
   */
  readonly signIn: (request: SignInRequest, anewFor?: string) => Promise<Result<void, SignInError | StorageError>>;
  /** Ends the session and closes the families. What is on the device stays on it, and waits for the same person. */
  readonly signOut: () => Promise<Result<void, StorageError>>;
}

export interface DoorDeps {
  readonly sessions: Sessions;
  readonly people: PeopleHere;
  /** Who the page was opened for. */
  readonly here: PersonHere | undefined;
  /** The same person has signed in again: what waited can go. */
  readonly again: () => void;
  /** Loads the page anew, so that nothing of one person is left in it for the next. */
  readonly loadAnew: () => void;
}

export const createDoor = ({ sessions, people, here, again, loadAnew }: DoorDeps): Door => ({
  whoMayComeIn: async () => {
    const session = await sessions.ask();
    if (!session.ok) return session;
    const areaName = session.value.area?.name;
    if (!session.value.practice) return ok({ areaName, people: [] });
    const listed = await sessions.practicePeople();
    return listed.ok ? ok({ areaName, people: listed.value.people }) : listed;
  },

  signIn: async (request, anewFor) => {
    const session = await sessions.signIn(request);
    if (!session.ok) return session;
    const person = personIn(session.value);
    if (person === undefined) return err({ type: "NotSignedIn" });
    const kept = await people.comes(person);
    if (!kept.ok) return kept;
    // Only now: the server has said that this is who they are.
    const anew = person.userId === anewFor ? await people.beginAnew(person.userId) : ok(undefined);
    if (!anew.ok) return anew;
    if (person.userId === here?.userId) again();
    else loadAnew();
    return ok(undefined);
  },

  signOut: async () => {
    // Without a connection the server learns of it when the session runs out; the device closes all the same.
    await sessions.signOut();
    const gone = await people.goes();
    if (gone.ok) loadAnew();
    return gone;
  },
});

const personIn = (session: SessionResponse): PersonHere | undefined => {
  if (!session.signedIn) return undefined;
  const { account, area, practice } = session;
  return {
    userId: account.accountId,
    practice,
    name: account.name,
    role: account.memberships[0]?.role ?? "other-professional",
    areaName: area.name,
    training: account.training,
    areaKey: area.recoveryKey,
  };
};
