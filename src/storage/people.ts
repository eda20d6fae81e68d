import type { Ids } from "#core/ports";
import { err, ok, type Result } from "#core/result";
import type { AreaKey, Keyring } from "#core/sealed/keyring";
import { deleteDatabase } from "./open-database";
import { inRegistry, type Registry, RegisteredPerson, type SealedDatabase } from "./registry";
export type { SealedDatabase } from "./registry";
import type { StorageError } from "./storage-error";

/** A person as the server last said who they are. */
export interface PersonHere {
  readonly userId: string;
  readonly practice: boolean;
  readonly name: string;
  readonly role: string;
  readonly areaName: string;
  /** What they have been trained for. */
  readonly training: readonly string[];
  /** Whom their drafts and what waits are sealed to besides themselves. */
  readonly areaKey?: AreaKey | undefined;
}

/** Somebody who has signed in on this device at some time, and their ways in. */
export interface PersonOnDevice extends PersonHere {
  readonly isHere: boolean;
  /** None until they have chosen a passphrase for this device. */
  readonly keyring: Keyring | undefined;
  readonly databaseName: string;
  readonly earlier: readonly SealedDatabase[];
}

/** Who is on this device, between two openings of the app. Nobody's work is touched when somebody comes or goes. */
export interface PeopleHere {
  /** Everyone who has signed in here, who is here now first. */
  readonly everyone: () => Promise<Result<readonly PersonOnDevice[], StorageError>>;
  readonly comes: (person: PersonHere) => Promise<Result<void, StorageError>>;
  readonly goes: () => Promise<Result<void, StorageError>>;
  /** Changes somebody's ways in, in one transaction; `undefined` from `change` leaves them as they are. */
  readonly changeKeyring: (
    userId: string,
    change: (keyring: Keyring | undefined) => Keyring | undefined,
  ) => Promise<Result<Keyring | undefined, StorageError>>;
  /** Gives somebody whose keys are lost an empty database; the old one stays as it lies. */
  readonly beginAnew: (userId: string) => Promise<Result<void, StorageError>>;
  /** Forgets an earlier database, once all that was unsent in it has arrived. */
  readonly forgetEarlier: (userId: string, databaseName: string) => Promise<Result<void, StorageError>>;
  /** Takes somebody and all that is theirs off this device, for good. */
  readonly remove: (userId: string) => Promise<Result<void, StorageError>>;
}

export interface PersonDeps {
  readonly userId: string;
  readonly practice: boolean;
  readonly ids: Ids;
  readonly factory: IDBFactory | undefined;
}

/**
 * Finds the name of a person's database on this device, and makes one up for somebody new. The name is random, so
 * that the list of databases says nothing about who works here.
 *
 * Errors  asking for practice under the id of a real person, or the other way round, is a bug, and throws.
 */
export const databaseNameOf = async (deps: PersonDeps): Promise<Result<string, StorageError>> =>
  inRegistry(deps.factory, (registry) => findOrAdd(registry, deps));

/**
 * Keeps who is on this device, so that the app opens for them without a connection.
 *
 * Laws   1. at most one person is here
 *        2. who comes again finds the database and the ways in that they had
 *        3. nobody's database or keyring is touched by what somebody else does
 * (tests/unit/storage/people.test.ts)
 */
