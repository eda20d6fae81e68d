import { overlay } from "#core/sync/overlay";
import fc from "fast-check";
import { anAfternoon, type Step } from "../afternoon/steps";
import { countedIds, uuid } from "../uuid";
import { aModelDevice, type ModelDevice } from "./device";
import { aModelServer, type ModelServer, sectionsIn, sha256 } from "./server";

const [JO, ASH] = [uuid(1), uuid(2)];
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

const spend = async (steps: readonly Step[]) => {
  const server = aModelServer();
  const devices = [JO, JO, ASH].map((who) => aModelDevice(server, who));
  const ids = countedIds(100);
  const begun: string[] = [];
  const write = (device: ModelDevice, recordId: string, parents: readonly string[], sections: object) => {
    const body = JSON.stringify({ sections });
    const opId = ids.next();
    const of = { recordType: "case" as const, recordId, caseId: recordId, schemaVersion: 1, clientTime: 0 };
    device.write({ opId, ...of, parents: [...parents], body, sha256: sha256(body) });
  };
  for (const step of steps) {
    if (step.kind === "give" || step.kind === "end") {
      const record = at(begun, step.record);
      const who = at([JO, ASH], step.person);
      if (record !== undefined && who !== undefined && server.records.has(record))
        server.setAccess(record, who, step.kind === "give" ? "active" : "ended");
      continue;
    }
    const device = at(devices, step.device);
    if (device === undefined) continue;
    if (step.kind === "begin") {
      const id = ids.next();
      begun.push(id);
      write(device, id, [], { child: { hiddenFrom: [], word: id } });
    } else if (step.kind === "sync") await device.sync(step.ways);
    else {
      const remote = [...device.remote.values()].map(({ record }) => record);
      const seen = overlay(remote, { operations: device.outbox, refusedIds: new Set() });
      const isMerge = step.kind === "merge";
      const found = at(isMerge ? seen.filter((each) => each.otherHeads.length > 0) : seen, step.record);
      if (found === undefined) continue;
      const versions = [found.head, ...(isMerge ? found.otherHeads.slice(0, 1) : [])];
      const sections = Object.assign({}, ...versions.map(({ body }) => sectionsIn(body)).reverse()) as object;
      const hiddenFrom = step.kind === "write" && step.isHidden ? [device.who === JO ? ASH : JO] : [];
      const word = ids.next();
      const more = isMerge ? {} : { [word]: { hiddenFrom, word } };
      const parents = versions.map(({ revId }) => revId);
      write(device, found.head.recordId, parents, { ...sections, ...more });
    }
  }
  for (let round = 0; round < 4; round += 1) for (const device of devices) await device.sync();
  return { server, devices };
};

/** Says which invariant does not hold after an afternoon; nothing where all do. */
const broken = ({ server, devices }: { server: ModelServer; devices: readonly ModelDevice[] }): string | undefined => {
  for (const device of devices) {
    if (device.outbox.length > 0) return "the outbox drains";
    for (const op of device.written) {
      const kept = server.history.filter((each) => each.op.opId === op.opId);
      if (kept.length !== 1 || kept[0]?.op.body !== op.body) return "kept once, byte for byte";
    }
    const own = [...server.records].filter(([id]) => server.accessOf(id, device.who) === "active");
    if (own.length !== device.remote.size) return "quiet devices have what they may see";
    for (const [id, { sections, branches, op }] of own) {
      const has = device.remote.get(id)?.record;
      const should = JSON.stringify({ sections: server.seenBy(sections, device.who) });
      if (has?.revId !== op.opId || has.body !== should || has.branches.length !== branches.length)
        return "quiet devices have what they may see";
    }
  }
  for (const { op, by, result, hadAccess } of server.history) {
    const record = server.records.get(op.recordId);
    if (result.status === "quarantined") continue;
    if (!hadAccess) return "nothing is taken in without access";
    const all = [record, ...(record?.branches ?? [])].flatMap((each) => Object.keys(each?.sections ?? {}));
    if (Object.keys(sectionsIn(op.body)).some((id) => !all.includes(id))) return `a word is not erased (${by})`;
    const follows = op.parents.length === 0 || server.history.some((each) => op.parents.includes(each.op.opId));
    if (!follows) return "nothing follows what is not there";
  }
  const followed = (recordId: string) => {
    const taken = server.history.filter(
      ({ op, result }) => op.recordId === recordId && result.status !== "quarantined",
    );
    const parents = new Set(taken.flatMap(({ op }) => op.parents));
    return taken.filter(({ op }) => !parents.has(op.opId)).map(({ op }) => op.opId);
  };
  for (const [id, { op, branches }] of server.records) {
    const isFollowed = (revId: string) =>
      server.history.some(({ op: later, result }) => result.status !== "quarantined" && later.parents.includes(revId));
    if (branches.some((each) => isFollowed(each.op.opId))) return "what was merged stands no longer";
    const stand = new Set([op.opId, ...branches.map((each) => each.op.opId)]);
    if (followed(id).some((revId) => !stand.has(revId))) return "no version is dropped in silence";
  }
  return undefined;
};

/** Which invariants are broken by some afternoon of many. */
export const brokenInvariant = async (afternoons: number, seed: number): Promise<string | undefined> => {
  for (const steps of fc.sample(anAfternoon, { numRuns: afternoons, seed })) {
    const found = broken(await spend(steps));
    if (found !== undefined) return found;
  }
  return undefined;
};
