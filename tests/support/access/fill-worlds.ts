import type { Keeper } from "../server/keepers";
import { newId } from "../server/bodies";
import { versionOf } from "#server/sync/version-of";
import { type Placed, RECORDS } from "./world";

const HOUR_MS = 3_600_000;

/** Writes worlds straight into the database's tables, past everything that the server does. */
export const fillWorlds = async (
  look: Keeper["look"],
  areaId: string,
  worlds: readonly Placed[],
  nowMs = Date.now(),
): Promise<void> => {
  const at = (hours: number | undefined, index = 0): string | null =>
    hours === undefined ? null : new Date(nowMs + hours * HOUR_MS + index * 1000).toISOString();
  const agencies = { ours: newId(), other: newId() };
  const somebodyElse = newId();
  // Another case to which whoever is asked about has something to do as well.
  const anotherCase = new Map(worlds.map(({ accountId }) => [accountId, newId()]));
  const add = (table: string, columns: string, rows: readonly object[]): Promise<unknown> => {
    const names = columns.split(", ").map((column) => column.split(" ")[0]);
    return look(
      `insert into ${table} (area_id, ${names.join(", ")}) select $1::uuid, ${names.map((name) => `r.${name}`).join(", ")}
        from json_to_recordset($2::json) as r (${columns})`,
      [areaId, JSON.stringify(rows)],
    );
  };
  const spell = ({ from, until }: { readonly from: number; readonly until: number | undefined }, index: number) => ({
    from_at: at(from, index),
    until_at: at(until),
  });
  await look("insert into area (area_id, name) values ($1, 'Saltmarsh')", [areaId]);
  await add("agency", "agency_id uuid, name text", [
    { agency_id: agencies.ours, name: "Ours" },
    { agency_id: agencies.other, name: "Other" },
  ]);
  await add("account", "account_id uuid, name text", [
    ...worlds.map(({ accountId }) => ({ account_id: accountId, name: "Jo Reed" })),
    { account_id: somebodyElse, name: "Ash Cole" },
  ]);
  await add(
    "membership",
    "account_id uuid, agency_id uuid, role text, from_at timestamptz, until_at timestamptz",
    worlds.flatMap(({ accountId, world }) =>
      world.memberships.map((each, index) => ({
        ...{ account_id: accountId, agency_id: agencies[each.agency], role: each.role, ...spell(each, index) },
      })),
    ),
  );
  await add(
    "relationship",
    "case_id uuid, account_id uuid, agency_id uuid, ground text, from_at timestamptz, until_at timestamptz",
    worlds.flatMap(({ accountId, caseId, world }) => [
      {
        case_id: anotherCase.get(accountId),
        account_id: accountId,
        agency_id: agencies.ours,
        ground: "shared",
        from_at: at(-3),
      },
      ...world.relationships.map((each, index) => ({
        ...{ case_id: caseId, account_id: accountId, agency_id: agencies[each.agency], ground: each.ground },
        ...spell(each, index),
      })),
    ]),
  );
  await add(
    "sharing",
    "sharing_id uuid, case_id uuid, from_agency uuid, to_agency uuid, to_account uuid, kinds text[], purpose text, confidentiality text, because text, from_at timestamptz, until_at timestamptz",
    worlds.flatMap(({ accountId, caseId, world }) =>
      world.sharings.map((each, index) => ({
        sharing_id: newId(),
        case_id: each.ofCase === "this" ? caseId : anotherCase.get(accountId),
        from_agency: agencies.other,
        to_agency: each.to === "ours" || each.to === "other" ? agencies[each.to] : null,
        to_account: each.to === "me" ? accountId : each.to === "somebody else" ? somebodyElse : null,
        ...{ kinds: each.kinds ?? null, purpose: "support", confidentiality: "they-agreed", because: "" },
        ...spell(each, index),
      })),
    ),
  );
  await add(
    "break_glass",
    "break_id uuid, account_id uuid, agency_id uuid, case_id uuid, reason text, from_at timestamptz, until_at timestamptz",
    worlds.flatMap(({ accountId, caseId, world }) =>
      world.glass.map(({ from, agency }) => ({
        ...{ break_id: newId(), account_id: accountId, agency_id: agencies[agency], case_id: caseId },
        ...{ reason: "A made-up emergency", from_at: at(from), until_at: at(from + 4) },
      })),
    ),
  );
  const records = worlds.flatMap(({ accountId, caseId, records: ids }) =>
    RECORDS.map((record, index) => ({ ...record, ...ids[index]!, caseId, accountId })),
  );
  await add(
    "record",
    "record_id uuid, record_type text, case_id uuid, created_by uuid",
    records.map(({ recordId, type, caseId }) => ({
      ...{ record_id: recordId, record_type: type, case_id: caseId, created_by: somebodyElse },
    })),
  );
  await add(
    "head",
    "record_id uuid, case_id uuid, kinds text[], head_rev uuid, parents uuid[], schema_version int, outer_body text, next_position int, open_ver text",
    records.map(({ recordId, headRev, caseId, type, sections }) => ({
      ...{ record_id: recordId, case_id: caseId, kinds: [type, `${type}/opens`], head_rev: headRev, parents: [] },
      ...{ schema_version: 1, outer_body: "{}", next_position: 9 },
      open_ver: sections.some(({ hiddenFromMe, onlyFor }) => hiddenFromMe || onlyFor !== undefined)
        ? null
        : versionOf(
            headRev,
            sections.map(({ sectionId }) => `${recordId}/${sectionId}`),
          ),
    })),
  );
  await add(
    "section",
    "record_id uuid, version_id uuid, section_id text, case_id uuid, rev_id uuid, position int, hidden_from uuid[], kinds text[], only_for uuid, content text",
    records.flatMap(({ recordId, headRev, caseId, accountId, sections }) =>
      sections.map((section, position) => ({
        ...{ record_id: recordId, version_id: recordId, section_id: section.sectionId, case_id: caseId },
        ...{ rev_id: headRev, position, kinds: section.kinds, content: "{}" },
        hidden_from: section.hiddenFromMe ? [somebodyElse, accountId] : [somebodyElse],
        only_for: section.onlyFor === undefined ? null : section.onlyFor === "me" ? accountId : somebodyElse,
      })),
    ),
  );
};
