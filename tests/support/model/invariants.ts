import { hashOfEntry, NOTHING_BEFORE } from "#server/audit/chain";
import type { ModelDevice } from "./device";
import { type ModelServer, type Taken, sectionsIn } from "./server";

export interface World {
  readonly server: ModelServer;
  readonly devices: readonly ModelDevice[];
  readonly begun: string[];
  /** How often a store was put back, and the words that were on no device then: nobody can bring those again. */
  readonly restores: { count: number; readonly gone: Set<string> };
}

/** What must hold once every device is quiet, each by its name; true where it does. */
export const INVARIANTS: Readonly<Record<string, (world: World) => boolean>> = {
  "the outbox drains but for what was turned away": ({ server, devices, restores }) =>
    devices.every((device) =>
      device
        .outbox()
        // Access that a store no longer knows of once it was put back: the words wait where they are.
        .every(({ caseId }) => restores.count > 0 && server.accessOf(caseId, device.who) === "none"),
    ),

  "what was delivered is in history once, byte for byte": ({ server, devices, restores }) =>
    devices.every((device) =>
      device.written.every((op) => {
        const kept = server.history().filter((each) => each.op.opId === op.opId);
        // What was changed again before a store was put back lives on in what it was changed to.
        if (restores.count > 0 && kept.length === 0) return true;
        return kept.length === 1 && kept[0]?.op.body === op.body;
      }),
    ),

  "no word is lost": ({ server, devices, restores }) =>
    devices.every((device) =>
      device.written.every((op) => {
        const taken = server.history().find((each) => each.op.opId === op.opId);
        if (taken?.result.status === "quarantined" || device.outbox().some(({ opId }) => opId === op.opId)) return true;
        const standing = wordsIn(server, devices, op.recordId);
        return Object.keys(sectionsIn(op.body)).every(
          (id) => standing.has(id) || restores.gone.has(`${op.recordId}/${id}`),
        );
      }),
    ),

  "quiet devices have what they may see, and no more": ({ server, devices }) =>
    devices.every((device) => {
      const own = [...server.records()].filter(([id]) => server.accessOf(id, device.who) === "active");
      const has = new Map([...device.remote].filter(([, { record }]) => record.held === undefined));
      return (
        own.length === has.size &&
        own.every(([id, { op, sections, branches }]) => {
          const record = has.get(id)?.record;
          const should = server.seenBy(sections, device.who);
          const isSame = record !== undefined && sameSections(sectionsIn(record.body), should);
          return isSame && record.revId === op.opId && record.branches.length === branches.length;
        })
      );
    }),

  "nothing is taken in without access": ({ server }) => takenIn(server).every(({ hadAccess }) => hadAccess),

  "nothing follows what is not there": ({ server, restores }) =>
    restores.count > 0 ||
    takenIn(server).every(
      ({ op }) => op.parents.length === 0 || server.history().some((each) => op.parents.includes(each.op.opId)),
    ),

  "no version is dropped in silence": ({ server }) =>
    [...server.records()].every(([id, { op, branches }]) => {
      const taken = takenIn(server).filter((each) => each.op.recordId === id);
      const followed = new Set(taken.flatMap((each) => each.op.parents));
      const stand = new Set([op.opId, ...branches.map((each) => each.op.opId)]);
      return taken.every((each) => followed.has(each.op.opId) || stand.has(each.op.opId));
    }),

  "what was merged stands no longer": ({ server, restores }) =>
    // An earlier version that comes again after the one that followed it is looked at by a person: no word is lost by it.
    restores.count > 0 ||
    [...server.records().values()].every(({ branches }) =>
      branches.every((each) => !takenIn(server).some(({ op }) => op.parents.includes(each.op.opId))),
    ),

  "the audit's chain holds, with one entry for each operation": ({ server }) => {
    let before = NOTHING_BEFORE;
    const audit = server.audit();
    return (
      audit.length === server.history().length &&
      audit.every((entry, index) => {
        const should = hashOfEntry("area", before, entry);
        before = entry.hash;
        return entry.hash === should && entry.link === String(index + 1);
      })
    );
  },
};

/** The words that are on no device now, each behind its record's id. */
export const onNoDevice = ({ devices }: Pick<World, "devices">): readonly string[] => {
  const wordsOf = (recordId: string, bodies: readonly string[]) =>
    bodies.flatMap((body) => Object.keys(sectionsIn(body)).map((id) => `${recordId}/${id}`));
  const here = new Set(
    devices.flatMap((device) => [
      ...device.outbox().flatMap(({ recordId, body }) => wordsOf(recordId, [body])),
      ...[...device.remote.values()].flatMap(({ record }) =>
        wordsOf(record.recordId, [record.body, ...record.branches.map(({ body }) => body)]),
      ),
    ]),
  );
  return devices
    .flatMap((device) => device.written.flatMap(({ recordId, body }) => wordsOf(recordId, [body])))
    .filter((word) => !here.has(word));
};

/** The first invariant that does not hold. */
export const brokenAtTheEnd = (world: World): string | undefined =>
  Object.entries(INVARIANTS).find(([, holds]) => !holds(world))?.[0];

const takenIn = (server: ModelServer): readonly Taken[] =>
  server.history().filter(({ result }) => result.status !== "quarantined");

/** All words of a record that stand, are held, or still wait. */
const wordsIn = (server: ModelServer, devices: World["devices"], recordId: string): ReadonlySet<string> => {
  const record = server.records().get(recordId);
  const held = server.history().filter(({ op, result }) => op.recordId === recordId && result.status === "quarantined");
  return new Set([
    ...[record, ...(record?.branches ?? [])].flatMap((each) => Object.keys(each?.sections ?? {})),
    ...held.flatMap(({ op }) => Object.keys(sectionsIn(op.body))),
    ...devices.flatMap((device) =>
      device.outbox().flatMap((op) => (op.recordId === recordId ? Object.keys(sectionsIn(op.body)) : [])),
    ),
  ]);
};

const sameSections = (one: object, other: object): boolean => {
  const sorted = (sections: object) => JSON.stringify(Object.entries(sections).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
};
