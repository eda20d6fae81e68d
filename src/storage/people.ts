import { Dexie, type Table } from "dexie";
import { z } from "zod";
import type { Ids } from "#core/ports";
import { err, ok, type Result } from "#core/result";
import { factoryOption, open, STRICT } from "./open-database";
import { toStorageError, type StorageError } from "./storage-error";

/** Who has a database on this device. Practice and real are never the same person's. */
const RegisteredPerson = z.looseObject({ userId: z.string(), databaseName: z.string(), practice: z.boolean() });
type RegisteredPerson = z.infer<typeof RegisteredPerson>;

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
export const databaseNameOf = async (deps: PersonDeps): Promise<Result<string, StorageError>> => {
  const registry = newRegistry(deps.factory);
  const opened = await open(registry);
  if (!opened.ok) return opened;
  try {
    return await findOrAdd(registry, deps);
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
