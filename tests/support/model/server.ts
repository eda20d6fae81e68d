import { createHash } from "node:crypto";
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

/** A server in memory: the rules are the real ones, what is around them is as little as will do. */
export const aModelServer = () => {
  const records = new Map<string, Standing>();
  const history: {
    readonly op: Operation;
    readonly by: string;
    readonly result: PushResult;
    readonly hadAccess: boolean;
  }[] = [];
  const access = new Map<string, "active" | "ended">();
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
    const record = records.get(op.recordId);
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
    records: records as ReadonlyMap<string, Standing>,
    history: history as readonly (typeof history)[number][],
    accessOf,
    seenBy,
    setAccess: (caseId: string, who: string, state: "active" | "ended") => {
      if (state === "active" || accessOf(caseId, who) === "active") access.set(`${caseId}/${who}`, state);
    },
    push: (ops: readonly Operation[], who: string): PushResult[] => {
      const waits = new Set<string>();
      return ops.map((op) => {
        const result: PushResult = waits.has(op.recordId)
          ? { opId: op.opId, status: "retry", reason: "earlier-one-first" }
          : apply(op, who);
        if (result.receipt === undefined) waits.add(op.recordId);
        return result;
      });
    },
    digest: (who: string) => sha256(digestText("first", visible(who))),
    pull: (manifest: readonly (readonly [string, string])[], who: string): PullResponse => {
      const { put, gone } = difference(new Map(manifest), visible(who));
      return {
        puts: put.flatMap((id) => putOf(id, who)),
        gone: gone.map((id) => ({ id, reason: "access-ended" })),
        ...{ more: false, storeEpoch: "first" },
        policy: { version: "1", withdrawnWording: [], questionnaires: [], settings: {}, minimumProtocol: 1 },
      };
    },
  };
};
export type ModelServer = ReturnType<typeof aModelServer>;
