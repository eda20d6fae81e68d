import { createHash } from "node:crypto";
import { type ChainedEntry, hashOfEntry, NOTHING_BEFORE } from "#server/audit/chain";
import type { Operation } from "#core/schema/operation";
import type { PullResponse, PushResult, Put } from "#core/schema/wire";
import { difference, digestText, type Versions } from "#core/sync/manifest";
import { placeOperation } from "#core/sync/place-operation";
import { versionOf } from "#server/sync/version-of";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A section as the model writes it: its words, and who must not see it. */
export interface Words {
  readonly hiddenFrom: readonly string[];
  readonly word: string;
}
export type Sections = Readonly<Record<string, Words>>;
export const sectionsIn = (body: string): Sections => (JSON.parse(body) as { sections: Sections }).sections;

interface Version {
  readonly op: Operation;
  sections: Sections;
}
interface Standing extends Version {
  branches: Version[];
}

/** An operation that the server took in, by whom, and what it answered. */
export interface Taken {
  readonly op: Operation;
  readonly by: string;
  readonly result: PushResult;
  readonly hadAccess: boolean;
}

/** A server in memory: the rules are the real ones, what is around them is as little as will do. */
export const aModelServer = () => {
  let records = new Map<string, Standing>();
  let history: Taken[] = [];
  let access = new Map<string, "active" | "ended">();
  let audit: ChainedEntry[] = [];
  let epoch = 0;
  let backup: (() => void) | undefined;
  let late: (() => unknown)[] = [];
  const arriveLate = (): void => {
    const due = late;
    late = [];
    for (const arrive of due) arrive();
  };
  const audited = (op: Operation, who: string, kind: string): void => {
    const entry = { areaId: "area", link: String(audit.length + 1), seq: String(audit.length + 1), at: "0", kind };
    const of = { accountId: who, deviceId: null, recordId: op.recordId, revId: op.opId, eventId: null, reason: null };
    const rest = { clientTime: String(op.clientTime), puts: null, gone: null, hash: "" };
    const unhashed = { ...entry, ...of, ...rest };
    audit.push({ ...unhashed, hash: hashOfEntry("area", audit.at(-1)?.hash ?? NOTHING_BEFORE, unhashed) });
  };
  const accessOf = (caseId: string, who: string) => access.get(`${caseId}/${who}`) ?? "none";
  const seenBy = (sections: Sections, who: string): Sections =>
    Object.fromEntries(Object.entries(sections).filter(([, { hiddenFrom }]) => !hiddenFrom.includes(who)));
  const verOf = ({ op, sections, branches }: Standing, who: string): string =>
    versionOf(
      op.opId,
      [{ op: { opId: op.recordId }, sections }, ...branches].flatMap((each) =>
        Object.keys(seenBy(each.sections, who)).map((id) => `${each.op.opId}/${id}`),
      ),
    );
  const visible = (who: string): Versions =>
    new Map(
      [...records].flatMap(([id, each]) => (accessOf(id, who) === "active" ? [[id, verOf(each, who)] as const] : [])),
    );

  const apply = (op: Operation, who: string): PushResult => {
    const earlier = history.find((each) => each.op.opId === op.opId);
    if (earlier !== undefined) return earlier.result;
    // An author who has nothing to do with a case does not know of its record.
    const isKnown = accessOf(op.caseId, who) !== "none";
    const record = isKnown ? records.get(op.recordId) : undefined;
    const hadAccess = record === undefined || accessOf(op.caseId, who) === "active";
    const placing = placeOperation(op, {
      caseAccess: accessOf(op.caseId, who),
      record: record && { recordType: "case", caseId: op.caseId, isOwn: false },
      headRev: record?.op.opId,
      openBranches: (record?.branches ?? []).map((each) => each.op.opId).filter((id) => op.parents.includes(id)),
      followsQuarantined: history.some(
        (each) => each.result.status === "quarantined" && op.parents.includes(each.op.opId),
      ),
      isBodyAccepted: true,
    });
    if (placing.kind === "retry") return { opId: op.opId, status: "retry", reason: placing.reason };
    const sections = sectionsIn(op.body);
    if (placing.kind === "begins" && records.has(op.recordId)) return { opId: op.opId, status: "retry" };
    if (placing.kind === "begins") {
      records.set(op.recordId, { op, sections, branches: [] });
      access.set(`${op.caseId}/${who}`, "active");
    }
    if (record !== undefined && (placing.kind === "advances" || placing.kind === "branches")) {
      const branches = record.branches.filter((each) => !placing.consumes.includes(each.op.opId));
      const unseen = record.branches
        .filter((each) => placing.consumes.includes(each.op.opId))
        .map((each) => Object.fromEntries(Object.entries(each.sections).filter(([, s]) => s.hiddenFrom.includes(who))));
      const carried: Sections = Object.assign({}, ...unseen, sections) as Sections;
      records.set(
        op.recordId,
        placing.kind === "advances"
          ? { op, sections: { ...record.sections, ...carried }, branches }
          : { ...record, branches: [...branches, { op, sections: carried }] },
      );
    }
    const status = {
      begins: "accepted",
      advances: "accepted",
      branches: "branched",
      quarantined: "quarantined",
    } as const;
    const receipt = {
      revId: op.opId,
      sha256: op.sha256,
      receivedAt: 0,
      auditSeq: history.length,
      hmac: sha256(op.opId),
    };
    const result: PushResult = { opId: op.opId, status: status[placing.kind], receipt };
    history.push({ op, by: who, result, hadAccess });
    audited(op, who, `op-${result.status}`);
    return result;
  };

  const putOf = (id: string, who: string): readonly Put[] => {
    const record = records.get(id);
    if (record === undefined) return [];
    const { op, sections, branches } = record;
    const body = (some: Sections) => JSON.stringify({ sections: seenBy(some, who) });
    const { recordType, caseId, parents, schemaVersion, opId: revId } = op;
    return [
      {
        ...{ recordType, recordId: id, caseId, revId, parents, schemaVersion, ver: verOf(record, who) },
        body: body(sections),
        branches: branches.map((each) => ({
          ...{ revId: each.op.opId, parents: each.op.parents, schemaVersion },
          body: body(each.sections),
        })),
      },
    ];
  };

  return {
    records: (): ReadonlyMap<string, Standing> => records,
    history: (): readonly Taken[] => history,
    audit: (): readonly ChainedEntry[] => audit,
    /** A message that is still on its way comes after the next one. */
    arrivesLater: (arrive: () => unknown): void => void late.push(arrive),
    arriveLate,
    backUp: (): void => {
      const [then, taken, allowed, entries] = [structuredClone([...records]), [...history], [...access], [...audit]];
      backup = () => {
        records = new Map(structuredClone(then));
        history = [...taken];
        access = new Map(allowed);
        audit = [...entries];
      };
    },
    /** Puts the last backup back, if there is one: devices hear of another epoch. */
    restore: (): boolean => {
      if (backup === undefined) return false;
      backup();
      epoch += 1;
      late = [];
      return true;
    },
    accessOf,
    seenBy,
    setAccess: (caseId: string, who: string, state: "active" | "ended") => {
      if (state === "active" || accessOf(caseId, who) === "active") access.set(`${caseId}/${who}`, state);
    },
    push: (ops: readonly Operation[], who: string): PushResult[] => {
      const waits = new Set<string>();
      const results = ops.map((op) => {
        const result: PushResult = waits.has(op.recordId)
          ? { opId: op.opId, status: "retry", reason: "earlier-one-first" }
          : apply(op, who);
        if (result.receipt === undefined) waits.add(op.recordId);
        return result;
      });
      arriveLate();
      return results;
    },
    digest: (who: string) => sha256(digestText(`epoch ${epoch}`, visible(who))),
    pull: (manifest: readonly (readonly [string, string])[], who: string): PullResponse => {
      const { put, gone } = difference(new Map(manifest), visible(who));
      return {
        puts: put.flatMap((id) => putOf(id, who)),
        gone: gone.map((id) => ({ id, reason: records.has(id) ? "access-ended" : "not-here" })),
        ...{ more: false, storeEpoch: `epoch ${epoch}` },
        policy: { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 },
      };
    },
  };
};
export type ModelServer = ReturnType<typeof aModelServer>;
