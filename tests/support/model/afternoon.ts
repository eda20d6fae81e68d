import { overlay } from "#core/sync/overlay";
import fc from "fast-check";
import { countedIds, uuid } from "../uuid";
import { brokenAtTheEnd, onNoDevice, type World } from "./invariants";
import { aModelDevice, type ModelDevice } from "./device";
import { aModelServer, sectionsIn, type Sections, sha256 } from "./server";
import { aStep, type ModelStep } from "./steps";

const [JO, ASH] = [uuid(1), uuid(2)];
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

const aWorld = (): World & { readonly ids: ReturnType<typeof countedIds>; readonly skews: number[] } => {
  const server = aModelServer();
  const devices = [JO, JO, ASH].map((who, number) => aModelDevice(server, who, number));
  return {
    server,
    devices,
    begun: [],
    ids: countedIds(100),
    skews: [0, 0, 0],
    restores: { count: 0, gone: new Set() },
  };
};
type OpenWorld = ReturnType<typeof aWorld>;

const write = (
  { ids, skews }: OpenWorld,
  device: ModelDevice,
  of: { readonly recordId: string; readonly parents: readonly string[]; readonly sections: Sections },
): void => {
  const { recordId, parents, sections } = of;
  const body = JSON.stringify({ sections });
  const clientTime = skews[device.number] ?? 0;
  const op = {
    opId: ids.next(),
    recordType: "case" as const,
    recordId,
    caseId: recordId,
    schemaVersion: 1,
    clientTime,
  };
  device.write({ ...op, parents: [...parents], body, sha256: sha256(body) });
};

const change = (world: OpenWorld, step: Extract<ModelStep, { kind: "write" | "withdraw" | "merge" }>): void => {
  const device = at(world.devices, step.device);
  if (device === undefined) return;
  const remote = [...device.remote.values()].filter(({ record }) => record.held === undefined);
  const seen = overlay(
    remote.map(({ record }) => record),
    { operations: device.outbox(), refusedIds: new Set() },
  );
  const found = at(step.kind === "merge" ? seen.filter(({ otherHeads }) => otherHeads.length > 0) : seen, step.record);
  if (found === undefined) return;
  const versions = [found.head, ...(step.kind === "merge" ? found.otherHeads.slice(0, 1) : [])];
  const sections = Object.assign({}, ...versions.map(({ body }) => sectionsIn(body)).reverse()) as Sections;
  const other = device.who === JO ? ASH : JO;
  const parents = versions.map(({ revId }) => revId);
  const changed = (): Sections => {
    if (step.kind === "merge") return sections;
    if (step.kind === "write") {
      const word = world.ids.next();
      return { ...sections, [word]: { hiddenFrom: step.isHidden ? [other] : [], word } };
    }
    const id = at(Object.keys(sections).slice(1), step.section);
    const section = id === undefined ? undefined : sections[id];
    return id === undefined || section === undefined
      ? sections
      : { ...sections, [id]: { ...section, hiddenFrom: [other] } };
  };
  write(world, device, { recordId: found.head.recordId, parents, sections: changed() });
};

const take = async (world: OpenWorld, step: ModelStep): Promise<void> => {
  const { server, devices, begun } = world;
  switch (step.kind) {
    case "begin": {
      const recordId = world.ids.next();
      begun.push(recordId);
      const device = at(devices, step.device);
      if (device !== undefined)
        write(world, device, { recordId, parents: [], sections: { child: { hiddenFrom: [], word: recordId } } });
      return;
    }
    case "give":
    case "end": {
      const [recordId, who] = [at(begun, step.record), at([JO, ASH], step.person)];
      if (recordId !== undefined && who !== undefined && server.records().has(recordId))
        server.setAccess(recordId, who, step.kind === "give" ? "active" : "ended");
      return;
    }
    case "sync":
      await at(devices, step.device)?.sync(step.ways, step.diesAfter);
      return;
    case "clock":
      world.skews[step.device % devices.length] = step.skewMs;
      return;
    case "backup":
      server.backUp();
      return;
    case "restore":
      if (!server.restore()) return;
      world.restores.count += 1;
      for (const word of onNoDevice(world)) world.restores.gone.add(word);
      return;
    default:
      change(world, step);
  }
};

/** A step as fast-check wants it; what must hold at every moment is looked at after each. */
const asCommand = (step: ModelStep): fc.AsyncCommand<object, OpenWorld> => ({
  check: () => true,
  run: (_, world) => take(world, step),
  toString: () => JSON.stringify(step),
});

/** An afternoon of several people on three devices: what they do, and what becomes of it on the way. */
const anAfternoon = (restores: boolean) =>
  fc.commands(
    aStep(restores).map((step) => step.map(asCommand)),
    { maxCommands: 60, size: "max" },
  );

/** Everything is brought home over a good way, and everybody looks once more. */
const endOf = async ({ server, devices }: World): Promise<void> => {
  server.arriveLate();
  for (let round = 0; round < 6; round += 1) for (const device of devices) await device.sync();
};

/**
 * Looks for an afternoon after which an invariant does not hold, and makes it as short as can be.
 *
 * Missing  undefined where all of them hold after every afternoon.
 */
export const brokenInvariant = async (
  afternoons: number,
  seed: number,
  { restores = false }: { readonly restores?: boolean } = {},
): Promise<{ readonly invariant: string; readonly steps: string } | undefined> => {
  let last = "";
  const found = await fc.check(
    fc.asyncProperty(anAfternoon(restores), async (commands) => {
      const world = aWorld();
      await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
      await endOf(world);
      const invariant = brokenAtTheEnd(world);
      if (invariant === undefined) return;
      last = invariant;
      throw new Error(invariant);
    }),
    { numRuns: afternoons, seed, endOnFailure: false },
  );
  if (!found.failed) return undefined;
  return { invariant: last || String(found.errorInstance), steps: fc.stringify(found.counterexample) };
};