export const createPeopleHere = (deps: Pick<PersonDeps, "ids" | "factory">): PeopleHere => {
  const change = (userId: string, work: (person: RegisteredPerson) => RegisteredPerson | undefined) =>
    inRegistry(deps.factory, (registry) =>
      registry.transaction("rw", registry.people, async () => {
        const stored = RegisteredPerson.safeParse(await registry.people.get(userId));
        if (!stored.success) return err({ type: "Unknown", name: "UnreadablePerson" } as const);
        const changed = work(stored.data);
        if (changed !== undefined) await registry.people.put(changed);
        return ok(changed ?? stored.data);
      }),
    );
  const done = <T, E>(result: Result<T, E>): Result<void, E> => (result.ok ? ok(undefined) : result);

  return {
    everyone: () =>
      inRegistry(deps.factory, async (registry) => {
        const people = await registry.people.toArray();
        return ok(people.flatMap(readPerson).sort((one, other) => Number(other.isHere) - Number(one.isHere)));
      }),
    comes: ({ userId, practice, ...known }) =>
      inRegistry(deps.factory, async (registry) => {
        const added = await findOrAdd(registry, { ...deps, userId, practice });
        if (!added.ok) return added;
        await registry.transaction("rw", registry.people, async () => {
          await leaveAll(registry);
          await registry.people.update(userId, { isHere: true, known: { ...known, training: [...known.training] } });
        });
        return ok(undefined);
      }),
    goes: () =>
      inRegistry(deps.factory, async (registry) => {
        await registry.transaction("rw", registry.people, () => leaveAll(registry));
        return ok(undefined);
      }),
    changeKeyring: async (userId, changeIt) => {
      const changed = await change(userId, (person) => {
        const keyring = changeIt(person.keyring);
        return keyring === undefined ? undefined : { ...person, keyring };
      });
      return changed.ok ? ok(changed.value.keyring) : changed;
    },
    beginAnew: async (userId) =>
      done(
        await change(userId, ({ keyring, ...person }) =>
          keyring === undefined
            ? undefined
            : {
                ...person,
                databaseName: newDatabaseName(deps.ids),
                earlier: [...person.earlier, { databaseName: person.databaseName, keyring }],
              },
        ),
      ),
    forgetEarlier: async (userId, databaseName) => {
      const found = await change(userId, () => undefined);
      if (!found.ok) return found;
      // Nobody's open database, whatever is asked.
      if (!found.value.earlier.some((each) => each.databaseName === databaseName)) return ok(undefined);
      const deleted = await deleteDatabase({ databaseName, factory: deps.factory });
      if (!deleted.ok) return deleted;
      return done(
        await change(userId, (person) => ({
          ...person,
          earlier: person.earlier.filter((each) => each.databaseName !== databaseName),
        })),
      );
    },
    remove: async (userId) => {
      const found = await change(userId, () => undefined);
      if (!found.ok) return found;
      // The databases first: what was broken off between can be asked for again, and nothing sealed is left without a name.
      for (const { databaseName } of [...found.value.earlier, found.value]) {
        const deleted = await deleteDatabase({ databaseName, factory: deps.factory });
        if (!deleted.ok) return deleted;
      }
      return inRegistry(deps.factory, async (registry) => {
        await registry.people.delete(userId);
        return ok(undefined);
      });
    },
  };
};

const readPerson = (stored: unknown): PersonOnDevice[] => {
  const { success, data } = RegisteredPerson.safeParse(stored);
  if (!success || data.known === undefined) return [];
  const { userId, practice, known, isHere, keyring, databaseName, earlier } = data;
  const { name, role, areaName, training, areaKey } = known;
  return [{ userId, practice, name, role, areaName, training, areaKey, isHere, keyring, databaseName, earlier }];
};

const leaveAll = async (registry: Registry): Promise<void> => {
  await registry.people.toCollection().modify({ isHere: false });
};

const newDatabaseName = (ids: Ids): string => `strandline-${ids.next()}`;

/** One transaction: two tabs that open at the same moment must be given the same name. */
const findOrAdd = (
  registry: Registry,
  { userId, practice, ids }: PersonDeps,
): PromiseLike<Result<string, StorageError>> =>
  registry.transaction("rw", registry.people, async () => {
    const stored: unknown = await registry.people.get(userId);
    if (stored === undefined) {
      const databaseName = newDatabaseName(ids);
      await registry.people.add({ userId, databaseName, practice, isHere: false, earlier: [] });
      return ok(databaseName);
    }
    const person = RegisteredPerson.safeParse(stored);
    if (!person.success) return err({ type: "Unknown", name: "UnreadablePerson" });
    if (person.data.practice !== practice) throw new Error("practice and real data under one person");
    return ok(person.data.databaseName);
  });
