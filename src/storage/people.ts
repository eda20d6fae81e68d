import { Dexie, type Table } from "dexie";
import { z } from "zod";
import type { Ids } from "#core/ports";
import { err, ok, type Result } from "#core/result";
import { factoryOption, open, STRICT } from "./open-database";
import { toStorageError, type StorageError } from "./storage-error";

/**
 * Who has a database on this device. Practice and real are never the same person's.
 *
 * Shape  `here` is kept for whoever signed in last on this device, until they sign out or somebody else signs in.
 */
const RegisteredPerson = z.looseObject({
  userId: z.string(),
  databaseName: z.string(),
  practice: z.boolean(),
  here: z
    .looseObject({
      name: z.string(),
      role: z.string(),
      areaName: z.string(),
      training: z.array(z.string()).default([]),
    })
    .optional(),
});
type RegisteredPerson = z.infer<typeof RegisteredPerson>;

/** The person whose families this device opens: whoever signed in last. */
export interface PersonHere {
  readonly userId: string;
  readonly practice: boolean;
  readonly name: string;
  readonly role: string;
  readonly areaName: string;
  /** What they have been trained for, as the server last said. */
  readonly training: readonly string[];
}

/** Who is here, between two openings of the app. Nobody's work is touched when somebody comes or goes. */
export interface PeopleHere {
  readonly whoIsHere: () => Promise<Result<PersonHere | undefined, StorageError>>;
  readonly comes: (person: PersonHere) => Promise<Result<void, StorageError>>;
  readonly goes: () => Promise<Result<void, StorageError>>;
}

type Registry = Dexie & { readonly people: Table<RegisteredPerson, string> };

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
 * Keeps who is here, so that the app opens for them without a connection.
 *
 * Laws   1. at most one person is here
 *        2. who comes again finds the database that they had
 * (tests/unit/storage/people.test.ts)
 */
export const createPeopleHere = (deps: Pick<PersonDeps, "ids" | "factory">): PeopleHere => ({
  whoIsHere: () =>
    inRegistry(deps.factory, async (registry) => {
      const people = await registry.people.toArray();
      const found = people.flatMap((stored) => {
        const { success, data } = RegisteredPerson.safeParse(stored);
        if (!success || data.here === undefined) return [];
        const { name, role, areaName, training } = data.here;
        return [{ userId: data.userId, practice: data.practice, name, role, areaName, training }];
      });
      return ok(found[0]);
    }),
  comes: ({ userId, practice, name, role, areaName, training }) =>
    inRegistry(deps.factory, async (registry) => {
      const added = await findOrAdd(registry, { ...deps, userId, practice });
      if (!added.ok) return added;
      await registry.transaction("rw", registry.people, async () => {
        await leaveAll(registry);
        await registry.people.update(userId, { here: { name, role, areaName, training: [...training] } });
      });
      return ok(undefined);
    }),
  goes: () =>
    inRegistry(deps.factory, async (registry) => {
      await registry.transaction("rw", registry.people, () => leaveAll(registry));
      return ok(undefined);
    }),
});

const leaveAll = async (registry: Registry): Promise<void> => {
  await registry.people.toCollection().modify((person) => {
    delete person.here;
  });
};

const inRegistry = async <T>(
  factory: IDBFactory | undefined,
  work: (registry: Registry) => PromiseLike<Result<T, StorageError>>,
): Promise<Result<T, StorageError>> => {
  const registry = newRegistry(factory);
  const opened = await open(registry);
  if (!opened.ok) return opened;
  try {
    return await work(registry);
  } catch (thrown) {
    return err(toStorageError(thrown));
  } finally {
    registry.close();
  }
};

const newRegistry = (factory: IDBFactory | undefined): Registry => {
  const registry = new Dexie("strandline", { ...STRICT, ...factoryOption(factory) }) as Registry;
  // A version that has been released is never edited.
  registry.version(1).stores({ people: "userId" });
  return registry;
};

/** One transaction: two tabs that open at the same moment must be given the same name. */
const findOrAdd = (
  registry: Registry,
  { userId, practice, ids }: PersonDeps,
): PromiseLike<Result<string, StorageError>> =>
  registry.transaction("rw", registry.people, async () => {
    const stored: unknown = await registry.people.get(userId);
    if (stored === undefined) {
      const databaseName = `strandline-${ids.next()}`;
      await registry.people.add({ userId, databaseName, practice });
      return ok(databaseName);
    }
    const person = RegisteredPerson.safeParse(stored);
    if (!person.success) return err({ type: "Unknown", name: "UnreadablePerson" });
    if (person.data.practice !== practice) throw new Error("practice and real data under one person");
    return ok(person.data.databaseName);
  });
